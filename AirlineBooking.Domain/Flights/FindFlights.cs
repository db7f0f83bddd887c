using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Finds dated flights by number or by route, on one date local at the origin.</summary>
public sealed class FindFlights(IDbContextFactory<AirlineDb> databases)
{
    /// <summary>More than any two cities have between them in a day.</summary>
    public const int MostFlights = 1000;

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
            .Take(MostFlights)
            .ToListAsync(cancel);
    }

    /// <summary>Every leg between two places that leaves on that date, in the order they leave.</summary>
    public async Task<IReadOnlyList<Flight>> RunAsync(
        IReadOnlyCollection<AirportCode> origins, IReadOnlyCollection<AirportCode> destinations, DateOnly date, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Flights.AsNoTracking()
            .Where(f => origins.Contains(f.Origin) && destinations.Contains(f.Destination) && f.Date == date)
            .OrderBy(f => f.DepartsAt).ThenBy(f => f.Id)
            .Take(MostFlights)
            .ToListAsync(cancel);
    }

    /// <summary>What is promised of the cabins of some flights; a cabin that is not among them has sold nothing.</summary>
    public async Task<ILookup<FlightId, FlightCabin>> CabinsAsync(IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await db.FlightCabins.AsNoTracking().Where(cabin => flights.Contains(cabin.FlightId)).ToListAsync(cancel)).ToLookup(cabin => cabin.FlightId);
    }

    /// <summary>The first flight that leaves a week from now or later: one to show as an example.</summary>
    public Task<Flight?> NextAsync(DateTimeOffset now, CancellationToken cancel) => FirstAsync(now.AddDays(7), cancel);

    /// <summary>The first flight that leaves then or later.</summary>
    public async Task<Flight?> FirstAsync(DateTimeOffset from, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Flights.AsNoTracking().Where(f => f.DepartsAt >= from).OrderBy(f => f.DepartsAt).ThenBy(f => f.Id).FirstOrDefaultAsync(cancel);
    }
}
