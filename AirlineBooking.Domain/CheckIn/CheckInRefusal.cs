using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>Why passengers are not checked in.</summary>
public enum CheckInRefusal
{
    BookingUnknown,

    /// <summary>A passenger or a flight that the booking does not have.</summary>
    NotInBooking,

    /// <summary>It is not paid, or cancelled for one of them or altogether, or has left.</summary>
    NotPossible,

    /// <summary>Too early or too late; the detail is the window.</summary>
    CheckInClosed,

    /// <summary>An international flight needs a travel document; the detail lists each passenger and field.</summary>
    DocumentRequired,

    /// <summary>No seat is left for somebody: staff at the airport find one.</summary>
    NoSeatLeft,
}

/// <summary>What a refusal is about.</summary>
public sealed record CheckInDetail(CheckInWindow? Window, IReadOnlyList<OrderProblem> Problems);

/// <summary>The passes of those who are checked in, in the order of the passengers.</summary>
public sealed record CheckedIn(BookingId BookingId, IReadOnlyList<BoardingPassId> Passes);
