using AirlineBooking.Domain.Bookings;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>Bounds what a stranger may send, and says what a browser may do with our pages.</summary>
public static class SecuritySetup
{
    private const int MostHeaderBytes = 16 * 1024;
    private const int MostHeaders = 64;
    private static readonly TimeSpan HeadersMustArriveWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan IdleConnectionsLive = TimeSpan.FromMinutes(2);

    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<HttpsSettings>(HttpsSettings.Section);
        services.AddKnownProxies(configuration);
        services.AddKeys();
        services.AddSingleton<BrowserBookings>().AddSingleton<BrowserDrafts>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Our own header says it, on every answer.
            options.SuppressXFrameOptionsHeader = true;
        });
        return services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = ApiLimits.MostBodyBytes;
            options.Limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
            options.Limits.MaxRequestHeaderCount = MostHeaders;
            options.Limits.RequestHeadersTimeout = HeadersMustArriveWithin;
            options.Limits.KeepAliveTimeout = IdleConnectionsLive;
        });
    }

    /// <summary>The program's own keys, kept in the database: for cookies, forms and the numbers of travel documents. Commands need them as the site does.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("AirlineBooking");
        return services
            .AddSingleton<KeysInDatabase>()
            .AddSingleton<IDocumentCipher, DocumentCipher>()
            .AddSingleton<IConfigureOptions<KeyManagementOptions>>(made =>
                new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = made.GetRequiredService<KeysInDatabase>()));
    }

    /// <summary>What stands before everything else: who really asks, by which way, and what every answer says.</summary>
    public static IApplicationBuilder UseSecurity(this IApplicationBuilder app) => app
        .UseForwardedHeadersIfKnown()
        .UseMiddleware<AnswerHeaders>()
        .UseMiddleware<RequireHttps>()
        .UseMiddleware<HostCookies>()
        .UseMiddleware<OriginGuard>();

    private static IApplicationBuilder UseForwardedHeadersIfKnown(this IApplicationBuilder app) =>
        app.ApplicationServices.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.ForwardedHeaders == Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.None
            ? app
            : app.UseForwardedHeaders();
}
