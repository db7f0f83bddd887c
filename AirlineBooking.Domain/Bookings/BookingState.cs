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
    IReadOnlyList<BookingAction> AvailableActions);

/// <summary>One passenger's tickets, seats and coupons.</summary>
public sealed record PassengerState(IReadOnlyList<TicketNumber> Tickets, IReadOnlyDictionary<FlightId, SeatNumber> Seats, IReadOnlyList<CouponState> Coupons);

/// <summary>One coupon.</summary>
public sealed record CouponState(FlightId FlightId, int Slice, CouponStatus Status, DateTimeOffset StatusAt);

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
