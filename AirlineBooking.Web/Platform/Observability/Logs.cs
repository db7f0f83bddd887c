using Microsoft.Extensions.Logging.Console;

namespace AirlineBooking.Web.Platform.Observability;

/// <summary>Logs to the console: one JSON object a line for machines, and in Development lines for people.</summary>
public static class Logs
{
    public static WebApplicationBuilder AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // A trace's ids join logs and traces; the request's own id is a scope of ours.
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (builder.Environment.IsDevelopment()) builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
        else
        {
            builder.Logging.AddJsonConsole(options =>
            {
                options.IncludeScopes = true;
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
        builder.Services.Configure<ConsoleLoggerOptions>(options =>
        {
            // A console that nobody reads must not stop the program: then the newest lines are lost, and that is said.
            options.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
        return builder;
    }
}
