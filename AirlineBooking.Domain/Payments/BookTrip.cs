using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Payments;

/// <summary>Books a trip and pays it: the booking, its seats and the payment are written, the gateway is asked, the result is written.</summary>
/// <remarks>
/// What the payer is told is true after a crash: the first commit holds the key as in progress, and whoever finishes the payment,
/// this request or the settler, writes the key's answer with the result. Refuses: see <see cref="BookingRefusal"/>.
/// </remarks>
public sealed class BookTrip(PrepareBooking prepare, Pay pay, RunOnce once, Writes writes, SeatMapFeed feed, Randomness random, TimeProvider clock)
{
    public async Task<Once<BookedTrip, BookingRefusal>> RunAsync(RunOnceKey? key, BookingOrder order, string paymentToken, CancellationToken cancel)
    {
        if (key is not null && await once.FindAsync<BookedTrip, BookingRefusal, BookingDetail>(key, cancel) is { } known) return known;
        if (!pay.IsConfigured) return new(BookingRefusal.PaymentNotConfigured, false, null, null);
        var prepared = await prepare.RunAsync(order, cancel);
        if (!prepared.Accepted) return await RefuseAsync(key, Outcome<BookedTrip, BookingRefusal>.Refused(prepared.Refusal.Value, prepared.Detail), cancel);

        var payment = pay.NewPayment(prepared.Value.Booking, new PaymentId(random.NewId(clock.GetUtcNow())));
        var othersWasFirst = false;
        var started = await writes.RunAsync<PreparedBooking, BookingRefusal>(
            async (db, token) =>
            {
                othersWasFirst = key is not null && !await RunOnce.TryOpenAsync(db, key, prepared.Value.Booking.Id.ToString(), clock.GetUtcNow(), token);
                return othersWasFirst ? default(BookingRefusal) : await StartAsync(db, order.Instead, prepared.Value, payment, token);
            },
            cancel);
        if (key is not null && othersWasFirst)
        {
            return await once.FindAsync<BookedTrip, BookingRefusal, BookingDetail>(key, cancel) ?? new(null, false, RunOnceRefusal.InProgress, null);
        }
        if (!started.Accepted) return await RefuseAsync(key, started.Refusal.Value, cancel);
        // From here on the payer is not let down when whoever asked goes away: what was begun is finished.
        return new(await pay.RunAsync(payment, paymentToken, CancellationToken.None), false, null, null);
    }

    private async Task<Outcome<PreparedBooking, BookingRefusal>> StartAsync(AirlineDb db, BookingId? instead, PreparedBooking prepared, Payment payment, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await EndEarlierAsync(db, instead, prepared, now, cancel);
        await BookingRows.InsertAsync(db, prepared, random, cancel);
        if (await BookingPlaces.TakeAsync(db, prepared.Booking.Id, prepared.Places, countUnseated: true, feed, now, cancel) is { } refused) return refused;
        await PaymentRows.InsertAsync(db, payment, cancel);
        await Audit.AddAsync(db, now, prepared.Booking.Owner, "created", prepared.Booking.Id.ToString(), payment.Id.ToString(), cancel);
        return prepared;
    }

    // Who tries again with the seats of an attempt that was declined begins a new booking; the earlier one is over.
    private async Task EndEarlierAsync(AirlineDb db, BookingId? instead, PreparedBooking prepared, DateTimeOffset now, CancellationToken cancel)
    {
        // One whose payment is under way has no end yet, and is left alone.
        if (instead is { } known && await BookingRows.FindAsync(db, known, cancel) is { Status: BookingStatus.PendingPayment, KeptUntil: not null } unpaid) await FailBooking.WriteAsync(db, unpaid, feed, now, cancel);
        foreach (var hold in prepared.Holds)
        {
            var earlier = await db.ReadAsync(
                $"SELECT DISTINCT booking_id FROM seat_claims WHERE hold_id = {hold} AND state = {ClaimState.Held} AND booking_id IS NOT NULL", row => new BookingId(row.GetGuid(0)), cancel);
            foreach (var id in earlier)
            {
                await db.ExecuteAsync($"UPDATE seat_claims SET booking_id = NULL, passenger_id = NULL WHERE hold_id = {hold} AND booking_id = {id}", cancel);
                if (await BookingRows.FindAsync(db, id, cancel) is { Status: BookingStatus.PendingPayment } booking) await FailBooking.WriteAsync(db, booking, feed, now, cancel);
            }
        }
    }

    private async Task<Once<BookedTrip, BookingRefusal>> RefuseAsync(RunOnceKey? key, Outcome<BookedTrip, BookingRefusal> refused, CancellationToken cancel) =>
        await once.RunAsync<BookedTrip, BookingRefusal, BookingDetail>(key, _ => Task.FromResult(refused), IsKept, cancel);

    // Kept are the answers that say something about the request; an offer nobody knows may be known a moment later.
    private static bool IsKept(BookingRefusal refusal) =>
        refusal is not (BookingRefusal.BookingUnknown or BookingRefusal.OfferUnknown or BookingRefusal.PaymentUnavailable or BookingRefusal.PaymentNotConfigured);
}
