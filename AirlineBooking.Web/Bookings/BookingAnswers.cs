using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Bookings;

/// <summary>Answers what a request about a booking came to. People are read when it is answered: what is kept holds ids alone.</summary>
public sealed class BookingAnswers(ReadBooking readBooking, BookingAccess access)
{
    /// <summary>Answers what was done, or why not.</summary>
    /// <param name="context">The request.</param>
    /// <param name="once">What it came to.</param>
    /// <param name="done">The status when it was done; a payment whose outcome is not known yet is 202.</param>
    /// <param name="givesToken">True for whoever has no token of the booking yet.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<IResult> OfAsync(HttpContext context, Once<BookedTrip, BookingRefusal> once, int done, bool givesToken, CancellationToken cancel)
    {
        if (once.Answer is not { } answer) return Idempotency.Answer(context, once, _ => TypedResults.Empty, (_, _) => TypedResults.Empty, await LocatorAsync(once.Subject, cancel));
        var detail = answer.Detail as BookingDetail;
        if ((answer.Value?.BookingId ?? detail?.BookingId) is { } id && givesToken) await access.GiveTokenAsync(context, id, cancel);
        var result = answer.Value is { } trip
            ? await OfAsync(context, trip, done, cancel)
            : BookingsWords.Of(answer.Refusal.GetValueOrDefault(), detail, await LocatorAsync(detail?.BookingId?.ToString(), cancel));
        return Idempotency.Answer(context, once, _ => result, (_, _) => result);
    }

    private async Task<IResult> OfAsync(HttpContext context, BookedTrip trip, int done, CancellationToken cancel)
    {
        var details = await readBooking.RunAsync(trip.BookingId, trip.State, cancel) ?? throw new InvalidOperationException($"There is no booking {trip.BookingId}.");
        // Somebody else heard first that the payment came to nothing.
        if (details.State.Status is BookingStatus.Failed) return BookingsWords.Of(BookingRefusal.SeatsLost, null, details.Booking.Locator.ToString());
        var next = trip is { ActionUrl: { } url, ActionExpiresAt: { } expires } ? new NextActionAnswer(NextActionAnswer.Redirect, Absolute(context.Request, url), expires) : null;
        if (done is StatusCodes.Status201Created) context.Response.Headers.Location = $"{ApiSetup.Root}/bookings/{details.Booking.Locator}";
        return JsonAnswer.Of(BookingAnswer.Of(details, next), details.State.Status is BookingStatus.PendingPayment ? StatusCodes.Status202Accepted : done);
    }

    private async Task<string?> LocatorAsync(string? subject, CancellationToken cancel) =>
        BookingId.TryParse(subject, out var id) && await readBooking.RunAsync(id, null, cancel) is { } details ? details.Booking.Locator.ToString() : null;

    // A provider of its own has an address of its own; the sandbox's page is ours.
    private static string Absolute(HttpRequest request, string url) => url.StartsWith('/') ? $"{request.Scheme}://{request.Host}{url}" : url;
}
