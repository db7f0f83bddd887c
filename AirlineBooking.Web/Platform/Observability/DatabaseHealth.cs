using AirlineBooking.Domain;
using AirlineBooking.Domain.Flights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AirlineBooking.Web.Platform.Observability;

/// <summary>Is the database there, with the schema that this program needs?</summary>
internal sealed class DatabaseHealth(IDbContextFactory<AirlineDb> databases) : IHealthCheck
{
    // A schema that was once complete stays so while this program runs: newer programs only add to it.
    private volatile bool _migrated;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (!_migrated && (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return HealthCheckResult.Unhealthy("The schema is older than this program.");
        _migrated = true;
        return HealthCheckResult.Healthy(data: new Dictionary<string, object>
        {
            ["provider"] = db.Database.IsSqlite() ? "SQLite" : "PostgreSQL",
            ["version"] = db.Database.GetDbConnection().ServerVersion,
            ["scheduleVersion"] = await ScheduleVersions.ReadAsync(db, cancellationToken),
        });
    }
}

/// <summary>A program that was told to stop still answers, but nobody new should be sent to it.</summary>
internal sealed class StoppingHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("Stopping.") : HealthCheckResult.Healthy());
}
