using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Bookings;

/// <summary>What this feature says when a booking is not made, paid or changed: one switch for partners and for pages.</summary>
internal static class BookingsWords
{
    /// <summary>The answer to a partner, with what the refusal is about.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="detail">What it is about.</param>
    /// <param name="locator">The booking that waits for another payment, when there is one.</param>
    /// <param name="at">The field that it is about, when it is about one.</param>
    public static ApiProblem Of(BookingRefusal refusal, BookingDetail? detail, string? locator = null, string? at = null)
    {
        var (code, sentence) = Of(refusal);
        if (at is not null) return Problems.OfField(code, at, sentence);
        if (detail?.Problems is { Count: > 0 } problems)
        {
            return Problems.OfFields(code, [.. problems.Select(problem => new FieldError(problem.Place, problem.Code, problem.Words))]);
        }
        var also = new List<(string, object?)>();
        if (refusal is BookingRefusal.SeatsTaken)
        {
            also.Add(("seats", (detail?.Seats ?? []).Select(seat => new TakenSeat(seat.Number, seat.State))));
            also.Add(("alternatives", detail?.Alternatives ?? []));
        }
        if (refusal is BookingRefusal.PriceChanged) also.Add(("offerId", detail?.OfferId));
        if (locator is not null) also.Add(("locator", locator));
        if (detail?.Reason is { } reason) also.Add(("reason", reason));
        if (detail?.KeptUntil is { } until) also.Add(("seatsKeptUntil", until));
        return Problems.Of(code, refusal is BookingRefusal.PaymentDeclined ? DeclineWords(detail?.Reason) : sentence, [.. also]);
    }

    /// <summary>The code that programs branch on and the sentence that people read.</summary>
    public static (ProblemCode Code, string Sentence) Of(BookingRefusal refusal) => refusal switch
    {
        BookingRefusal.BookingUnknown => (ProblemCode.BookingNotFound, "There is no such booking."),
        BookingRefusal.OrderInvalid => (ProblemCode.BookingInvalid, "Passengers or contact are not right yet."),
        BookingRefusal.OfferUnknown => (ProblemCode.OfferUnknown, "This is not the id of an offer of ours. Take it from a search as it is."),
        BookingRefusal.OfferExpired => (ProblemCode.OfferExpired, "The offer has expired and no seats are held for it. Search again for a new one."),
        BookingRefusal.FlightGone => (ProblemCode.OfferExpired, "A flight of this offer was cancelled or moved. Search again for what there is."),
        BookingRefusal.SaleClosed => (ProblemCode.SaleClosed, "A flight of this offer leaves too soon to be sold. Search for a later one."),
        BookingRefusal.SoldOut => (ProblemCode.OfferExpired, "A flight of this offer has too few seats left. Search again for what there is."),
        BookingRefusal.PriceChanged => (ProblemCode.PriceChanged, "The price is another one now. Read the new offer, and book it if it suits."),
        BookingRefusal.SeatsLost => (ProblemCode.SeatsLost, "The seats are no longer held for this booking. Nothing is charged; what may have been reserved is let go. Choose seats again."),
        BookingRefusal.CabinFull => (ProblemCode.CabinFull, "The cabin has no such places left. Try another cabin or flight."),
        BookingRefusal.PaymentDeclined => (ProblemCode.PaymentDeclined, DeclineWords(null)),
        BookingRefusal.PaymentUnavailable => (ProblemCode.PaymentUnavailable, "The payment provider does not answer. Nothing was charged, and the seats are kept for half an hour: try again."),
        BookingRefusal.PaymentNotConfigured => (ProblemCode.PaymentNotConfigured, "This airline takes no payments yet."),
        BookingRefusal.NotPayable => (ProblemCode.NotPayable, "It is paid, being paid, or no longer kept."),
        BookingRefusal.NotPossible => (ProblemCode.NotPossible, "The booking, as it is now, does not allow this."),
        BookingRefusal.NotInBooking => (ProblemCode.NotInBooking, "The booking has no such passenger, direction or flight."),
        BookingRefusal.CompanionRequired => (ProblemCode.CompanionRequired, $"A child would fly alone: children fly with somebody of {PassengerChecks.CompanionFrom} or older. Cancel the child's journey with it."),
        BookingRefusal.QuoteExpired => (ProblemCode.QuoteExpired, "The quote was used or is too old, or the booking has changed since. Ask for a new one."),
        BookingRefusal.SeatUnknown => (ProblemCode.SeatUnknown, "The aircraft has no such seat. Take one from the seat map."),
        BookingRefusal.SeatNotSuitable => (ProblemCode.SeatNotSuitable, "The seat is not for this passenger. Choose another one."),
        BookingRefusal.SeatsTaken => (ProblemCode.SeatsTaken, "Somebody was faster. Choose another seat."),
    };

    /// <summary>Why a card was declined, to whoever wants to pay.</summary>
    public static string DeclineWords(string? reason) => reason switch
    {
        "insufficient_funds" => "The bank says that there is not enough money on this card. Nothing was charged; pay with another one.",
        "expired_card" => "The card has expired. Nothing was charged; pay with another one.",
        "challenge_refused" => "The payment was not confirmed. Nothing was charged; try again or pay with another card.",
        "no_answer" => "The payment provider did not answer in time. Nothing is charged; try again.",
        _ => "The card was declined. Nothing was charged; pay with another one or ask your bank.",
    };

    private sealed record TakenSeat(SeatNumber Number, SeatState State);
}
