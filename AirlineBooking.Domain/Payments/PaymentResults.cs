using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Payments;

/// <summary>Writes what became of a payment, once, whoever hears of it first: the request, the payer's return, a notice or the settler.</summary>
/// <remarks>Each result is one unit of work. It moves the payment on by a conditional statement, so two who bring the same news write it once.</remarks>
public sealed class PaymentResults(Writes writes, SeatMapFeed feed, BookingStates states, IOptions<AirlineOptions> options, TimeProvider clock)
{
    /// <summary>How long seats are kept after a decline.</summary>
    public static readonly TimeSpan KeptAfterDecline = TimeSpan.FromMinutes(10);

    /// <summary>How long seats are kept when the gateway does not answer at all.</summary>
    public static readonly TimeSpan KeptWithoutGateway = TimeSpan.FromMinutes(30);

    // A payment that is heard of again and again moves on from either of these.
    private static readonly (PaymentState, PaymentState) Open = (PaymentState.Started, PaymentState.Waiting);

    /// <summary>The amount is reserved: the booking is confirmed, or what was reserved is let go when its places are gone.</summary>
    internal async Task<Outcome<BookedTrip, BookingRefusal>> AuthorisedAsync(PaymentId id, CancellationToken cancel)
    {
        var outcome = await writes.RunAsync((db, token) => ConfirmAsync(db, id, clock.GetUtcNow(), token), cancel);
        if (outcome.Refusal is not (BookingRefusal.SeatsLost or BookingRefusal.CabinFull)) return outcome;
        await writes.RunAsync((db, token) => LetGoAsync(db, id, "seats_lost", clock.GetUtcNow(), token), cancel);
        return outcome;
    }

    /// <summary>The gateway said no: the seats go back to their holder for at least ten minutes.</summary>
    internal Task<Outcome<BookedTrip, BookingRefusal>> DeclinedAsync(PaymentId id, string reason, CancellationToken cancel) =>
        EndAsync(id, PaymentState.Declined, reason, BookingRefusal.PaymentDeclined, KeptAfterDecline, cancel);

    /// <summary>The gateway never heard of it for so long that it is given up; should it arrive after all, it is let go.</summary>
    internal Task<Outcome<BookedTrip, BookingRefusal>> NoAnswerAsync(PaymentId id, CancellationToken cancel) =>
        EndAsync(id, PaymentState.Voiding, "no_answer", BookingRefusal.PaymentDeclined, KeptAfterDecline, cancel);

    /// <summary>The gateway never got it: the seats are kept for half an hour, and the request may be sent again.</summary>
    internal Task<Outcome<BookedTrip, BookingRefusal>> NothingSentAsync(PaymentId id, CancellationToken cancel) =>
        EndAsync(id, PaymentState.Failed, "unavailable", BookingRefusal.PaymentUnavailable, KeptWithoutGateway, cancel);

    /// <summary>Nobody knows yet, or the payer has to do something first.</summary>
    internal Task<Outcome<BookedTrip, BookingRefusal>> WaitingAsync(PaymentId id, string? actionUrl, TimeSpan lookAgainIn, CancellationToken cancel) => writes.RunAsync<BookedTrip, BookingRefusal>(
        async (db, token) =>
        {
            var now = clock.GetUtcNow();
            var payment = await PaymentRows.FindAsync(db, id, token) ?? throw new InvalidOperationException($"There is no payment {id}.");
            await PaymentRows.TryMoveAsync(db, id, Open, PaymentState.Waiting, null, actionUrl ?? payment.ActionUrl, now + lookAgainIn, token);
            var trip = new BookedTrip(payment.BookingId, await states.ReadAsync(db, payment.BookingId, now, token), actionUrl, actionUrl is null ? null : payment.CreatedAt + Payment.Longest);
            await RunOnce.CloseAllAsync<BookedTrip, BookingRefusal>(db, payment.BookingId.ToString(), trip, token);
            return trip;
        },
        cancel);

