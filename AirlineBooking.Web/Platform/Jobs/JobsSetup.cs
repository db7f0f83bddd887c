using AirlineBooking.Web.Platform.Settings;
using Coravel;

namespace AirlineBooking.Web.Platform.Jobs;

/// <summary>What runs by the clock, where this process is a worker. Each job is a shell that never throws over an operation that may run twice.</summary>
public static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services, Roles roles)
    {
        if (!roles.Worker) return services;
        return services.AddScheduler().AddTransient<RollHorizonJob>().AddTransient<ForgetJob>().AddHostedService<Tick>();
    }

    public static void ScheduleJobs(this WebApplication app, Roles roles)
    {
        if (!roles.Worker) return;
        var log = app.Services.GetRequiredService<ILogger<RollHorizonJob>>();
        app.Services
            .UseScheduler(scheduler =>
            {
                // Each origin's day begins at its own hour; a run that finds no new day reads one table and ends.
                scheduler.Schedule<RollHorizonJob>().Hourly().PreventOverlapping(nameof(RollHorizonJob));
                scheduler.Schedule<ForgetJob>().Hourly().PreventOverlapping(nameof(ForgetJob));
            })
            .OnError(failure => log.LogError(failure, "A job could not be started."));
    }
}
