using System.Net;
using AirlineBooking.Web.Platform.Api;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>Lets plain http in from this machine only. Pages from elsewhere are sent to https, everything else is refused.</summary>
/// <remarks>The API is never redirected: a client that sent its token in clear must notice.</remarks>
public sealed class RequireHttps(RequestDelegate next, IOptions<HttpsSettings> settings)
{
    private const int DefaultHttpsPort = 443;

    private readonly bool _required = settings.Value.Required;
    private readonly int? _port = settings.Value.Port;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // Probes come from the machine's own network and carry nothing worth hiding.
        if (!_required || request.IsHttps || IsOwnMachine(context.Connection.RemoteIpAddress) || request.Path.StartsWithSegments("/health")) return next(context);
        if (_port is { } port && !ApiErrors.Covers(request.Path) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            var host = port == DefaultHttpsPort ? request.Host.Host : $"{request.Host.Host}:{port}";
            context.Response.Redirect($"https://{host}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}", permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        }
        return Problems.Of(ProblemCode.HttpsRequired,
            "Use https. (The operator: behind a proxy that ends https, set ForwardedHeaders:KnownProxies; to allow plain http, set Https:Required=false.)").ExecuteAsync(context);
    }

    // No address at all means a pipe or a test inside this process.
    private static bool IsOwnMachine(IPAddress? address) => address is null || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
