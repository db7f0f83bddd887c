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
            $"""
            SELECT c.passenger_id, c.flight_id, c.slice, c.status, c.status_at, f.status = {nameof(FlightStatus.Cancelled)}
            FROM coupons c JOIN flights f ON f.id = c.flight_id WHERE c.booking_id = {booking.Id} ORDER BY c.ticket_number, c.sequence
            """,
            row => (Passenger: new PassengerId(row.GetGuid(0)), Coupon: new CouponState(new FlightId(row.GetInt64(1)), row.GetInt32(2), (CouponStatus)row.GetInt32(3), row.GetInstant(4), row.GetBoolean(5))),
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
        var (sold, live) = (booking.ReadSold(), passengers.SelectMany(passenger => passenger.Coupons).Where(coupon => coupon.IsLive()).ToList());
        var ahead = sold.Segments.Where(segment => segment.DepartsAt - ChangeSeat.ClosesBefore > now).ToDictionary(segment => segment.FlightId, segment => segment.DepartsAt);
        if (live.Exists(coupon => ahead.ContainsKey(coupon.FlightId))) actions.Add(BookingAction.ChangeSeats);
        if (CancellableParts.AreThereAny(sold, passengers, now)) actions.Add(BookingAction.Cancel);
        if (live.Exists(coupon => coupon.Status is CouponStatus.Open && ahead.TryGetValue(coupon.FlightId, out var departs) && departs - CheckInOpens <= now)) actions.Add(BookingAction.CheckIn);
        if (live.Exists(coupon => coupon.Status is CouponStatus.CheckedIn)) actions.Add(BookingAction.ShowBoardingPasses);
        return [.. actions];
    }
}
