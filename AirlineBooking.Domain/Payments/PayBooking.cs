using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Payments;

/// <summary>Pays a booking whose payment failed, while its seats are kept.</summary>
/// <remarks>Refuses: booking unknown; not payable, when it is paid or being paid; seats lost, when they are no longer kept; and what a payment refuses.</remarks>
public sealed class PayBooking(Pay pay, RunOnce once, Writes writes, SeatMapFeed feed, Randomness random, TimeProvider clock)
{
    public async Task<Once<BookedTrip, BookingRefusal>> RunAsync(RunOnceKey? key, BookingId id, string paymentToken, CancellationToken cancel)
    {
        if (key is not null && await once.FindAsync<BookedTrip, BookingRefusal, BookingDetail>(key, cancel) is { } known) return known;
        if (!pay.IsConfigured) return new(BookingRefusal.PaymentNotConfigured, false, null, null);
        var othersWasFirst = false;
        var started = await writes.RunAsync<Payment, BookingRefusal>(
            async (db, token) =>
            {
                othersWasFirst = key is not null && !await RunOnce.TryOpenAsync(db, key, id.ToString(), clock.GetUtcNow(), token);
                return othersWasFirst ? default(BookingRefusal) : await StartAsync(db, id, token);
            },
            cancel);
        if (key is not null && othersWasFirst)
        {
            return await once.FindAsync<BookedTrip, BookingRefusal, BookingDetail>(key, cancel) ?? new(null, false, RunOnceRefusal.InProgress, id.ToString());
        }
        if (started.Accepted) return new(await pay.RunAsync(started.Value, paymentToken, CancellationToken.None), false, null, null);
        Outcome<BookedTrip, BookingRefusal> refused = started.Refusal.Value;
        return await once.RunAsync<BookedTrip, BookingRefusal, BookingDetail>(key, _ => Task.FromResult(refused), refusal => refusal is not BookingRefusal.BookingUnknown, cancel);
    }

    private async Task<Outcome<Payment, BookingRefusal>> StartAsync(AirlineDb db, BookingId id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await BookingRows.FindAsync(db, id, cancel) is not { } booking) return BookingRefusal.BookingUnknown;
        if (booking.Status is BookingStatus.Failed) return BookingRefusal.SeatsLost;
        if (booking.Status is not BookingStatus.PendingPayment) return BookingRefusal.NotPayable;
        // The conditional statement is what keeps two payers apart: the second finds the booking not kept for payment any more.
        var mine = await db.ExecuteAsync(
            $"UPDATE bookings SET kept_until = NULL, version = version + 1 WHERE id = {id} AND status = {BookingStatus.PendingPayment} AND kept_until IS NOT NULL AND holds_places = {true}", cancel);
        if (mine != 1) return BookingRefusal.NotPayable;
        var passengers = await BookingRows.PassengersAsync(db, id, cancel);
        var places = await BookingPlaces.OfUnpaidAsync(db, id, booking.ReadSold(), passengers, cancel);
        if (places.Any(flight => flight.Seats.Any(seat => seat.Hold is null))) return BookingRefusal.SeatsLost;
        if (await BookingPlaces.TakeAsync(db, id, places, countUnseated: false, feed, now, cancel) is { } refused) return refused;
        var payment = pay.NewPayment(booking, new PaymentId(random.NewId(now)));
        await PaymentRows.InsertAsync(db, payment, cancel);
        await Audit.AddAsync(db, now, booking.Owner, "payment_tried_again", id.ToString(), payment.Id.ToString(), cancel);
        return payment;
    }
}
