using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Payments;

/// <summary>Cancels what was quoted: coupons, seats and places are given back, and the refund goes to where the money came from.</summary>
/// <remarks>Refuses: booking unknown; quote expired, when it is unknown, used, too old, or the booking has changed or the airline has cancelled a flight of it since.</remarks>
public sealed class ConfirmCancellation(RunOnce once, SeatMapFeed feed, BookingStates states, Randomness random, TimeProvider clock)
{
    public Task<Once<BookedTrip, BookingRefusal>> RunAsync(RunOnceKey? key, BookingId id, CancellationId quote, string who, CancellationToken cancel) =>
        once.RunAsync<BookedTrip, BookingRefusal, BookingDetail>(
            key, write => write((db, token) => ConfirmAsync(db, id, quote, who, token)), refusal => refusal is not BookingRefusal.BookingUnknown, cancel);

    private async Task<Outcome<BookedTrip, BookingRefusal>> ConfirmAsync(AirlineDb db, BookingId id, CancellationId quoteId, string who, CancellationToken cancel)
    {
        var now = UtcInstant.Truncate(clock.GetUtcNow());
        if (await BookingRows.FindAsync(db, id, cancel) is not { } booking) return BookingRefusal.BookingUnknown;
        var quotes = await db.ReadAsync(
            $"""
            UPDATE cancellation_quotes SET confirmed_at = {now}
            WHERE id = {quoteId} AND booking_id = {id} AND confirmed_at IS NULL AND expires_at > {now} AND booking_version = {booking.Version}
            RETURNING parts, refund, penalty
            """,
            row => (Parts: row.GetString(0), Refund: row.GetInt64(1), Penalty: row.GetInt64(2)),
            cancel);
        if (quotes is not [var quote]) return BookingRefusal.QuoteExpired;
        var (sold, people) = (booking.ReadSold(), await BookingRows.PassengersAsync(db, id, cancel));
        var parts = CancellableParts.Read(quote.Parts, booking, sold, people);
        var paid = parts.Sum(part => part.Paid.MinorUnits);
        if (quote.Refund < paid && (await states.ReadAsync(db, booking, people, now, cancel)).AirlineIsToBlame()) return BookingRefusal.QuoteExpired;
        // The version is the condition: whoever changed the booking meanwhile made the quote untrue.
        if (await db.ExecuteAsync($"UPDATE bookings SET version = version + 1 WHERE id = {id} AND version = {booking.Version} AND status = {BookingStatus.Confirmed}", cancel) != 1) return BookingRefusal.QuoteExpired;

        foreach (var part in parts)
        {
            await db.ExecuteAsync(
                $"""
                UPDATE coupons SET status = {CouponStatus.Refunded}, status_at = {now}
                WHERE booking_id = {id} AND passenger_id = {people[part.Passenger].Id} AND slice = {part.Slice} AND (status = {CouponStatus.Open} OR status = {CouponStatus.CheckedIn})
                """,
                cancel);
        }
        await GiveBackAsync(db, booking, sold, people, parts, now, cancel);
        await RefundAsync(db, booking, quoteId, quote.Refund, paid, now, cancel);
        var left = await db.ReadAsync($"SELECT COUNT(*) FROM coupons WHERE booking_id = {id} AND status <> {CouponStatus.Refunded}", row => row.GetInt32(0), cancel);
        if (left[0] == 0)
        {
            var status = booking.RefundDue + quote.Refund > 0 ? BookingStatus.Cancelled : BookingStatus.Refunded;
            await db.ExecuteAsync($"UPDATE bookings SET status = {status} WHERE id = {id}", cancel);
        }
        await Audit.AddAsync(db, now, who, left[0] == 0 ? "cancelled" : "partly_cancelled", id.ToString(), $"{quoteId} {quote.Parts}", cancel);
        await Outbox.AddAsync(db, "booking_cancelled", id.ToString(), $"booking_cancelled:{quoteId}", now, now, cancel);
        return new BookedTrip(id, await states.ReadAsync(db, id, now, cancel));
    }

    private async Task GiveBackAsync(
        AirlineDb db, Booking booking, SoldTrip sold, List<BookingPassenger> people, IReadOnlyList<SoldPart> parts, DateTimeOffset now, CancellationToken cancel)
    {
        var claims = await db.ReadAsync(
            $"SELECT flight_id, seat, passenger_id FROM seat_claims WHERE booking_id = {booking.Id}",
            row => (Flight: row.GetInt64(0), Seat: SeatNumber.Parse(row.GetString(1)), Passenger: new PassengerId(row.GetGuid(2))),
            cancel);
        var gone = parts.Where(part => part.HasSeat)
            .SelectMany(part => sold.Slices[part.Slice].Segments.Select(segment => (Flight: segment.FlightId, Passenger: people[part.Passenger].Id)))
            .GroupBy(one => one.Flight, one => one.Passenger)
            .OrderBy(flight => flight.Key);
        var places = new List<FlightPlaces>();
        foreach (var flight in gone)
        {
            var seats = claims.Where(claim => claim.Flight == flight.Key.Value && flight.Contains(claim.Passenger)).OrderBy(claim => claim.Seat)
                .Select(claim => new ChosenSeat(claim.Seat, claim.Passenger, null)).ToList();
            places.Add(new FlightPlaces(await ReadSeating.PlanAsync(db, flight.Key, cancel), sold.Cabin, seats, flight.Count() - seats.Count));
        }
        await BookingPlaces.GiveBackAsync(db, booking.Id, places, countUnseated: true, feed, now, cancel);
    }

    private async Task RefundAsync(AirlineDb db, Booking booking, CancellationId quote, long refund, long paid, DateTimeOffset now, CancellationToken cancel)
    {
        await Ledger.WriteAsync(
            db, $"cancellation:{quote}", booking.Id, booking.Currency, now, cancel,
            (LedgerAccount.Sales, paid), (LedgerAccount.RefundsDue, -refund), (LedgerAccount.Kept, -(paid - refund)));
        if (refund == 0) return;
        var payments = await PaymentRows.OfBookingAsync(db, booking.Id, cancel);
        var payment = payments.Find(one => one.State is PaymentState.Authorised or PaymentState.Captured) ?? throw new InvalidOperationException($"{booking.Id} is confirmed without a payment.");
        var promisedBy = now + Refund.PromisedWithin;
        await RefundRows.InsertAsync(
            db,
            new Refund
            {
                Id = new RefundId(random.NewId(now)), BookingId = booking.Id, PaymentId = payment.Id, Amount = refund, Currency = booking.Currency, CreatedAt = now, PromisedBy = promisedBy, DueAt = now,
            },
            cancel);
        await db.ExecuteAsync($"UPDATE bookings SET refund_due = refund_due + {refund}, refund_promised_by = {promisedBy} WHERE id = {booking.Id}", cancel);
    }
}
