using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Seats;

/// <summary>An import does not touch flights on which somebody has a seat or a place.</summary>
public sealed class FlightsWithClaimsTests
{
    [Theory, EveryDatabase]
    public async Task A_live_hold_counts_and_one_that_ran_out_does_not(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flights = await airline.AddFlightsAsync(2);
        await SeatRaceTests.HoldAsync(airline, flights[1], "me", "14A");

        Assert.Equal([flights[1]], await AskAsync(airline, flights));
        airline.Clock.Advance(SeatHold.Lifetime);
        Assert.Empty(await AskAsync(airline, flights));
    }

    [Theory, EveryDatabase]
    public async Task A_sold_seat_and_a_place_without_a_seat_count(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flights = await airline.AddFlightsAsync(3);
        await SeatRaceTests.HoldAsync(airline, flights[0], "me", "14A");
        await airline.Writes.RunAsync(async (db, cancel) =>
        {
            await db.SeatClaims.ExecuteUpdateAsync(
                set => set.SetProperty(claim => claim.State, ClaimState.Sold).SetProperty(claim => claim.HeldUntil, (DateTimeOffset?)null)
                    .SetProperty(claim => claim.BookingId, Guid.NewGuid()).SetProperty(claim => claim.PassengerId, Guid.NewGuid()),
                cancel);
            db.FlightCabins.Add(new FlightCabin { FlightId = flights[2], Cabin = Cabin.Economy, Capacity = 162, Authorised = 162, Unseated = 1, Taken = 1 });
            await db.SaveChangesAsync(cancel);
        });
        airline.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal([flights[0], flights[2]], (await AskAsync(airline, flights)).Order());
    }

    private static async Task<IReadOnlySet<FlightId>> AskAsync(HeadlessAirline airline, FlightId[] flights)
    {
        await using var db = await airline.Databases.CreateDbContextAsync();
        return await airline.Get<FlightsWithPassengers>().AmongAsync(db, flights, default);
    }
}
