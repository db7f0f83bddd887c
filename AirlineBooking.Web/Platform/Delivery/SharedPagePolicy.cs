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
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = false;
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Authorization.Count > 0 || request.QueryString.Value is { Length: > LongestQuery }) return;
        var basis = await services.GetRequiredService<SearchBases>().GetAsync(cancellation);
        var theme = request.Cookies["theme"] is ("light" or "dark") and var chosen ? chosen : "";
        var encoding = EncodingOf(request.Headers.AcceptEncoding.ToString());
        // What was not asked for before is not there either, so it is not even looked for.
        if (!WasAsked(HashCode.Combine(request.Path.Value, request.QueryString.Value, basis.Stamp, theme, encoding))) return;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["basis"] = basis.Stamp;
        context.CacheVaryByRules.VaryByValues["theme"] = theme;
        context.CacheVaryByRules.VaryByValues["encoding"] = encoding;
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
