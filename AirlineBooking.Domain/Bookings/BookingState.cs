using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>All of a booking that changes, by ids alone: what is kept with an answer, so that the same answer can be given again.</summary>
public sealed record BookingState(
    BookingStatus Status,
    long Version,
    long Paid,
    long Refunded,
    IReadOnlyList<PassengerState> Passengers,
    IReadOnlyList<BookingEvent> History,
    RefundDue? Refund,
    IReadOnlyList<BookingAction> AvailableActions)
{
    /// <summary>True when the airline does not fly something of it: everything of it that was not flown can come back.</summary>
    public bool AirlineIsToBlame() => Passengers.Any(passenger => passenger.Coupons.Any(coupon => coupon.IsOff));

    /// <summary>True while somebody holds a coupon for a flight that the airline does not fly.</summary>
    public bool IsOwedAFlight() => Passengers.Any(passenger => passenger.Coupons.Any(coupon => coupon is { IsOff: true, Status: CouponStatus.Open or CouponStatus.CheckedIn }));
}

/// <summary>One passenger's tickets, seats and coupons.</summary>
public sealed record PassengerState(IReadOnlyList<TicketNumber> Tickets, IReadOnlyDictionary<FlightId, SeatNumber> Seats, IReadOnlyList<CouponState> Coupons);

/// <summary>One coupon.</summary>
/// <param name="FlightId">The flight.</param>
/// <param name="Slice">Index of the slice that the flight is part of.</param>
/// <param name="Status">How it stands.</param>
/// <param name="StatusAt">Since when.</param>
/// <param name="IsOff">True when the airline has cancelled the flight.</param>
public sealed record CouponState(FlightId FlightId, int Slice, CouponStatus Status, DateTimeOffset StatusAt, bool IsOff = false)
{
    /// <summary>True while somebody may fly with it.</summary>
    public bool IsLive() => !IsOff && Status is CouponStatus.Open or CouponStatus.CheckedIn;
}

/// <summary>Something that happened to a booking, and who did it.</summary>
public sealed record BookingEvent(DateTimeOffset At, string What, string Who);

/// <summary>What goes back, by when, and when it went.</summary>
public sealed record RefundDue(long Amount, DateTimeOffset PromisedBy, DateTimeOffset? DoneAt);

/// <summary>What can be done with a booking now.</summary>
public enum BookingAction { Pay, ChangeSeats, Cancel, CheckIn, ShowBoardingPasses }

/// <summary>What a request to book or to pay came to.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="State">As it was then.</param>
/// <param name="ActionUrl">Where the payer must go, when they must.</param>
/// <param name="ActionExpiresAt">Until when.</param>
public sealed record BookedTrip(BookingId BookingId, BookingState State, string? ActionUrl = null, DateTimeOffset? ActionExpiresAt = null);