    /// <summary>Gives up a payment that nobody decided in time: whatever is reserved is let go, and the seats are freed.</summary>
    internal Task GiveUpAsync(PaymentId id, string reason, CancellationToken cancel) =>
        writes.RunAsync((db, token) => LetGoAsync(db, id, reason, clock.GetUtcNow(), token), cancel);

    private async Task<Outcome<BookedTrip, BookingRefusal>> ConfirmAsync(AirlineDb db, PaymentId id, DateTimeOffset now, CancellationToken cancel)
    {
        var payment = await PaymentRows.FindAsync(db, id, cancel) ?? throw new InvalidOperationException($"There is no payment {id}.");
        var booking = await BookingRows.FindAsync(db, payment.BookingId, cancel) ?? throw new InvalidOperationException($"There is no booking {payment.BookingId}.");
        var isFirst = await PaymentRows.TryMoveAsync(db, id, Open, PaymentState.Authorised, null, null, now, cancel);
        if (!isFirst) return new BookedTrip(booking.Id, await states.ReadAsync(db, booking.Id, now, cancel));
        if (booking.Status is not (BookingStatus.PendingPayment or BookingStatus.Failed))
        {
            // Another payment was faster, or the booking is over: this one is not needed.
            await PaymentRows.TryMoveAsync(db, id, (PaymentState.Authorised, PaymentState.Authorised), PaymentState.Voiding, "not_needed", null, now, cancel);
            return new BookedTrip(booking.Id, await states.ReadAsync(db, booking.Id, now, cancel));
        }
        var sold = booking.ReadSold();
        var passengers = await BookingRows.PassengersAsync(db, booking.Id, cancel);
        var places = await BookingPlaces.OfUnpaidAsync(db, booking.Id, sold, passengers, cancel);
        if (await BookingPlaces.SellAsync(db, booking.Id, places, countUnseated: !booking.HoldsPlaces, feed, now, cancel) is { } gone) return gone;
        await db.ExecuteAsync(
            $"""
            UPDATE bookings SET status = {BookingStatus.Confirmed}, confirmed_at = {now}, paid = paid + {payment.Amount}, kept_until = NULL, holds_places = {true}, version = version + 1
            WHERE id = {booking.Id}
            """,
            cancel);
        foreach (var hold in places.SelectMany(flight => flight.Seats).Select(seat => seat.Hold).OfType<HoldId>().Distinct())
        {
            await db.ExecuteAsync($"DELETE FROM seat_holds WHERE id = {hold} AND NOT EXISTS (SELECT 1 FROM seat_claims WHERE hold_id = {hold})", cancel);
        }
        await IssueTickets.WriteAsync(db, booking, sold, passengers, options.Value.TicketingPrefix, now, cancel);
        await Outbox.AddAsync(db, "booking_confirmed", booking.Id.ToString(), $"booking_confirmed:{booking.Id}", now, now, cancel);
        await Audit.AddAsync(db, now, booking.Owner, "confirmed", booking.Id.ToString(), id.ToString(), cancel);
        var trip = new BookedTrip(booking.Id, await states.ReadAsync(db, booking.Id, now, cancel));
        await RunOnce.CloseAllAsync<BookedTrip, BookingRefusal>(db, booking.Id.ToString(), trip, cancel);
        return trip;
    }

