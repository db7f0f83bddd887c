using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Observability;
using AirlineBooking.Web.Platform.Settings;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>Sets the limits up: requests in a window, and live connections at a time.</summary>
public static class LimitsSetup
{
    private const int MostMessageBytes = 32 * 1024;

    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddSettings<RateLimitSettings>(RateLimitSettings.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RateLimitSettings>, RateLimitSettingsValidation>());
        return services.AddSingleton(new HealthRemark(made =>
            made.GetRequiredService<IOptions<RateLimitSettings>>().Value.Enabled ? null : "HTTP rate limits are off (RateLimits:Enabled=false)."));
    }

    /// <summary>Pages that live: what one message, one page and one address may take.</summary>
    public static IServiceCollection AddLivePages(this IServiceCollection services)
    {
        services.AddSettings<CircuitSettings>(CircuitSettings.Section);
        services.AddSingleton<ConnectionCap>();
        services.AddSignalR(options => options.AddFilter<ConnectionCap>()).AddJsonProtocol(json => ApiJson.Apply(json.PayloadSerializerOptions));
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(options =>
        {
            options.MaximumReceiveMessageSize = MostMessageBytes;
            options.MaximumParallelInvocationsPerClient = 1;
            options.EnableDetailedErrors = false;
        });
        services.AddOptions<CircuitOptions>().Configure<IOptions<CircuitSettings>>((circuits, settings) =>
        {
            circuits.DisconnectedCircuitMaxRetained = settings.Value.MostDisconnected;
            circuits.PersistedCircuitInMemoryMaxRetained = settings.Value.MostDisconnected;
            circuits.DetailedErrors = false;
        });
        return services;
    }

    /// <summary>Stands after authentication, which says whom to count.</summary>
    public static IApplicationBuilder UseLimits(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<RateLimitSettings>>().Value.Enabled ? app.UseMiddleware<RateLimits>() : app;

    /// <summary>Counts calls of an endpoint or a group for a policy of their own, besides the default one.</summary>
    public static TBuilder CountsFor<TBuilder>(this TBuilder endpoints, RatePolicy policy) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new CountsFor(policy));
}
