using System.Text;
using AirlineBooking.Web.Platform.Security;

namespace AirlineBooking.Web.Bookings;

/// <summary>The files of a trip for whoever may see it; whoever may not is sent to where it is looked up.</summary>
internal static class TripFiles
{
    public static void MapTripFiles(this IEndpointRouteBuilder pages)
    {
        pages.MapGet($"{Links.Trips}/{{locator}}/receipt.pdf", ReceiptAsync).WithMetadata(new PersonalPageAttribute()).ExcludeFromDescription();
        pages.MapGet($"{Links.Trips}/{{locator}}/itinerary.ics", CalendarAsync).WithMetadata(new PersonalPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> ReceiptAsync(string locator, HttpContext context, BrowserBookings bookings, ReceiptDocument receipt, CancellationToken cancel) =>
        await bookings.FindAsync(context, locator, cancel) is { } trip
            ? TypedResults.File(receipt.Draw(trip), ReceiptDocument.ContentType, ReceiptDocument.FileName(trip.Booking.Locator))
            : TypedResults.Redirect(Links.Trips);

    private static async Task<IResult> CalendarAsync(string locator, HttpContext context, BrowserBookings bookings, TripCalendar calendar, CancellationToken cancel) =>
        await bookings.FindAsync(context, locator, cancel) is { } trip
            ? TypedResults.File(Encoding.UTF8.GetBytes(calendar.Write(trip)), $"{TripCalendar.ContentType}; charset=utf-8", TripCalendar.FileName(trip.Booking.Locator))
            : TypedResults.Redirect(Links.Trips);
}
