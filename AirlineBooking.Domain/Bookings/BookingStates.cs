using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Reads all of a booking that changes.</summary>
internal static class BookingStates
{
    // Check-in is open on the web from a day before departure; airports close it when they choose to.
    private static readonly TimeSpan CheckInOpens = TimeSpan.FromHours(24);

    public static async Task<BookingState> ReadAsync(AirlineDb db, BookingId id, DateTimeOffset now, CancellationToken cancel)
    {
        var booking = await BookingRows.FindAsync(db, id, cancel) ?? throw new InvalidOperationException($"There is no booking {id}.");
        return await ReadAsync(db, booking, await BookingRows.PassengersAsync(db, id, cancel), now, cancel);
    }

    public static async Task<BookingState> ReadAsync(AirlineDb db, Booking booking, IReadOnlyList<BookingPassenger> passengers, DateTimeOffset now, CancellationToken cancel)
    {
        var tickets = await db.ReadAsync(
            $"SELECT number, passenger_id FROM tickets WHERE booking_id = {booking.Id} ORDER BY passenger_id, conjunction",
            row => (Number: TicketNumber.Parse(row.GetString(0)), Passenger: new PassengerId(row.GetGuid(1))),
            cancel);
        var coupons = await db.ReadAsync(
            $"SELECT passenger_id, flight_id, slice, status, status_at FROM coupons WHERE booking_id = {booking.Id} ORDER BY ticket_number, sequence",
            row => (Passenger: new PassengerId(row.GetGuid(0)), Coupon: new CouponState(new FlightId(row.GetInt64(1)), row.GetInt32(2), (CouponStatus)row.GetInt32(3), row.GetInstant(4))),
            cancel);
        var seats = await db.ReadAsync(
            $"SELECT passenger_id, flight_id, seat FROM seat_claims WHERE booking_id = {booking.Id} ORDER BY flight_id, seat",
            row => (Passenger: new PassengerId(row.GetGuid(0)), Flight: new FlightId(row.GetInt64(1)), Seat: SeatNumber.Parse(row.GetString(2))),
            cancel);
        var history = await db.ReadAsync(
            $"SELECT at, what, who FROM audit_entries WHERE subject = {booking.Id.ToString()} ORDER BY id", row => new BookingEvent(row.GetInstant(0), row.GetString(1), row.GetString(2)), cancel);
        PassengerState[] states =
        [
            .. passengers.Select(passenger => new PassengerState(
                [.. tickets.Where(ticket => ticket.Passenger == passenger.Id).Select(ticket => ticket.Number)],
                seats.Where(seat => seat.Passenger == passenger.Id).ToDictionary(seat => seat.Flight, seat => seat.Seat),
                [.. coupons.Where(coupon => coupon.Passenger == passenger.Id).Select(coupon => coupon.Coupon)])),
        ];
        var refund = booking.RefundPromisedBy is { } by ? new RefundDue(booking.RefundDue + booking.Refunded, by, booking.RefundDue == 0 ? booking.RefundedAt : null) : null;
        return new BookingState(booking.Status, booking.Version, booking.Paid, booking.Refunded, states, history, refund, ActionsOf(booking, states, now));
    }

    private static BookingAction[] ActionsOf(Booking booking, PassengerState[] passengers, DateTimeOffset now)
    {
        if (booking.Status is BookingStatus.PendingPayment) return booking.KeptUntil > now ? [BookingAction.Pay] : [];
        if (booking.Status is not BookingStatus.Confirmed) return [];
        var actions = new List<BookingAction>();
        var coupons = passengers.SelectMany(passenger => passenger.Coupons).ToList();
        var ahead = booking.ReadSold().Segments.Where(segment => segment.DepartsAt - ChangeSeat.ClosesBefore > now).ToDictionary(segment => segment.FlightId, segment => segment.DepartsAt);
        var live = coupons.Where(coupon => coupon.Status is CouponStatus.Open or CouponStatus.CheckedIn && ahead.ContainsKey(coupon.FlightId)).ToList();
        if (live.Count > 0) actions.Add(BookingAction.ChangeSeats);
        if (live.Exists(coupon => coupon.Status is CouponStatus.Open)) actions.Add(BookingAction.Cancel);
        if (live.Exists(coupon => coupon.Status is CouponStatus.Open && ahead[coupon.FlightId] - CheckInOpens <= now)) actions.Add(BookingAction.CheckIn);
        if (coupons.Exists(coupon => coupon.Status is CouponStatus.CheckedIn)) actions.Add(BookingAction.ShowBoardingPasses);
        return [.. actions];
    }
}
