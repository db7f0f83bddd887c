using AirlineBooking.Web.Platform.Observability;
using AirlineBooking.Web.Platform.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>Sets the limits up: requests in a window, and live connections at a time.</summary>
public static class LimitsSetup
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddSettings<RateLimitSettings>(RateLimitSettings.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RateLimitSettings>, RateLimitSettingsValidation>());
        return services.AddSingleton(new HealthRemark(made =>
            made.GetRequiredService<IOptions<RateLimitSettings>>().Value.Enabled ? null : "HTTP rate limits are off (RateLimits:Enabled=false)."));
    }

    /// <summary>Stands after authentication, which says whom to count.</summary>
    public static IApplicationBuilder UseLimits(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<RateLimitSettings>>().Value.Enabled ? app.UseMiddleware<RateLimits>() : app;

    /// <summary>Counts calls of an endpoint or a group for a policy of their own, besides the default one.</summary>
    public static TBuilder CountsFor<TBuilder>(this TBuilder endpoints, RatePolicy policy) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new CountsFor(policy));
}
