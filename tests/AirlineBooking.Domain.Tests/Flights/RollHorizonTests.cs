using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Flights;

public sealed class RollHorizonTests
{
    [Theory, EveryDatabase]
    public async Task Makes_flights_from_yesterday_to_330_days_ahead_at_the_origin(Database database)
    {
        await using var airline = await OpenAsync(database);
        await AddAsync(airline, Daily(101, "LHR", "SIN", new DateOnly(2026, 1, 1), null));

        Assert.Equal(332, await airline.Get<RollHorizon>().RunAsync(default));

        await using var db = airline.Databases.CreateDbContext();
        Assert.Equal(new DateOnly(2026, 11, 29), await db.Flights.MinAsync(flight => flight.Date));
        Assert.Equal(new DateOnly(2026, 11, 30).AddDays(330), await db.Flights.MaxAsync(flight => flight.Date));
    }

    [Theory, EveryDatabase]
    public async Task A_second_run_adds_nothing_and_leaves_the_schedule_version(Database database)
    {
        await using var airline = await OpenAsync(database);
        await AddAsync(airline, Daily(101, "LHR", "SIN", new DateOnly(2026, 1, 1), null));
        await airline.Get<RollHorizon>().RunAsync(default);
        var version = await VersionAsync(airline);

        Assert.Equal(0, await airline.Get<RollHorizon>().RunAsync(default));
        Assert.Equal(version, await VersionAsync(airline));
    }

    [Theory, EveryDatabase]
    public async Task The_next_day_adds_one_date_and_known_flights_keep_their_ids(Database database)
    {
        await using var airline = await OpenAsync(database);
        await AddAsync(airline, Daily(101, "LHR", "SIN", new DateOnly(2026, 1, 1), null));
        await airline.Get<RollHorizon>().RunAsync(default);
        var before = await IdsAsync(airline);

        airline.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await airline.Get<RollHorizon>().RunAsync(default));

        Assert.Equal(before, (await IdsAsync(airline)).Take(before.Count));
    }

    [Theory, EveryDatabase]
    public async Task Each_origin_has_its_own_today(Database database)
    {
        await using var airline = await OpenAsync(database);
        airline.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 30, 20, 0, 0, TimeSpan.Zero));
        await AddAsync(airline, Daily(101, "LHR", "SIN", new DateOnly(2026, 1, 1), null));
        await AddAsync(airline, Daily(102, "SIN", "LHR", new DateOnly(2026, 1, 1), null));
        await airline.Get<RollHorizon>().RunAsync(default);

        await using var db = airline.Databases.CreateDbContext();
        Assert.Equal(new DateOnly(2026, 11, 30).AddDays(330), await db.Flights.Where(flight => flight.Number == 101).MaxAsync(flight => flight.Date));
        Assert.Equal(new DateOnly(2026, 12, 1).AddDays(330), await db.Flights.Where(flight => flight.Number == 102).MaxAsync(flight => flight.Date));
    }

    [Theory, EveryDatabase]
    public async Task A_flight_that_was_removed_does_not_come_back(Database database)
    {
        await using var airline = await OpenAsync(database);
        await AddAsync(airline, Daily(101, "LHR", "SIN", new DateOnly(2026, 1, 1), null));
        await airline.Get<RollHorizon>().RunAsync(default);
        await airline.Writes.RunAsync((db, cancel) => db.Flights.Where(flight => flight.Date == new DateOnly(2027, 1, 1)).ExecuteDeleteAsync(cancel));

        airline.Clock.Advance(TimeSpan.FromDays(1));
        await airline.Get<RollHorizon>().RunAsync(default);

        await using var db = airline.Databases.CreateDbContext();
        Assert.False(await db.Flights.AnyAsync(flight => flight.Date == new DateOnly(2027, 1, 1)));
    }

    [Theory, EveryDatabase]
    public async Task A_schedule_that_ends_is_made_to_its_end_and_not_looked_at_again(Database database)
    {
        await using var airline = await OpenAsync(database);
        await AddAsync(airline, Daily(101, "LHR", "SIN", new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 10)));

        Assert.Equal(10, await airline.Get<RollHorizon>().RunAsync(default));
        await using var db = airline.Databases.CreateDbContext();
        Assert.Equal(new DateOnly(2026, 12, 10), (await db.FlightSchedules.SingleAsync()).MadeUntil);
    }

    [Theory, EveryDatabase]
    public async Task Two_processes_may_roll_at_once(Database database)
    {
        await using var airline = await OpenAsync(database);
        await AddAsync(airline, Daily(101, "LHR", "SIN", new DateOnly(2026, 1, 1), null));
        var roll = airline.Get<RollHorizon>();

        var added = await Task.WhenAll(roll.RunAsync(default), roll.RunAsync(default));

        Assert.Equal(332, added.Sum());
    }

    private static async Task<HeadlessAirline> OpenAsync(Database database)
    {
        var airline = await HeadlessAirline.OpenAsync(database);
        await airline.Get<LoadReferenceData>().RunAsync(default);
        return airline;
    }

    private static Task AddAsync(HeadlessAirline airline, FlightSchedule schedule) => airline.Writes.RunAsync(async (db, cancel) =>
    {
        db.FlightSchedules.Add(schedule);
        await db.SaveChangesAsync(cancel);
    });

    private static FlightSchedule Daily(int number, string origin, string destination, DateOnly from, DateOnly? to) => new()
    {
        Carrier = "T0", Number = number, From = from, To = to, Days = OperatingDays.Daily, Source = "test",
        Legs =
        [
            new ScheduleLeg
            {
                Sequence = 1, OperatingCarrier = "T0", Origin = AirportCode.Parse(origin), Destination = AirportCode.Parse(destination),
                Departs = new TimeOnly(12, 0), Arrives = new TimeOnly(12, 0), ArrivalDayOffset = 1, Aircraft = "A359", Seats = 315,
            },
        ],
    };

    private static async Task<List<FlightId>> IdsAsync(HeadlessAirline airline)
    {
        await using var db = airline.Databases.CreateDbContext();
        return await db.Flights.OrderBy(flight => flight.Date).Select(flight => flight.Id).ToListAsync();
    }

    private static async Task<long> VersionAsync(HeadlessAirline airline)
    {
        await using var db = airline.Databases.CreateDbContext();
        return await ScheduleVersions.ReadAsync(db, default);
    }
}
