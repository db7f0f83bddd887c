using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>Refuses live connections that a page of another site opens: a WebSocket brings the visitor's cookies along, and no browser rule stops it.</summary>
/// <remarks>Another port or scheme of the same host is another site, and so is <c>null</c>. Programs send no Origin; they bring no one else's cookies either.</remarks>
public sealed class OriginGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments("/_blazor") && !request.Path.StartsWithSegments("/hubs")) return next(context);
        var origin = request.Headers.Origin;
        if (origin.Count == 0 || origin.Count == 1 && IsOwn(request, origin[0])) return next(context);
        return Problems.Of(ProblemCode.OriginForbidden, "Open this connection from a page of this site.").ExecuteAsync(context);
    }

    private static bool IsOwn(HttpRequest request, string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
        && Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var ours)
        && theirs.Scheme == ours.Scheme && theirs.Port == ours.Port && theirs.Host.Equals(ours.Host, StringComparison.OrdinalIgnoreCase)
        && theirs.UserInfo.Length == 0;
}