    private async Task<Outcome<BookedTrip, BookingRefusal>> EndAsync(
        PaymentId id, PaymentState state, string reason, BookingRefusal refusal, TimeSpan kept, CancellationToken cancel)
    {
        var answer = await writes.RunAsync(
            async (db, token) =>
            {
                var now = UtcInstant.Truncate(clock.GetUtcNow());
                var payment = await PaymentRows.FindAsync(db, id, token) ?? throw new InvalidOperationException($"There is no payment {id}.");
                if (!await PaymentRows.TryMoveAsync(db, id, Open, state, reason, null, state is PaymentState.Voiding ? now : null, token)) return (payment.BookingId, KeptUntil: default(DateTimeOffset?));
                var until = now + kept;
                await BookingPlaces.KeepAsync(db, payment.BookingId, until, token);
                await db.ExecuteAsync($"UPDATE bookings SET kept_until = {until}, version = version + 1 WHERE id = {payment.BookingId} AND status = {BookingStatus.PendingPayment}", token);
                await Audit.AddAsync(db, now, Audit.System, state is not PaymentState.Declined ? "payment_failed" : reason == "challenge_refused" ? "payment_not_confirmed" : "payment_declined", payment.BookingId.ToString(), reason, token);
                var detail = new BookingDetail { Reason = reason, KeptUntil = until, BookingId = payment.BookingId };
                if (refusal is BookingRefusal.PaymentUnavailable) await RunOnce.ReopenAsync(db, payment.BookingId.ToString(), token);
                else await RunOnce.CloseAllAsync(db, payment.BookingId.ToString(), Outcome<BookedTrip, BookingRefusal>.Refused(refusal, detail), token);
                return (payment.BookingId, KeptUntil: (DateTimeOffset?)until);
            },
            cancel);
        if (answer.KeptUntil is { } keptUntil) return Outcome<BookedTrip, BookingRefusal>.Refused(refusal, new BookingDetail { Reason = reason, KeptUntil = keptUntil, BookingId = answer.BookingId });
        // Somebody else heard first; what they wrote is the answer, be it a refusal or not.
        return await writes.RunAsync((db, token) => StandsAsync(db, id, token), cancel);
    }

    private async Task<Outcome<BookedTrip, BookingRefusal>> StandsAsync(AirlineDb db, PaymentId id, CancellationToken cancel)
    {
        var payment = await PaymentRows.FindAsync(db, id, cancel) ?? throw new InvalidOperationException($"There is no payment {id}.");
        var booking = await BookingRows.FindAsync(db, payment.BookingId, cancel) ?? throw new InvalidOperationException($"There is no booking {payment.BookingId}.");
        BookingRefusal? refusal = payment.State switch
        {
            PaymentState.Failed => BookingRefusal.PaymentUnavailable,
            PaymentState.Declined => BookingRefusal.PaymentDeclined,
            PaymentState.Voiding or PaymentState.Voided => RefusalOf(payment.Reason),
            _ => null,
        };
        return refusal is { } refused && booking.Status is BookingStatus.PendingPayment or BookingStatus.Failed
            ? Outcome<BookedTrip, BookingRefusal>.Refused(refused, new BookingDetail { Reason = payment.Reason, KeptUntil = booking.KeptUntil, BookingId = booking.Id })
            : new BookedTrip(booking.Id, await states.ReadAsync(db, booking.Id, clock.GetUtcNow(), cancel));
    }

    private static BookingRefusal RefusalOf(string? reason) => reason == "seats_lost" ? BookingRefusal.SeatsLost : BookingRefusal.PaymentDeclined;

    private async Task LetGoAsync(AirlineDb db, PaymentId id, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        var payment = await PaymentRows.FindAsync(db, id, cancel) ?? throw new InvalidOperationException($"There is no payment {id}.");
        if (!await PaymentRows.TryMoveAsync(db, id, Open, PaymentState.Voiding, reason, null, now, cancel)) return;
        var booking = await BookingRows.FindAsync(db, payment.BookingId, cancel) ?? throw new InvalidOperationException($"There is no booking {payment.BookingId}.");
        if (booking.Status is BookingStatus.PendingPayment) await FailBooking.WriteAsync(db, booking, feed, now, cancel);
        await RunOnce.CloseAllAsync(db, booking.Id.ToString(), Outcome<BookedTrip, BookingRefusal>.Refused(RefusalOf(reason), new BookingDetail { Reason = reason, BookingId = booking.Id }), cancel);
        await Outbox.AddAsync(db, "payment_let_go", booking.Id.ToString(), $"payment_let_go:{id}", now, now, cancel);
    }
}
