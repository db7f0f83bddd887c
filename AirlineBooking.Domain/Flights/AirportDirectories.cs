using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Holds the directory that is current, and reads it again when the schedule version has changed.</summary>
public sealed class AirportDirectories(IDbContextFactory<AirlineDb> databases)
{
    private readonly Lock _replacing = new();
    private AirportDirectory _current = AirportDirectory.Empty;

    public AirportDirectory Current => Volatile.Read(ref _current);

    /// <summary>Cheap when nothing changed: one row is read.</summary>
    public async Task<AirportDirectory> RefreshAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        // The version is read first: what changes while the rest is read shows as a newer version at the next look.
        var version = await ScheduleVersions.ReadAsync(db, cancel);
        if (version == Current.ScheduleVersion) return Current;
        var fresh = new AirportDirectory(await ReadAsync(db, version, cancel));
        lock (_replacing)
        {
            if (fresh.ScheduleVersion > _current.ScheduleVersion) Volatile.Write(ref _current, fresh);
        }
        return Current;
    }

    private static async Task<DirectoryFacts> ReadAsync(AirlineDb db, long version, CancellationToken cancel) => new(
        version,
        await db.Airports.AsNoTracking().ToListAsync(cancel),
        await db.MetropolitanAreas.AsNoTracking().ToListAsync(cancel),
        await db.Airlines.AsNoTracking().ToListAsync(cancel),
        await db.AircraftTypes.AsNoTracking().ToListAsync(cancel),
        await db.ConnectionTimes.AsNoTracking().ToListAsync(cancel),
        await FlightsFromAsync(db, cancel));

    private static async Task<Dictionary<AirportCode, int>> FlightsFromAsync(AirlineDb db, CancellationToken cancel)
    {
        // Counted in the database: a group taken as a whole would bring every flight here.
        var counts = await db.Flights.IgnoreQueryFilters()
            .GroupBy(flight => flight.Origin, (origin, flights) => new { Origin = origin, Flights = flights.Count() })
            .ToListAsync(cancel);
        return counts.ToDictionary(count => count.Origin, count => count.Flights);
    }
}
