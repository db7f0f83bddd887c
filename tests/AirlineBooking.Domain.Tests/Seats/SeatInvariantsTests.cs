using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Seats;

public sealed class SeatInvariantsTests
{
    [Theory]
    [EveryDatabase("UPDATE flight_cabins SET capacity = capacity + 1", "Every cabin in which somebody has a place has as many seats as its aircraft")]
    [EveryDatabase("UPDATE flights SET seats = 100", "Every cabin in which somebody has a place has as many seats as its aircraft")]
    public async Task A_cabin_that_is_not_its_aircrafts_is_found(Database database, string damage, string invariant)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await SeatRaceTests.HoldAsync(airline, flight, "me", "14A", "2A");
        Assert.Empty(await ViolatedAsync(airline));

        await airline.Writes.RunAsync((db, cancel) => db.Database.ExecuteSqlRawAsync(damage, cancel));

        Assert.Contains(invariant, await ViolatedAsync(airline));
    }

    [Theory, EveryDatabase]
    public async Task An_aircraft_that_was_exchanged_brings_its_own_seats(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await SeatRaceTests.HoldAsync(airline, flight, "me", "14A");
        airline.Clock.Advance(SeatHold.Lifetime);
        await airline.Get<ExpireHolds>().RunAsync(default);
        await airline.Writes.RunAsync((db, cancel) => db.Database.ExecuteSqlRawAsync("UPDATE flights SET seats = 100", cancel));

        await SeatRaceTests.HoldAsync(airline, flight, "you", "14A");

        await using var db = await airline.Databases.CreateDbContextAsync();
        var economy = await db.FlightCabins.AsNoTracking().SingleAsync(cabin => cabin.Cabin == Cabin.Economy);
        Assert.Equal((100, 100), (economy.Capacity, economy.Authorised));
        Assert.Empty(await ViolatedAsync(airline));
    }

    private static async Task<List<string>> ViolatedAsync(HeadlessAirline airline) =>
        await airline.Get<CheckInvariants>().RunAsync(default).Where(result => result.IsViolated).Select(result => result.Invariant.Name).ToListAsync();
}
