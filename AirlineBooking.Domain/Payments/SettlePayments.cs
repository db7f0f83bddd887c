using System.Collections.Concurrent;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Payments;

/// <summary>Finishes what requests left undone: asks the gateway what became of payments, takes what is reserved, lets go of what is not needed, sends refunds, and ends bookings whose time is up.</summary>
/// <remarks>Everything it does it may do again: each step is a conditional statement or a call that names what it is about.</remarks>
public sealed class SettlePayments(
    GuardedGateway gateway, PaymentResults results, Writes writes, IDbContextFactory<AirlineDb> databases, SeatMapFeed feed,
    IOptions<PaymentOptions> options, TimeProvider clock)
{
    /// <summary>In one run; what is left over is seen at the next.</summary>
    public const int MostAtOnce = 200;

    // A payment that the gateway never heard of may still be on its way for so long.
    private static readonly TimeSpan MayStillArrive = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Somebody waits for a payment, and seats with it; a refund has days.
    private static readonly TimeSpan LongestPauseOfAPayment = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPauseOfARefund = TimeSpan.FromMinutes(30);

    /// <summary>One round over everything that is due; answers how much was looked at.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (payments, refunds, overdue) = await DueAsync(now, cancel);
        if (gateway.IsConfigured)
        {
            await EachAsync(payments, SettleAsync, cancel);
            await EachAsync(refunds, RefundAsync, cancel);
        }
        foreach (var booking in overdue) await writes.RunAsync((db, token) => EndAsync(db, booking, token), cancel);
        return payments.Count + refunds.Count + overdue.Count;
    }

    /// <summary>Looks at one payment now: its payer came back, or the gateway sent a notice.</summary>
    public async Task HearAsync(PaymentId id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await PaymentRows.FindAsync(db, id, cancel) is { } payment) await TryAsync(token => SettleAsync(payment, token), cancel);
    }

    private async Task SettleAsync(Payment payment, CancellationToken cancel)
    {
        if (!await LeaseAsync("payments", payment.Id.Value, payment.DueAt, payment.Attempts, cancel)) return;
        switch (payment.State)
        {
            case PaymentState.Started or PaymentState.Waiting:
                await FindOutAsync(payment, cancel);
                break;
            case PaymentState.Authorised:
                await gateway.CaptureAsync(payment.Id, new Money(payment.Amount, payment.Currency), cancel);
                await writes.RunAsync((db, token) => CapturedAsync(db, payment, token), cancel);
                break;
            case PaymentState.Voiding:
                await gateway.VoidAsync(payment.Id, cancel);
                await writes.RunAsync(
                    (db, token) => PaymentRows.TryMoveAsync(db, payment.Id, (PaymentState.Voiding, PaymentState.Voiding), PaymentState.Voided, payment.Reason, null, null, token), cancel);
                break;
        }
    }

    private async Task FindOutAsync(Payment payment, CancellationToken cancel)
    {
        var age = clock.GetUtcNow() - payment.CreatedAt;
        var found = await gateway.FindAsync(payment.Id, cancel);
        if (found is { Outcome: GatewayOutcome.Authorised, Voided: false }) await results.AuthorisedAsync(payment.Id, cancel);
        else if (found is { Outcome: GatewayOutcome.Declined }) await results.DeclinedAsync(payment.Id, found.Reason ?? "declined", cancel);
        else if (found is null && age >= MayStillArrive) await results.NoAnswerAsync(payment.Id, cancel);
        else if (age >= Payment.Longest) await results.GiveUpAsync(payment.Id, "too_late", cancel);
        else await results.WaitingAsync(payment.Id, payment.ActionUrl, age < MayStillArrive ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(15), cancel);
    }

    private async Task CapturedAsync(AirlineDb db, Payment payment, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await PaymentRows.TryMoveAsync(db, payment.Id, (PaymentState.Authorised, PaymentState.Authorised), PaymentState.Captured, null, null, null, cancel)) return;
        await Ledger.WriteAsync(
            db, $"capture:{payment.Id}", payment.BookingId, payment.Currency, now, cancel, (LedgerAccount.Gateway, payment.Amount), (LedgerAccount.Sales, -payment.Amount));
    }

    private async Task RefundAsync(Refund refund, CancellationToken cancel)
    {
        if (!await LeaseAsync("refunds", refund.Id.Value, refund.DueAt, refund.Attempts, cancel)) return;
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            // Money is given back once it was taken, not before.
            if (await PaymentRows.FindAsync(db, refund.PaymentId, cancel) is not { State: PaymentState.Captured }) return;
        }
        await gateway.RefundAsync(refund.PaymentId, refund.Id, new Money(refund.Amount, refund.Currency), cancel);
        await writes.RunAsync((db, token) => RefundRows.DoneAsync(db, refund, clock.GetUtcNow(), token), cancel);
    }

    // Seats of an unpaid booking are kept until its time is up, or longer when its holder extended the hold.
    private async Task EndAsync(AirlineDb db, BookingId id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await BookingRows.FindAsync(db, id, cancel) is not { Status: BookingStatus.PendingPayment } booking || booking.KeptUntil is null || booking.KeptUntil > now) return;
        var held = await db.ReadAsync(
            $"SELECT held_until FROM seat_claims WHERE booking_id = {id} AND state = {ClaimState.Held} AND held_until > {now} ORDER BY held_until", row => row.GetInstant(0), cancel);
        if (held.Count > 0) await db.ExecuteAsync($"UPDATE bookings SET kept_until = {held[0]} WHERE id = {id}", cancel);
        else await FailBooking.WriteAsync(db, booking, feed, now, cancel);
    }

    private async Task<(List<Payment>, List<Refund>, List<BookingId>)> DueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (
            await PaymentRows.DueAsync(db, now, MostAtOnce, cancel),
            await RefundRows.DueAsync(db, now, MostAtOnce, cancel),
            await db.ReadAsync(
                $"SELECT id FROM bookings WHERE kept_until <= {now} AND status = {BookingStatus.PendingPayment} ORDER BY kept_until LIMIT {MostAtOnce}", row => new BookingId(row.GetGuid(0)), cancel));
    }

    // Of two settlers one goes on; the other finds the time moved. A failure is tried again later and later.
    private async Task<bool> LeaseAsync(string table, Guid id, DateTimeOffset? seenDueAt, int attempts, CancellationToken cancel)
    {
        var longest = table == "payments" ? LongestPauseOfAPayment : LongestPauseOfARefund;
        var pause = TimeSpan.FromTicks(Math.Min(longest.Ticks, Lease.Ticks << Math.Min(attempts, 10)));
        var until = clock.GetUtcNow() + pause;
        return await writes.RunAsync(
            (db, token) => table == "payments"
                ? db.ExecuteAsync($"UPDATE payments SET due_at = {until}, attempts = attempts + 1 WHERE id = {id} AND due_at = {seenDueAt}", token)
                : db.ExecuteAsync($"UPDATE refunds SET due_at = {until}, attempts = attempts + 1 WHERE id = {id} AND due_at = {seenDueAt}", token),
            cancel) == 1;
    }

    private Task EachAsync<T>(IEnumerable<T> due, Func<T, CancellationToken, Task> settle, CancellationToken cancel)
    {
        var waiting = new ConcurrentQueue<T>(due);
        return Task.WhenAll(Enumerable.Range(0, options.Value.SettledAtOnce).Select(async _ =>
        {
            while (waiting.TryDequeue(out var one)) await TryAsync(token => settle(one, token), cancel);
        }));
    }

    // The gateway is asked again when the lease is over; everything else that goes wrong is a bug and goes up.
    private static async Task TryAsync(Func<CancellationToken, Task> settle, CancellationToken cancel)
    {
        try
        {
            await settle(cancel);
        }
        catch (PaymentGatewayException)
        {
            // What is due stays due.
        }
    }
}
