namespace AirlineBooking.Domain.Seats;

/// <summary>Why seats are not held, kept or given.</summary>
public enum SeatRefusal
{
    /// <summary>No such flight is on sale.</summary>
    FlightUnknown,

    /// <summary>It was cancelled, has left, or leaves too soon.</summary>
    SaleClosed,

    /// <summary>The aircraft has no such seat, or one is named twice.</summary>
    SeatUnknown,

    /// <summary>The seat is not for these passengers: another cabin, an exit row, blocked. The detail says which and why.</summary>
    SeatNotSuitable,

    /// <summary>The offer has no such flight, or asks for fewer seats.</summary>
    OfferDoesNotFit,

    /// <summary>Somebody was faster. The detail says which, and what could be had instead.</summary>
    SeatsTaken,

    /// <summary>Every place of the cabin is promised.</summary>
    CabinFull,

    /// <summary>More seats or flights than one may hold at a time.</summary>
    HoldLimitReached,

    /// <summary>Too many attempts from this address within a minute.</summary>
    TooManyRequests,

    /// <summary>Nobody made such a hold, or it was released.</summary>
    HoldUnknown,

    /// <summary>The hold ran out, or it was extended as often as it can be.</summary>
    HoldExpired,

    /// <summary>Its seats are being paid for.</summary>
    HoldInUse,
}

/// <summary>What a refusal is about: seats that could not be had, the nearest that could be had instead, or why a seat is not for these passengers.</summary>
public sealed record HoldDetail(IReadOnlyList<SeatOnMap> Seats, IReadOnlyList<SeatNumber> Alternatives, string? Why)
{
    internal static HoldDetail Of(SeatNumber seat, string why) => new([new SeatOnMap(seat, SeatState.Available)], [], why);
}
