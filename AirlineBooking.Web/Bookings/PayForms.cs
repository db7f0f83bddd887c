using System.Text.Json;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Delivery;
using AirlineBooking.Web.Platform.Security;

namespace AirlineBooking.Web.Bookings;

/// <summary>The button that pays. Pressed twice, or sent again by a browser that lost its connection, it pays once.</summary>
internal static class PayForms
{
    public const string TokenField = "card", TotalField = "total";

    public static async Task<IResult> PayAsync(
        string draftId, IFormCollection form, HttpContext context, BrowserDrafts drafts, PriceDraft price, BookTrip bookTrip, PayBooking payBooking, ReadBooking readBooking,
        BrowserBookings trips, SaveDraft save, TimeProvider clock, CancellationToken cancel)
    {
        if (await drafts.FindAsync(context, draftId, cancel) is not { } draft) return Results.NotFound();
        var (token, shown) = (form[TokenField].ToString(), form[TotalField].ToString());
        // One key for each time the page was shown: a second press is the same request, a second try after a decline another one.
        if (token.Length is 0 or > PaymentQuestion.TokenLength || FormKey.Read(form, draft.Id.ToString(), $"pay {draft.Version} {token} {shown}") is not { } key) return SeeOther.To(Links.Pay(draft.Id));

        var earlier = draft is { IsBooked: true, BookingId: { } made } ? await readBooking.RunAsync(made, null, cancel) : null;
        if (earlier?.State.Status is BookingStatus.Confirmed || earlier is { State.Status: BookingStatus.PendingPayment, Booking.KeptUntil: null })
        {
            await trips.AllowAsync(context, earlier.Booking.Id, cancel);
            return SeeOther.To(Links.Confirmation(earlier.Booking.Locator));
        }
        if (earlier is { State.Status: BookingStatus.PendingPayment } && earlier.Booking.KeptUntil > clock.GetUtcNow() && shown == BookForms.Total(earlier.Total))
        {
            return await LeadOnAsync(context, draft, await payBooking.RunAsync(key, earlier.Booking.Id, token, cancel), readBooking, trips, save, cancel);
        }

        var priced = await price.RunAsync(draft, cancel);
        // Nobody pays what they have not seen: another price, or seats that went, are shown first.
        if (priced.Value is not { PreviousTotal: null, LostOn.Count: 0 } now || shown != BookForms.Total(now.Total)) return SeeOther.To(Links.Pay(draft.Id));
        var (order, problems) = DraftOrder.Read(draft with { OfferId = now.Offer.Id }, now.Offer);
        if (problems.Count > 0) return SeeOther.To(Links.Passengers(draft.Id, isChecked: true));
        return await LeadOnAsync(context, draft, await bookTrip.RunAsync(key, order, token, cancel), readBooking, trips, save, cancel);
    }

    /// <summary>Pays a trip that was booked and not paid, for whoever may see it: also on a device that knows nothing of how it was booked.</summary>
    public static async Task<IResult> PayTripAsync(
        string locator, IFormCollection form, HttpContext context, BrowserBookings trips, PayBooking payBooking, CancellationToken cancel)
    {
        if (await trips.FindAsync(context, locator, cancel) is not { } trip) return SeeOther.To(Links.Trips);
        var (token, there) = (form[TokenField].ToString(), Links.Trip(trip.Booking.Locator));
        if (token.Length is 0 or > PaymentQuestion.TokenLength || FormKey.Read(form, trip.Booking.Id.ToString(), $"pay {token}") is not { } key) return SeeOther.To(there);
        var once = await payBooking.RunAsync(key, trip.Booking.Id, token, cancel);
        if (once.Answer is { Accepted: false } refused) return SeeOther.To(there + Why(refused.Refusal.GetValueOrDefault(), refused.Detail as BookingDetail));
        return SeeOther.To(once.Answer?.Value is { ActionUrl: { } url } ? url : Links.Confirmation(trip.Booking.Locator));
    }

    /// <summary>What a page says when a payment leads back to it, or nothing.</summary>
    public static (string Title, string Meaning)? WhyNot(IQueryCollection? query)
    {
        if (!Enum.TryParse<BookingRefusal>(query?["refused"].ToString().Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var refusal) || !Enum.IsDefined(refusal)) return null;
        return refusal is BookingRefusal.PaymentDeclined
            ? ("The payment did not go through", BookingsWords.DeclineWords(query?["reason"].ToString() ?? ""))
            : (BookingsWords.Of(refusal).Code.Title, BookingsWords.Of(refusal).Sentence);
    }

    private static async Task<IResult> LeadOnAsync(
        HttpContext context, OpenDraft draft, Once<BookedTrip, BookingRefusal> once, ReadBooking readBooking, BrowserBookings trips, SaveDraft save, CancellationToken cancel)
    {
        var detail = once.Answer?.Detail as BookingDetail;
        var booking = once.Answer?.Value?.BookingId ?? detail?.BookingId ?? (BookingId.TryParse(once.Subject, out var running) ? running : default(BookingId?));
        // A payment that has begun goes on also when the browser is gone, and so does what is remembered of it.
        if (booking is { } id) await save.BookedAsync(draft, id, CancellationToken.None);
        if (once.Answer is { Accepted: false } refused) return SeeOther.To(Links.Pay(draft.Id) + Why(refused.Refusal.GetValueOrDefault(), detail));
        if (booking is not { } made || await readBooking.RunAsync(made, null, cancel) is not { } details) return SeeOther.To(Links.Pay(draft.Id));
        await trips.AllowAsync(context, made, cancel);
        return SeeOther.To(once.Answer?.Value is { ActionUrl: { } url } ? url : Links.Confirmation(details.Booking.Locator));
    }

    private static string Why(BookingRefusal refusal, BookingDetail? detail) =>
        $"?refused={JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.ToString())}{(detail?.Reason is { } reason ? $"&reason={Uri.EscapeDataString(reason)}" : "")}";
}
