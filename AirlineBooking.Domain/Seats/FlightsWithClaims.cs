using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Seats;

/// <summary>Answers an import which flights somebody holds a seat or has a place on; holds that ran out do not count.</summary>
internal sealed class FlightsWithClaims(TimeProvider clock)
{
    // As many as one statement may name.
    private const int MostAtOnce = 500;

    public async Task<IReadOnlyCollection<FlightId>> AmongAsync(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = new HashSet<FlightId>();
        foreach (var some in flights.Chunk(MostAtOnce))
        {
            found.UnionWith(await db.SeatClaims.AsNoTracking()
                .Where(claim => some.Contains(claim.FlightId) && (claim.State != ClaimState.Held || claim.HeldUntil > now))
                .Select(claim => claim.FlightId).Distinct().ToListAsync(cancel));
            found.UnionWith(await db.FlightCabins.AsNoTracking()
                .Where(cabin => some.Contains(cabin.FlightId) && cabin.Unseated > 0)
                .Select(cabin => cabin.FlightId).Distinct().ToListAsync(cancel));
        }
        return found;
    }

    /// <summary>Forgets the holds of flights that go. A hold that also has seats on a leg that stays goes on as one of that leg, until it is tidied away.</summary>
    public static async Task ClearAsync(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
    {
        foreach (var some in flights.Chunk(MostAtOnce))
        {
            await db.ExecuteAsync($"DELETE FROM seat_claims WHERE flight_id IN ({some})", cancel);
            await db.ExecuteAsync(
                $"""
                UPDATE seat_holds SET flight_id = (SELECT MIN(c.flight_id) FROM seat_claims c WHERE c.hold_id = seat_holds.id)
                WHERE flight_id IN ({some}) AND EXISTS (SELECT 1 FROM seat_claims c WHERE c.hold_id = seat_holds.id)
                """,
                cancel);
            await db.ExecuteAsync($"DELETE FROM seat_holds WHERE flight_id IN ({some})", cancel);
        }
    }
}
