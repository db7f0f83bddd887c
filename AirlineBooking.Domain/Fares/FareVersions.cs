using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Fares;

/// <summary>Reads and counts up the one row that tells every process to read fares again.</summary>
public static class FareVersions
{
    /// <summary>Counts up inside the unit of work that changed fares, so that nobody sees the one without the other.</summary>
    public static Task<int> BumpAsync(AirlineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var changedAt = UtcInstant.ToStored(now);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO fare_version (id, version, changed_at) VALUES ({FareVersion.OnlyRow}, 1, {changedAt})
            ON CONFLICT (id) DO UPDATE SET version = fare_version.version + 1, changed_at = excluded.changed_at
            """,
            cancel);
    }

    /// <summary>The version now; 0 before the first change.</summary>
    public static async Task<long> ReadAsync(AirlineDb db, CancellationToken cancel) =>
        await db.FareVersions.Where(v => v.Id == FareVersion.OnlyRow).Select(v => v.Version).SingleOrDefaultAsync(cancel);
}
