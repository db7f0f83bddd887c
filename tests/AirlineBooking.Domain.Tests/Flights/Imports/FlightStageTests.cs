using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Flights.Imports;

public sealed class FlightStageTests
{
    private const string Rows = ImportDesk.Header + "XB,101,LHR,JFK,2026-12-01,09:00,12:00,0,480,G-ABCD,B77W,300\n";

    [Theory, EveryDatabase]
    public async Task What_is_staged_is_not_on_sale_before_it_is_activated(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var stage = desk.Airline.Get<FlightStage>();

        await StageAsync(stage);

        Assert.Empty(await desk.OnSaleAsync());
        await using var db = desk.Airline.Databases.CreateDbContext();
        Assert.Equal(1, await db.Flights.IgnoreQueryFilters().CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task Nobody_holds_a_seat_of_a_flight_that_is_not_on_sale_yet(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await StageAsync(desk.Airline.Get<FlightStage>());
        await using var db = desk.Airline.Databases.CreateDbContext();
        var staged = await db.Flights.IgnoreQueryFilters().SingleAsync();

        Assert.Equal(SeatRefusal.FlightUnknown, (await SeatRaceTests.HoldAsync(desk.Airline, staged.Id, "somebody", "30A")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task While_an_import_runs_another_is_refused(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await StageAsync(desk.Airline.Get<FlightStage>());

        var outcome = await desk.FlightsAsync(Rows);

        Assert.Equal(ImportRefusal.AnotherImportIsRunning, outcome.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Of_imports_that_start_together_one_runs(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var stage = desk.Airline.Get<FlightStage>();

        var loads = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stage.BeginAsync("csv", CancellationToken.None)));

        Assert.Single(loads, load => load is not null);
    }

    [Theory, EveryDatabase]
    public async Task What_an_abandoned_import_left_is_cleared_by_the_next(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await StageAsync(desk.Airline.Get<FlightStage>());
        desk.Airline.Clock.Advance(FlightStage.LeaseTime);

        var outcome = await desk.FlightsAsync(Rows);

        Assert.Equal(1, outcome.Value!.Added);
        await using var db = desk.Airline.Databases.CreateDbContext();
        Assert.Equal((1, 1), (await db.Flights.IgnoreQueryFilters().CountAsync(), await db.FlightLoads.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task An_import_that_lost_its_lease_activates_nothing(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var stage = desk.Airline.Get<FlightStage>();
        var load = await StageAsync(stage);
        desk.Airline.Clock.Advance(FlightStage.LeaseTime);
        await desk.FlightsAsync(Rows);

        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.ActivateAsync(load, (_, _) => Task.CompletedTask, CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task A_lease_that_a_wrong_clock_gave_holds_nobody_up(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.Airline.Writes.RunAsync(async (db, cancel) =>
        {
            db.Add(new FlightLoad { Source = "csv", StartedAt = HeadlessAirline.Start.AddYears(1), LeaseUntil = HeadlessAirline.Start.AddYears(1) });
            await db.SaveChangesAsync(cancel);
        });

        Assert.True((await desk.FlightsAsync(Rows)).Accepted);
    }

    [Theory, EveryDatabase]
    public async Task An_import_that_fails_leaves_nothing_behind(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var request = new ImportRequest(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(Rows)))
        {
            Progress = progress =>
            {
                if (progress.Doing == "Staging flights") throw new OperationCanceledException();
            },
        };

        await Assert.ThrowsAsync<OperationCanceledException>(() => desk.Airline.Get<ImportFlights>().RunAsync(request, CancellationToken.None));

        await using var db = desk.Airline.Databases.CreateDbContext();
        Assert.Equal((0, 0), (await db.Flights.IgnoreQueryFilters().CountAsync(), await db.FlightLoads.CountAsync()));
    }

    private static async Task<FlightLoad> StageAsync(FlightStage stage)
    {
        var load = await stage.BeginAsync("csv", CancellationToken.None);
        Assert.NotNull(load);
        await stage.AddAsync(load, [new ImportedFlight(SomeFlight(), 2)], _ => { }, CancellationToken.None);
        return load;
    }

    private static Flight SomeFlight() => new()
    {
        Carrier = "XB", OperatingCarrier = "XB", Number = 101, ServiceDate = new DateOnly(2026, 12, 1), Date = new DateOnly(2026, 12, 1),
        Origin = AirportCode.Parse("LHR"), Destination = AirportCode.Parse("JFK"), DepartsLocal = new TimeOnly(9, 0), ArrivesLocal = new TimeOnly(12, 0),
        ArrivalDayOffset = 0, DepartsAt = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), ArrivesAt = new DateTimeOffset(2026, 12, 1, 17, 0, 0, TimeSpan.Zero),
        Aircraft = "B77W", Seats = 300,
    };
}
