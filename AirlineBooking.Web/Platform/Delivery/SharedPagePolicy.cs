using AirlineBooking.Domain.Search;
using Microsoft.AspNetCore.OutputCaching;

namespace AirlineBooking.Web.Platform.Delivery;

/// <summary>Keeps a page that is the same for everybody: by address, theme and encoding, while the minute and the data behind it stand.</summary>
/// <remarks>A page is kept when it is asked for a second time: most searches are asked once, and keeping them would only push out the others.</remarks>
internal sealed class SharedPagePolicy : IOutputCachePolicy
{
    /// <summary>Prices are issued by the minute.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>An address longer than any of ours is not worth a place.</summary>
    private const int LongestQuery = 400;

    // What was asked for lately, by hash. A place that two share makes one of them be kept too early or too late, which does no harm.
    private readonly int[] _asked = new int[1 << 16];

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var (request, services) = (context.HttpContext.Request, context.HttpContext.RequestServices);
        var shared = HttpMethods.IsGet(request.Method) && request.Headers.Authorization.Count == 0 && request.QueryString.Value is null or { Length: <= LongestQuery };
        context.EnableOutputCaching = context.AllowCacheLookup = shared;
        context.AllowCacheStorage = context.AllowLocking = false;
        if (!shared) return;
        var basis = await services.GetRequiredService<SearchBases>().GetAsync(cancellation);
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["basis"] = basis.Stamp;
        var theme = request.Cookies["theme"] is ("light" or "dark") and var chosen ? chosen : "";
        var encoding = EncodingOf(request.Headers.AcceptEncoding.ToString());
        context.CacheVaryByRules.VaryByValues["theme"] = theme;
        context.CacheVaryByRules.VaryByValues["encoding"] = encoding;
        context.AllowCacheStorage = context.AllowLocking = WasAsked(HashCode.Combine(request.Path.Value, request.QueryString.Value, basis.Stamp, theme, encoding));
    }

    private bool WasAsked(int hash) => Interlocked.Exchange(ref _asked[hash & _asked.Length - 1], hash) == hash;

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
