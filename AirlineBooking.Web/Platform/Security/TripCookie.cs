using AirlineBooking.Domain.Bookings;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>The browser's right to see bookings: the tokens of those it booked or looked up, newest first, until it is closed.</summary>
/// <remarks>A token lives half an hour and the database knows its digest alone, so a cookie that got lost is soon worth nothing.</remarks>
public static class TripCookie
{
    public const string Name = "trips";

    /// <summary>Whoever looks up more bookings than that looks up the first one again.</summary>
    public const int MostTokens = 5;

    private const char Between = '.';
    private const int LongestValue = MostTokens * 64;

    /// <summary>Lets this browser see one booking more. Call it before the answer starts.</summary>
    public static void Add(HttpContext context, string bookingToken)
    {
        string[] tokens = [bookingToken, .. Read(context).Where(known => known != bookingToken)];
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, Path = "/" };
        context.Response.Cookies.Append(Name, string.Join(Between, tokens.Take(MostTokens)), options);
    }

    /// <summary>The tokens that came with a request, newest first; whether they still count, <see cref="BookingTokens"/> knows.</summary>
    public static IReadOnlyList<string> Read(HttpContext context) =>
        context.Request.Cookies[Name] is { Length: > 0 and <= LongestValue } value
            ? [.. value.Split(Between, MostTokens + 1).Take(MostTokens).Where(token => token.StartsWith(BookingTokens.Prefix, StringComparison.Ordinal))]
            : [];
}
