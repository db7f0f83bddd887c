using AirlineBooking.Web.Platform.Observability;
using Microsoft.Extensions.Primitives;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>Puts the security headers and the request's id on every answer, whatever made it.</summary>
public sealed class AnswerHeaders(RequestDelegate next)
{
    /// <summary>What a page may load. No nonce: pages are the same for everybody and may be kept.</summary>
    /// <remarks>
    /// Inline style attributes are allowed because drawings are driven by custom properties on their elements;
    /// style elements and every script come from files of ours.
    /// </remarks>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly StringValues Policy = ContentSecurityPolicy;
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues Permissions = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues OneYear = "max-age=31536000";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues NoCache = "no-cache";

    private static readonly Func<object, Task> OnStarting = static state =>
    {
        Put((HttpContext)state);
        return Task.CompletedTask;
    };

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment, because an error page starts by clearing what was there.
        context.Response.OnStarting(OnStarting, context);
        return next(context);
    }

    private static void Put(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[RequestIds.Header] = context.TraceIdentifier;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers["Referrer-Policy"] = Referrer;
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        if (context.Request.IsHttps && !IsLocal(context.Request.Host.Host)) headers.StrictTransportSecurity = OneYear;
        if (context.GetEndpoint()?.Metadata.GetMetadata<PersonalPageAttribute>() is not null) headers.CacheControl = NoStore;
        else if (headers.CacheControl.Count == 0 && IsPage(context.Response.ContentType)) headers.CacheControl = NoCache;
    }

    // A developer's certificate must not bind every other program on localhost to https for a year.
    private static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private static bool IsPage(string? contentType) => contentType?.StartsWith("text/html", StringComparison.Ordinal) is true;
}
