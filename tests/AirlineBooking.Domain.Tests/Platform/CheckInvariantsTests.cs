using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Tests.Flights.Imports;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Platform;

public sealed class CheckInvariantsTests
{
    private const string Flights = ImportDesk.Header
        + "XB,101,LHR,JFK,2026-12-01,09:00,12:00,0,480,G-ABCD,B77W,300\n"
        + "XB,102,JFK,LHR,2026-12-01,19:00,07:00,1,420,G-ABCD,B77W,300\n";

    [Theory, EveryDatabase]
    public async Task What_imports_leave_violates_nothing(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(Flights);
        await desk.SsimAsync(SsimText.Begin('L', "20MAR27", "10APR27").Leg(new() { From = "20MAR27", To = "10APR27", DepartureVariation = "", ArrivalVariation = "" }).Trailer().End());

        Assert.Empty(await ViolatedAsync(desk));
    }

    [Theory]
    [EveryDatabase("UPDATE airports SET time_zone = 'Mars/Olympus' WHERE code = 'SIN'", "Every airport's time zone is one of the tz database")]
    [EveryDatabase("UPDATE flights SET departs_local = '10:00:00' WHERE number = 101", "Every flight's instants are its local times by the airports' zones")]
    [EveryDatabase("UPDATE flights SET arrival_day_offset = 0 WHERE number = 102", "Every flight's instants are its local times by the airports' zones")]
    [EveryDatabase("UPDATE flights SET arrives_at = '2026-12-03 12:00:00', arrives_local = '07:00:00', arrival_day_offset = 2 WHERE number = 101", "Every flight lands after it leaves, within a day")]
    [EveryDatabase("UPDATE flights SET joins_next_leg = TRUE WHERE number = 101", "Legs that are joined follow each other")]
    [EveryDatabase("DELETE FROM schedule_version", "The schedule version is there")]
    [InlineData(Database.Sqlite, "PRAGMA foreign_keys = OFF; UPDATE flights SET aircraft = 'NONE' WHERE number = 101", "Every row that another row names is there")]
    [EveryDatabase("INSERT INTO staged_flight_changes SELECT load_id, id, FALSE, FALSE, 'XB', 1, date, FALSE, departs_local, arrives_local, 0, departs_at, arrives_at, aircraft, 1, NULL, NULL, NULL, NULL FROM flights", "Nothing of an activated import waits")]
    public async Task What_is_broken_is_found(Database database, string damage, string invariant)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.FlightsAsync(Flights);
        await using (var db = desk.Airline.Databases.CreateDbContext()) await db.Database.ExecuteSqlRawAsync(damage);

        Assert.Equal([invariant], await ViolatedAsync(desk));
    }

    [Theory, EveryDatabase]
    public async Task An_import_that_was_given_up_is_a_remark(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.Airline.Get<FlightStage>().BeginAsync("csv", CancellationToken.None);

        var remark = Assert.Single(await ResultsAsync(desk), result => result.Found > 0);

        Assert.True(remark.Invariant.IsRemark);
        Assert.False(remark.IsViolated);
    }

    private static async Task<IEnumerable<string>> ViolatedAsync(ImportDesk desk) =>
        (await ResultsAsync(desk)).Where(result => result.IsViolated).Select(result => result.Invariant.Name);

    private static async Task<List<InvariantResult>> ResultsAsync(ImportDesk desk) =>
        await desk.Airline.Get<CheckInvariants>().RunAsync(CancellationToken.None).ToListAsync();
}
