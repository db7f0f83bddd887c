using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>Sets up each SQLite connection: foreign keys, a full sync at every commit, and a bounded wait for the write lock.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>How long a statement waits for another process's lock before it fails.</summary>
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(10);

    private static readonly string Statements =
        $"PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA busy_timeout = {(int)BusyTimeout.TotalMilliseconds};";

    // Connections come from a pool, and what was set stays with the library's own, which is used again and again.
    private static readonly ConditionalWeakTable<object, object?> Done = [];

    public static void Apply(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is not { } handle || !Done.TryAdd(handle, null)) return;
        Run(connection, Statements);
    }

    /// <summary>Bulk work changes more pages in a commit than the usual cache holds, and each is kept as it was until the unit of work ends.</summary>
    public static void ApplyForWriting(DbConnection connection) => Run(connection, "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000"); // 32 MiB.

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Run(DbConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this file.
        command.CommandText = statements;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
