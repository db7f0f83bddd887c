using AirlineBooking.Domain.Flights;
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
}
