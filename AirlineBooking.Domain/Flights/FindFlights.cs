using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Finds dated flights by number or by route, on one date local at the origin.</summary>
public sealed class FindFlights(IDbContextFactory<AirlineDb> databases)
{
    /// <summary>One flight, or none that is on sale.</summary>
    public async Task<Flight?> RunAsync(FlightId id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Flights.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel);
    }

    /// <summary>Every leg with that number on that date, in the order they leave.</summary>
    public async Task<IReadOnlyList<Flight>> RunAsync(FlightNumber number, DateOnly date, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Flights.AsNoTracking()
            .Where(f => f.Carrier == number.Carrier && f.Number == number.Number && f.Suffix == number.Suffix && f.Date == date)
            .OrderBy(f => f.DepartsAt).ThenBy(f => f.Id)
            .ToListAsync(cancel);
    }
}
