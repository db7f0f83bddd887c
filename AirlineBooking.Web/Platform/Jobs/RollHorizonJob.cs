using AirlineBooking.Domain.Flights;
using Coravel.Invocable;

namespace AirlineBooking.Web.Platform.Jobs;

/// <summary>Puts the next day's flights on sale when a new day has begun somewhere.</summary>
public sealed class RollHorizonJob(RollHorizon rollHorizon, IHostApplicationLifetime lifetime, ILogger<RollHorizonJob> log) : IInvocable
{
    public async Task Invoke()
    {
        try
        {
            if (await rollHorizon.RunAsync(lifetime.ApplicationStopping) is > 0 and var added) log.LogInformation("{Flights} flights put on sale.", added);
        }
        catch (Exception failure)
        {
            // The next hour tries again from where this one came to.
            log.LogError(failure, "The sale horizon could not be rolled forward.");
        }
    }
}
