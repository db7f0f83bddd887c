using AirlineBooking.Domain.Flights;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Answers an import which flights a ticket was issued for, whatever became of it.</summary>
internal static class FlightsWithTickets
{
    // As many as one statement may name.
    private const int MostAtOnce = 500;

    public static async Task<IReadOnlyCollection<FlightId>> AmongAsync(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
    {
        var found = new HashSet<FlightId>();
        foreach (var some in flights.Chunk(MostAtOnce))
        {
            found.UnionWith(await db.Coupons.AsNoTracking().Where(coupon => some.Contains(coupon.FlightId)).Select(coupon => coupon.FlightId).Distinct().ToListAsync(cancel));
        }
        return found;
    }
}
