using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>Sets up each SQLite connection: foreign keys, a full sync at every commit, and a bounded wait for the write lock.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>How long a statement waits for another process's lock before it fails.</summary>
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(10);

    private static readonly string Statements =
        $"PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA busy_timeout = {(int)BusyTimeout.TotalMilliseconds};";

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statements;
        command.ExecuteNonQuery();
    }

    /// <summary>Bulk work changes more pages in a commit than the usual cache holds, and each is kept as it was until the unit of work ends.</summary>
    public static void ApplyForWriting(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY"; // 32 MiB.
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }
}
