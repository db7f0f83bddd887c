using AirlineBooking.Domain.Bookings;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>Finds the boarding passes of a booking, in the order in which they were given; whether one is still good, <see cref="ReadBoardingPass"/> says.</summary>
public sealed class FindBoardingPasses(IDbContextFactory<AirlineDb> databases)
{
    /// <summary>Nine seats and nine laps on twelve flights are fewer.</summary>
    public const int Most = 300;

    public async Task<IReadOnlyList<BoardingPass>> RunAsync(BookingId booking, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<BoardingPass>().AsNoTracking().Where(pass => pass.BookingId == booking).OrderBy(pass => pass.FlightId).ThenBy(pass => pass.Sequence).Take(Most).ToListAsync(cancel);
    }
}
