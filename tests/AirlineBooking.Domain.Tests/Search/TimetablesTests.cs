using System.Reflection;
using System.Runtime.InteropServices;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Search;

public sealed class TimetablesTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    [Theory, EveryDatabase]
    public async Task A_flight_is_read_as_it_is_stored(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await PutOnSaleAsync(airline, SomeFlight(101));

        var timetable = await airline.Get<Timetables>().GetAsync(default);

        var flight = timetable[0];
        Assert.Equal(1, timetable.Flights);
        Assert.Equal("T0101", flight.FlightNumber.ToString());
        Assert.Equal(("LHR", "SIN"), (flight.Origin.Code.ToString(), flight.Destination.Code.ToString()));
        Assert.Equal((new DateTime(2026, 12, 1, 21, 35, 0), new DateTime(2026, 12, 2, 18, 50, 0)), (flight.DepartsLocal, flight.ArrivesLocal));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 21, 35, 0, TimeSpan.Zero), flight.DepartsAt);
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 10, 50, 0, TimeSpan.Zero), flight.ArrivesAt);
        Assert.Equal(("A359", 300, Day, "T0"), (flight.Aircraft, flight.Seats, flight.Date, flight.OperatingCarrier));
        Assert.True(timetable.TryFind(flight.Id, out var found));
        Assert.Equal(0, found.Index);
        Assert.False(timetable.TryFind(new FlightId(flight.Id.Value + 1), out _));
    }

    [Theory, EveryDatabase]
    public async Task A_cabin_sells_by_the_limits_of_its_flight(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await PutOnSaleAsync(airline, SomeFlight(101));

        var timetable = await airline.Get<Timetables>().GetAsync(default);

        var ladder = CabinCapacity.LimitsIndex(AirportCode.Parse("LHR"), AirportCode.Parse("SIN"), new DateTime(2026, 12, 1, 21, 35, 0), "A359", 300, Cabin.Economy);
        var limits = BookingLimitsTable.Standard.Limits(ladder);
        Assert.Equal(ladder, timetable[0].LadderOf(Cabin.Economy));
        for (var sold = 0; sold <= limits[^1]; sold++)
        {
            timetable.SetSold(0, Cabin.Economy, sold);
            var open = BookingLimitsTable.LowestOpenRank(limits, sold, 2);
            Assert.Equal(open < 0 ? BookingLimits.Closed : open, timetable.LowestOpen(0, Cabin.Economy, 2));
        }
    }

    [Theory, EveryDatabase]
    public async Task Only_flights_on_sale_that_have_not_long_left_are_read(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var staged = new FlightLoad { Source = "test", StartedAt = HeadlessAirline.Start, LeaseUntil = HeadlessAirline.Start };
        var activated = new FlightLoad { Source = "test", StartedAt = HeadlessAirline.Start, LeaseUntil = HeadlessAirline.Start, ActivatedAt = HeadlessAirline.Start };
        var (cancelled, unactivated, loaded, longGone) = (SomeFlight(1), SomeFlight(2), SomeFlight(3), SomeFlight(4));
        (cancelled.Status, unactivated.Load, loaded.Load) = (FlightStatus.Cancelled, staged, activated);
        (longGone.DepartsAt, longGone.ArrivesAt) = (HeadlessAirline.Start.AddDays(-3), HeadlessAirline.Start.AddDays(-3));
        await PutOnSaleAsync(airline, cancelled, unactivated, loaded, longGone);

        var timetable = await airline.Get<Timetables>().GetAsync(default);

        Assert.Equal(["T03"], Enumerable.Range(0, timetable.Flights).Select(flight => timetable[flight].FlightNumber.ToString()));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_version_brings_a_new_timetable_and_an_unchanged_one_keeps_the_old(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var timetables = airline.Get<Timetables>();
        Assert.Null(timetables.Current);
        var empty = await timetables.GetAsync(default);
        Assert.Equal((0L, 0), (empty.Version, empty.Flights));
        Assert.Same(empty, await timetables.RefreshAsync(default));

        await PutOnSaleAsync(airline, SomeFlight(101));

        Assert.Same(empty, await timetables.GetAsync(default));
        var filled = await timetables.RefreshAsync(default);
        Assert.Equal((1L, 1), (filled.Version, filled.Flights));
        Assert.Same(filled, timetables.Current);
    }

    [Theory, EveryDatabase]
    public async Task Legs_of_one_service_are_joined_where_passengers_stay_on_board(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (first, second, other) = (SomeFlight(101), SomeFlight(101, "SIN", "SYD", hoursLater: 14), SomeFlight(102, "SIN", "SYD", hoursLater: 14));
        (first.JoinsNextLeg, second.LegSequence, other.LegSequence) = (true, 2, 2);
        await PutOnSaleAsync(airline, first, second, other);

        var timetable = await airline.Get<Timetables>().GetAsync(default);

        var flights = Enumerable.Range(0, timetable.Flights).Select(flight => timetable[flight]).ToList();
        var joined = Assert.Single(flights, flight => flight.ContinuesAs is not null);
        Assert.Equal("T0101 SYD", $"{timetable[joined.ContinuesAs ?? -1].FlightNumber} {timetable[joined.ContinuesAs ?? -1].Destination.Code}");
    }

    [Theory, EveryDatabase]
    public async Task The_table_of_connecting_times_overrides_the_minimum(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await PutOnSaleAsync(airline);

        var rules = (await airline.Get<Timetables>().GetAsync(default)).Connections;

        Assert.Equal(90, rules.MinimumAt(AirportCode.Parse("SIN"), ConnectionKind.InternationalToInternational));
        Assert.Equal(45, rules.MinimumAt(AirportCode.Parse("LHR"), ConnectionKind.InternationalToInternational));
        Assert.Equal(360, rules.MaximumMinutes);
    }

    [Theory, EveryDatabase]
    public async Task The_settings_replace_the_minimum_and_the_maximum_and_may_leave_the_table_aside(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database, new Dictionary<string, string?>
        {
            ["Search:MinimumConnectionMinutes"] = "30", ["Search:MaximumConnectionMinutes"] = "240", ["Search:UseConnectionTable"] = "false",
        });
        await PutOnSaleAsync(airline);

        var rules = (await airline.Get<Timetables>().GetAsync(default)).Connections;

        Assert.Equal((30, 240), (rules.MinimumAt(AirportCode.Parse("SIN"), ConnectionKind.InternationalToInternational), rules.MaximumMinutes));
    }

    [Fact]
    public void A_flight_takes_at_most_150_bytes()
    {
        var timetable = ManyFlights(1000);

        // Everything that grows with the flights is a column; what the rest takes is measured by the benchmark.
        var columns = typeof(Timetable).GetProperties(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(property => property.GetValue(timetable)).OfType<Array>()
            .SelectMany(column => column is Array[] byCabin ? byCabin : [column])
            .Where(column => column.Length >= timetable.Flights && column is not string[]);
        var bytes = columns.Sum(column => (long)column.Length * Marshal.SizeOf(column.GetType().GetElementType() ?? typeof(byte)));
        Assert.InRange(bytes / timetable.Flights, 50, 150);
    }

    private static Timetable ManyFlights(int count)
    {
        var builder = new TimetableBuilder([.. Places().Select(place => Place(place))], new ConnectionRules(), BookingLimits.EverythingOpen);
        var departs = new DateTime(2026, 1, 1);
        for (var flight = 1; flight <= count; flight++)
        {
            builder.Add(new FlightFacts
            {
                Id = new FlightId(flight), Carrier = "T0", OperatingCarrier = "T0", Number = 1 + flight % 9999, ServiceDate = Day,
                Origin = AirportCode.Parse("LHR"), Destination = AirportCode.Parse("SIN"), DepartsLocal = departs.AddMinutes(flight),
                ArrivesLocal = departs.AddMinutes(flight + 60), DepartsAt = new DateTimeOffset(departs.AddMinutes(flight), TimeSpan.Zero),
                ArrivesAt = new DateTimeOffset(departs.AddMinutes(flight + 60), TimeSpan.Zero), Aircraft = "A20N", Seats = 174,
            });
        }
        return builder.Build(1);
    }

    private static string[] Places() => ["LHR", "SIN", "SYD"];

    private static Airport Place(string code) =>
        new() { Code = AirportCode.Parse(code), Name = code, City = code, Country = code[..2], Latitude = 0, Longitude = 0, TimeZone = "Etc/UTC" };

    private static Task PutOnSaleAsync(HeadlessAirline airline, params Flight[] flights) => airline.Writes.RunAsync(async (db, cancel) =>
    {
        db.Airports.AddRange(Places().Select(Place));
        db.ConnectionTimes.Add(new ConnectionTime { Airport = AirportCode.Parse("SIN"), Kind = ConnectionKind.InternationalToInternational, Minutes = 90, Source = "test" });
        db.Airlines.Add(new Airline { Code = "T0", Name = "Tern Airways" });
        db.AircraftTypes.Add(new AircraftType { Icao = "A359", Name = "Airbus A350-900", TypicalSeats = 300 });
        db.Flights.AddRange(flights);
        db.ScheduleVersions.Add(new ScheduleVersion { Version = 1, ChangedAt = HeadlessAirline.Start });
        await db.SaveChangesAsync(cancel);
    }, default);

    private static Flight SomeFlight(int number, string from = "LHR", string to = "SIN", int hoursLater = 0) => new()
    {
        Carrier = "T0", OperatingCarrier = "T0", Number = number, ServiceDate = Day, Date = Day.AddDays(hoursLater / 12),
        Origin = AirportCode.Parse(from), Destination = AirportCode.Parse(to), DepartsLocal = new TimeOnly(21, 35), ArrivesLocal = new TimeOnly(18, 50),
        ArrivalDayOffset = 1, DepartsAt = new DateTimeOffset(2026, 12, 1, 21, 35, 0, TimeSpan.Zero).AddHours(hoursLater),
        ArrivesAt = new DateTimeOffset(2026, 12, 2, 10, 50, 0, TimeSpan.Zero).AddHours(hoursLater), Aircraft = "A359", Seats = 300,
    };
}
