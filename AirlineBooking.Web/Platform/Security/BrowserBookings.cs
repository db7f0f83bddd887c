using AirlineBooking.Domain.Bookings;

namespace AirlineBooking.Web.Platform.Security;

/// <summary>Which bookings a browser may see. A booking that does not exist and one that is somebody else's look the same.</summary>
public sealed class BrowserBookings(BookingTokens tokens, ReadBooking readBooking)
{
    /// <summary>Lets this browser see a booking for as long as a token lives.</summary>
    public async Task AllowAsync(HttpContext context, BookingId booking, CancellationToken cancel) =>
        TripCookie.Add(context, await tokens.RunAsync(booking, cancel));

    /// <summary>The booking with a locator, when this browser may see it.</summary>
    public async Task<BookingDetails?> FindAsync(HttpContext context, string? locator, CancellationToken cancel)
    {
        if (!RecordLocator.TryParse(locator, out var asked)) return null;
        foreach (var token in TripCookie.Read(context))
        {
            if (await tokens.ReadAsync(token, cancel) is { } booking && await readBooking.RunAsync(booking, null, cancel) is { } details && details.Booking.Locator == asked) return details;
        }
        return null;
    }

    /// <summary>All bookings that this browser may see now, newest first.</summary>
    public async Task<IReadOnlyList<BookingDetails>> FindAllAsync(HttpContext context, CancellationToken cancel)
    {
        var found = new List<BookingDetails>();
        foreach (var token in TripCookie.Read(context))
        {
            if (await tokens.ReadAsync(token, cancel) is not { } booking || found.Exists(one => one.Booking.Id == booking)) continue;
            if (await readBooking.RunAsync(booking, null, cancel) is { } details) found.Add(details);
        }
        return found;
    }
}
