using System.Diagnostics;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Platform.Database.Demo;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>Makes the database ready before anything else runs: the file, its schema, the reference data, the flights on sale.</summary>
/// <remarks>The site and every command go through it, and each start after the first finds little to do.</remarks>
public sealed class PrepareDatabase(
    IDbContextFactory<AirlineDb> databases,
    LoadReferenceData loadReferenceData,
    CreateDemoNetwork createDemoNetwork,
    CreateDemoFares createDemoFares,
    RollHorizon rollHorizon,
    AirportDirectories directories,
    MigrationLock migrationLock,
    ILogger<PrepareDatabase> log)
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>How long the schema's change may take, a wait for another process that changes it included.</summary>
    public TimeSpan LongestMigration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the site and every command need. Throws <see cref="DatabaseUnusableException"/> with what to do.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        await directories.RefreshAsync(cancel);
    }

    /// <summary>What the site needs: its flights too, and on its first start the demo network if that is wanted.</summary>
    public async Task RunForSiteAsync(bool demo, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        await PrepareAsync(cancel);
        if (demo && await createDemoFares.RunAsync(cancel)) log.LogInformation("Demo fares created.");
        if (demo && await createDemoNetwork.RunAsync(cancel)) log.LogInformation("Demo network created.");
        if (await rollHorizon.RunAsync(cancel) is > 0 and var added) log.LogInformation("{Flights} flights put on sale.", added);
        await directories.RefreshAsync(cancel);
        log.LogInformation("Database ready after {Milliseconds} ms.", (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            if (db.Database.IsSqlite()) await PrepareFileAsync(db, cancel);
            await MigrateAsync(db, cancel);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SqliteBusy or SqliteLocked)
        {
            throw new DatabaseUnusableException(
                $"Another process is writing to the database file and did not finish within {SqlitePragmas.BusyTimeout.TotalSeconds:0} seconds. "
                + "Stop it, or wait for it, and start again.", failure);
        }
        if (await loadReferenceData.RunAsync(cancel)) log.LogInformation("Reference data loaded.");
    }

    private static async Task PrepareFileAsync(AirlineDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        SqliteLibrary.RefuseBelow(SqliteLibrary.OldestSafe, db.Database.GetDbConnection().ServerVersion);
        // Readers and the one writer do not wait for each other. The file remembers it.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
    }

    private async Task MigrateAsync(AirlineDb db, CancellationToken cancel)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(LongestMigration);
        try
        {
            if (!(await db.Database.GetPendingMigrationsAsync(timeout.Token)).Any()) return;
            if (await migrationLock.ClearAbandonedAsync(db, timeout.Token)) log.LogWarning("A migration lock that a killed process left behind was removed.");
            await db.Database.MigrateAsync(timeout.Token);
            log.LogInformation("Schema migrated.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new DatabaseUnusableException(
                $"Another process has held the database's migration lock for {LongestMigration.TotalSeconds:0} seconds. "
                + "If another start is still migrating, wait for it and start again. "
                + $"If none is, start again in {MigrationLock.AbandonedAfter.TotalMinutes:0} minutes: the lock then counts as abandoned and is removed.");
        }
    }
}

/// <summary>The database cannot be used, and the message says to the operator what to do.</summary>
public sealed class DatabaseUnusableException : Exception
{
    public DatabaseUnusableException(string message) : base(message) { }

    public DatabaseUnusableException(string message, Exception cause) : base(message, cause) { }

    public DatabaseUnusableException() { }
}
