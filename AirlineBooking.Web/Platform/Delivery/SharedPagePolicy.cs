using AirlineBooking.Domain.Search;
using Microsoft.AspNetCore.OutputCaching;

namespace AirlineBooking.Web.Platform.Delivery;

/// <summary>Keeps a page that is the same for everybody: by address, theme and encoding, while the minute and the data behind it stand.</summary>
internal sealed class SharedPagePolicy : IOutputCachePolicy
{
    /// <summary>Prices are issued by the minute.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>An address longer than any of ours is not worth a place.</summary>
    private const int LongestQuery = 400;

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var (request, services) = (context.HttpContext.Request, context.HttpContext.RequestServices);
        var shared = HttpMethods.IsGet(request.Method) && request.Headers.Authorization.Count == 0 && request.QueryString.Value is null or { Length: <= LongestQuery };
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = shared;
        if (!shared) return;
        var basis = await services.GetRequiredService<SearchBases>().GetAsync(cancellation);
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["basis"] = basis.Stamp;
        context.CacheVaryByRules.VaryByValues["theme"] = request.Cookies["theme"] is "light" or "dark" ? request.Cookies["theme"]! : ""; // Just looked at.
        context.CacheVaryByRules.VaryByValues["encoding"] = EncodingOf(request.Headers.AcceptEncoding.ToString());
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    // Browsers write the list in many ways; what matters is which of ours comes out.
    private static string EncodingOf(string accepted) =>
        accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
}
