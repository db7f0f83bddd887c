using System.Text.Json;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Settings;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AirlineBooking.Web.Platform.Observability;

/// <summary>Something an operator should see in the report although all is well.</summary>
public sealed record HealthRemark(Func<IServiceProvider, string?> Sentence);

/// <summary>Says whether this process lives and whether it can serve. A feature adds what must be ready with the tag below.</summary>
public static class Health
{
    /// <summary>The tag of checks that must pass before anybody is sent here.</summary>
    public const string Ready = "ready";

    private const string Framework = "Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService";

    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        // The framework logs whatever is not ready as an error. A timetable that is being read, or a program that is stopping, is
        // none: it is told below, each as what it is.
        services.AddLogging(logging => logging.AddFilter(Framework, LogLevel.None));
        services.AddHealthChecks()
            .AddCheck<StoppingHealth>("process", tags: [Ready], timeout: LongestCheck)
            .AddCheck<DatabaseHealth>("database", tags: [Ready], timeout: LongestCheck)
            .AddCheck<TimetableHealth>("timetable", tags: [Ready], timeout: LongestCheck);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = WriteAsync });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    // Names, versions and sentences of ours: an exception's text may hold a connection string, so it stays in the log.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var checks = report.Entries.ToDictionary(entry => entry.Key, entry => new CheckAnswer(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.Value.Status.ToString()),
            entry.Value.Exception is null ? entry.Value.Description : "It cannot be reached. The log says why.",
            entry.Value.Data.Count == 0 ? null : entry.Value.Data));
        if (report.Status is HealthStatus.Unhealthy)
        {
            Tell(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Health)), report);
            var failing = checks.Where(check => check.Value.Status == "unhealthy").Select(check => check.Key);
            return Problems.Of(ProblemCode.NotReady, $"Not ready: {string.Join(", ", failing)}.", ("checks", checks)).ExecuteAsync(context);
        }
        var remarks = context.RequestServices.GetServices<HealthRemark>().Select(remark => remark.Sentence(context.RequestServices)).OfType<string>().ToList();
        return context.Response.WriteAsJsonAsync(
            new HealthAnswer(JsonNamingPolicy.SnakeCaseLower.ConvertName(report.Status.ToString()), context.RequestServices.GetRequiredService<Roles>().ToString(), checks, remarks),
            ApiJson.Options, context.RequestAborted);
    }

    // What a check says in words is a state that passes by itself; what it throws is an error.
    internal static void Tell(ILogger logger, HealthReport report)
    {
        foreach (var (name, entry) in report.Entries)
        {
            if (entry.Status is not HealthStatus.Unhealthy) continue;
            if (entry.Exception is { } exception) logger.LogError(exception, "The check {Check} failed.", name);
            else logger.LogInformation("Not ready: {Check}. {Reason}", name, entry.Description);
        }
    }

    private sealed record HealthAnswer(string Status, string Roles, IReadOnlyDictionary<string, CheckAnswer> Checks, IReadOnlyList<string> Remarks);

    private sealed record CheckAnswer(string Status, string? Detail, IReadOnlyDictionary<string, object>? Facts);
}
