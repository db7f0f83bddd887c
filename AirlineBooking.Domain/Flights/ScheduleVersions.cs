using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Reads and counts up the one row that tells every process to read flights and airports again.</summary>
public static class ScheduleVersions
{
    /// <summary>Counts up inside the unit of work that made the change, so that nobody sees the one without the other.</summary>
    public static Task<int> BumpAsync(AirlineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var changedAt = UtcInstant.ToStored(now);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO schedule_version (id, version, changed_at) VALUES ({ScheduleVersion.OnlyRow}, 1, {changedAt})
            ON CONFLICT (id) DO UPDATE SET version = schedule_version.version + 1, changed_at = excluded.changed_at
            """,
            cancel);
    }

    /// <summary>The version now; 0 before the first change.</summary>
    public static async Task<long> ReadAsync(AirlineDb db, CancellationToken cancel) =>
        (await db.ReadAsync($"SELECT version FROM schedule_version WHERE id = {ScheduleVersion.OnlyRow}", row => row.GetInt64(0), cancel)).FirstOrDefault();
}
