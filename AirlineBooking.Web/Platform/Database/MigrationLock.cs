using System.Globalization;
using AirlineBooking.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>The row that EF Core puts into a SQLite database while it migrates, so that two starts do not migrate at once.</summary>
/// <remarks>A process killed meanwhile leaves it behind, and every later start would wait for it for ever.</remarks>
public sealed class MigrationLock(TimeProvider clock)
{
    /// <summary>No migration of ours takes this long; a lock that is older has no owner.</summary>
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(3);

    private const string Table = "__EFMigrationsLock";

    /// <summary>Removes a lock without an owner; answers true when there was one.</summary>
    public async Task<bool> ClearAbandonedAsync(AirlineDb db, CancellationToken cancel)
    {
        // PostgreSQL's lock ends with its connection.
        if (!db.Database.IsSqlite()) return false;
        await db.Database.OpenConnectionAsync(cancel);
        if (await TakenAtAsync((SqliteConnection)db.Database.GetDbConnection(), cancel) is not { } taken) return false;
        // A lock from the future was taken under another clock, and has no owner either.
        var (at, text) = taken;
        if ((clock.GetUtcNow() - at).Duration() < AbandonedAfter) return false;
        return await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\" WHERE \"Timestamp\" = {text}", cancel) > 0;
    }

    private static async Task<(DateTimeOffset At, string Text)?> TakenAtAsync(SqliteConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{Table}'";
        if (await command.ExecuteScalarAsync(cancel) is not 1L) return null;
        command.CommandText = $"SELECT \"Timestamp\" FROM \"{Table}\"";
        if (await command.ExecuteScalarAsync(cancel) is not string text) return null;
        return (DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), text);
    }
}
