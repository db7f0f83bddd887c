using AirlineBooking.Domain.Bookings;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>The bookings that this browser is making, newest first, by their keys; kept as long as a draft lives.</summary>
public static class DraftCookie
{
    public const string Name = "drafts";

    /// <summary>Whoever begins more than that goes on with the oldest by its private link.</summary>
    public const int MostKeys = 5;

    private const char Between = '.';
    private const int LongestValue = MostKeys * 64;

    /// <summary>Lets this browser go on with a draft. Call it before the answer starts.</summary>
    public static void Add(HttpContext context, string key)
    {
        string[] keys = [key, .. Read(context).Where(known => known != key)];
        var options = new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, Path = "/", MaxAge = BookingDraft.Lifetime,
        };
        context.Response.Cookies.Append(Name, string.Join(Between, keys.Take(MostKeys)), options);
    }

    /// <summary>The keys that came with a request, newest first.</summary>
    public static IReadOnlyList<string> Read(HttpContext context) =>
        context.Request.Cookies[Name] is { Length: > 0 and <= LongestValue } value
            ? [.. value.Split(Between, MostKeys + 1).Take(MostKeys).Where(key => key.StartsWith(StartDraft.KeyPrefix, StringComparison.Ordinal))]
            : [];
}

/// <summary>Which bookings in progress a browser may see.</summary>
public sealed class BrowserDrafts(ReadDraft readDraft)
{
    /// <summary>The draft with an id, when this browser has its key.</summary>
    public async Task<OpenDraft?> FindAsync(HttpContext? context, string? id, CancellationToken cancel) =>
        context is not null && DraftId.TryParse(id, out var asked) ? await readDraft.RunAsync(asked, DraftCookie.Read(context), cancel) : null;

    /// <summary>The key with which this browser sees a draft: what its private link is made of.</summary>
    public async Task<string?> KeyOfAsync(HttpContext context, DraftId id, CancellationToken cancel)
    {
        foreach (var key in DraftCookie.Read(context))
        {
            if (await readDraft.OfKeyAsync(key, cancel) is { } draft && draft.Id == id) return key;
        }
        return null;
    }
}
