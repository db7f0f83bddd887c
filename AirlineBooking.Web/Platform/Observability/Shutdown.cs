using System.ComponentModel.DataAnnotations;
using AirlineBooking.Web.Platform.Settings;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Platform.Observability;

/// <summary>The section "Shutdown": how this process leaves.</summary>
public sealed class ShutdownSettings
{
    public const string Section = "Shutdown";

    /// <summary>How long it goes on serving, not ready any more, so that a balancer can send people elsewhere.</summary>
    [Range(0, 300, ErrorMessage = "Shutdown:DrainSeconds must be 0 to 300.")]
    public int DrainSeconds { get; init; }

    /// <summary>How long requests and jobs that run then may take to end.</summary>
    [Range(1, 300, ErrorMessage = "Shutdown:TimeoutSeconds must be 1 to 300.")]
    public int TimeoutSeconds { get; init; } = 15;
}

/// <summary>Leaves in order: not ready, then no new requests, then the end of those that run.</summary>
internal sealed class Shutdown(IOptions<ShutdownSettings> settings, TimeProvider clock) : IHostedLifecycleService
{
    private bool _drained;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped twice: by a signal, and when it is disposed.
        if (_drained || settings.Value.DrainSeconds == 0) return;
        _drained = true;
        await Task.Delay(TimeSpan.FromSeconds(settings.Value.DrainSeconds), clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>How Program.cs names it.</summary>
public static class ShutdownSetup
{
    public static IServiceCollection AddGracefulShutdown(this IServiceCollection services)
    {
        services.AddSettings<ShutdownSettings>(ShutdownSettings.Section);
        services.AddHostedService<Shutdown>();
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownSettings>>((host, shutdown) =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(shutdown.Value.DrainSeconds + shutdown.Value.TimeoutSeconds));
        return services;
    }
}
