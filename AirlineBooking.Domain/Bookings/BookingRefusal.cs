using AirlineBooking.Domain.Fares;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Why a booking is not made, paid, changed or cancelled.</summary>
public enum BookingRefusal
{
    /// <summary>Nobody has such a booking, or not the one who asks.</summary>
    BookingUnknown,

    /// <summary>Passengers or contact are not as they must be; the detail lists every problem.</summary>
    OrderInvalid,

    OfferUnknown,
    OfferExpired,
    FlightGone,
    SaleClosed,
    SoldOut,

    /// <summary>The offer costs something else now; the detail is the new offer's id.</summary>
    PriceChanged,

    /// <summary>A hold is unknown or ran out, or a seat of it went to somebody else.</summary>
    SeatsLost,

    /// <summary>A passenger has no place in the cabin any more.</summary>
    CabinFull,

    /// <summary>The card was declined; the detail says why, and until when the seats are kept.</summary>
    PaymentDeclined,

    /// <summary>The gateway does not answer; nothing was charged, and the seats are kept half an hour.</summary>
    PaymentUnavailable,

    /// <summary>No gateway is set up.</summary>
    PaymentNotConfigured,

    /// <summary>It is paid, or its payment is under way.</summary>
    NotPayable,

    /// <summary>What is asked does not go with the booking's state: not confirmed, cancelled, flown.</summary>
    NotPossible,

    /// <summary>A passenger, slice or flight that the booking does not have.</summary>
    NotInBooking,

    /// <summary>A child would be left without somebody of sixteen or more.</summary>
    CompanionRequired,

    /// <summary>The quote is unknown, used, or too old.</summary>
    QuoteExpired,

    SeatUnknown,
    SeatNotSuitable,
    SeatsTaken,
}

/// <summary>One thing wrong with an order: its place, as a JSON pointer into it; what; and in words.</summary>
public sealed record OrderProblem(string Place, string Code, string Words);

/// <summary>What a refusal is about.</summary>
public sealed record BookingDetail
{
    public IReadOnlyList<OrderProblem>? Problems { get; init; }

    /// <summary>The new offer, when the price changed.</summary>
    public string? OfferId { get; init; }

    /// <summary>Why the gateway declined: declined, insufficient_funds, expired_card.</summary>
    public string? Reason { get; init; }

    /// <summary>Until when seats are kept.</summary>
    public DateTimeOffset? KeptUntil { get; init; }

    /// <summary>The booking that waits for another payment.</summary>
    public BookingId? BookingId { get; init; }

    public IReadOnlyList<Seats.SeatOnMap>? Seats { get; init; }

    public IReadOnlyList<Seats.SeatNumber>? Alternatives { get; init; }
}

/// <summary>How the refusals of an offer read in a booking.</summary>
internal static class FareRefusals
{
    public static BookingRefusal OfBooking(this FareRefusal refusal) => refusal switch
    {
        FareRefusal.OfferUnknown => BookingRefusal.OfferUnknown,
        FareRefusal.OfferExpired => BookingRefusal.OfferExpired,
        FareRefusal.FlightGone => BookingRefusal.FlightGone,
        FareRefusal.SaleClosed => BookingRefusal.SaleClosed,
        FareRefusal.SoldOut => BookingRefusal.SoldOut,
        _ => throw new InvalidOperationException($"{refusal} is no answer to a booking."),
    };
}
