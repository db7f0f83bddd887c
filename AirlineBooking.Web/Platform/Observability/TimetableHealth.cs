using AirlineBooking.Domain.Search;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AirlineBooking.Web.Platform.Observability;

/// <summary>Is the timetable in memory? Before it is, the first search would wait for it.</summary>
internal sealed class TimetableHealth(Timetables timetables) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(timetables.Current is { } timetable
            ? HealthCheckResult.Healthy(data: new Dictionary<string, object> { ["version"] = timetable.Version, ["flights"] = timetable.Flights })
            : HealthCheckResult.Unhealthy("The timetable is being read."));
}
