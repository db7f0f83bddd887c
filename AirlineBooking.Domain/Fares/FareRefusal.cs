namespace AirlineBooking.Domain.Fares;

/// <summary>Why an offer cannot be had any more, or an operation on fares does not happen.</summary>
public enum FareRefusal
{
    /// <summary>No offer of ours has this id.</summary>
    OfferUnknown,

    /// <summary>It was one, until 21 minutes after the minute in which it was made.</summary>
    OfferExpired,

    /// <summary>A flight of it was cancelled, or moved so that the journey does not hold together.</summary>
    FlightGone,

    /// <summary>A flight of it leaves too soon to be sold.</summary>
    SaleClosed,

    /// <summary>A flight of it has too few seats left for the party.</summary>
    SoldOut,

    /// <summary>The keys are being changed already; two at a time are enough.</summary>
    KeyRotationRunning,
}
