using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Reads all of a booking that changes.</summary>
public sealed class BookingStates(IOptions<CheckInOptions> checkIn)
{
    internal async Task<BookingState> ReadAsync(AirlineDb db, BookingId id, DateTimeOffset now, CancellationToken cancel)
    {
        var booking = await BookingRows.FindAsync(db, id, cancel) ?? throw new InvalidOperationException($"There is no booking {id}.");
        return await ReadAsync(db, booking, await BookingRows.PassengersAsync(db, id, cancel), now, cancel);
    }

    internal async Task<BookingState> ReadAsync(
        AirlineDb db, Booking booking, IReadOnlyList<BookingPassenger> passengers, DateTimeOffset now, CancellationToken cancel)
    {
        var tickets = await db.ReadAsync(
            $"SELECT number, passenger_id FROM tickets WHERE booking_id = {booking.Id} ORDER BY passenger_id, conjunction",
            row => (Number: TicketNumber.Parse(row.GetString(0)), Passenger: new PassengerId(row.GetGuid(1))),
            cancel);
        var coupons = await CouponsAsync(db, booking.Id, cancel);
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
        return new BookingState(booking.Status, booking.Version, booking.Paid, booking.Refunded, states, history, refund, ActionsOf(booking, states, coupons, now));
    }

    private static Task<List<CouponRow>> CouponsAsync(AirlineDb db, BookingId id, CancellationToken cancel) => db.ReadAsync(
        $"""
        SELECT c.passenger_id, c.flight_id, c.slice, c.status, c.status_at, f.status, f.origin, f.departs_at, f.estimated_departs_at
        FROM coupons c JOIN flights f ON f.id = c.flight_id WHERE c.booking_id = {id} ORDER BY c.ticket_number, c.sequence
        """,
        row =>
        {
            var flight = Enum.Parse<FlightStatus>(row.GetString(5));
            return new CouponRow(
                new PassengerId(row.GetGuid(0)),
                new CouponState(new FlightId(row.GetInt64(1)), row.GetInt32(2), (CouponStatus)row.GetInt32(3), row.GetInstant(4), flight is FlightStatus.Cancelled),
                flight, AirportCode.Parse(row.GetString(6)), row.GetInstant(row.IsDBNull(8) ? 7 : 8));
        },
        cancel);

    private BookingAction[] ActionsOf(Booking booking, PassengerState[] passengers, List<CouponRow> coupons, DateTimeOffset now)
    {
        if (booking.Status is BookingStatus.PendingPayment) return booking.KeptUntil > now ? [BookingAction.Pay] : [];
        if (booking.Status is not BookingStatus.Confirmed) return [];
        var actions = new List<BookingAction>();
        var live = coupons.FindAll(one => one.Coupon.IsLive());
        if (live.Exists(one => ChangeSeat.IsOpen(one.Flight, one.LeavesAt, now))) actions.Add(BookingAction.ChangeSeats);
        if (CancellableParts.AreThereAny(booking.ReadSold(), passengers, now)) actions.Add(BookingAction.Cancel);
        if (live.Exists(one => one.Coupon.Status is CouponStatus.Open && one.Flight.IsAhead() && checkIn.Value.WindowAt(one.Origin, one.LeavesAt).IsOpen(now))) actions.Add(BookingAction.CheckIn);
        if (live.Exists(one => one.Coupon.Status is CouponStatus.CheckedIn)) actions.Add(BookingAction.ShowBoardingPasses);
        return [.. actions];
    }

    private sealed record CouponRow(PassengerId Passenger, CouponState Coupon, FlightStatus Flight, AirportCode Origin, DateTimeOffset LeavesAt);
}
