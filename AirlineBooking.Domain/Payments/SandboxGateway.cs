using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Payments;

/// <summary>A gateway that takes no money: each token stands for one way a payment can go. It keeps its own books, as a real one does.</summary>
public sealed class SandboxGateway(Writes writes, IDbContextFactory<AirlineDb> databases, TimeProvider clock) : IPaymentGateway
{
    /// <summary>How late a late notice comes.</summary>
    public static readonly TimeSpan TellsAfter = TimeSpan.FromSeconds(3);

    /// <summary>Where the sandbox asks the payer, below the site's own address.</summary>
    public const string ActionPath = "/payments/sandbox/";

    public async Task<GatewayAnswer> AuthoriseAsync(PaymentId payment, Money amount, string token, CancellationToken cancel)
    {
        switch (token)
        {
            case "tok_gateway_error":
                throw new PaymentGatewayException("The sandbox is out of order.", nothingSent: true);
            case "tok_timeout_unpaid":
                throw new PaymentGatewayException("The sandbox did not answer.", nothingSent: false);
            case "tok_timeout_paid":
                await WriteAsync(payment, amount, GatewayOutcome.Authorised, null, null, cancel);
                throw new PaymentGatewayException("The sandbox did not answer.", nothingSent: false);
            case "tok_challenge":
                await WriteAsync(payment, amount, GatewayOutcome.NeedsAction, null, null, cancel);
                return new GatewayAnswer(GatewayOutcome.NeedsAction, ActionUrl: ActionPath + payment);
            case "tok_late_webhook":
                await WriteAsync(payment, amount, GatewayOutcome.Pending, null, clock.GetUtcNow() + TellsAfter, cancel);
                return new GatewayAnswer(GatewayOutcome.Pending);
            case "tok_visa":
                return await WriteAsync(payment, amount, GatewayOutcome.Authorised, null, null, cancel);
            case "tok_insufficient_funds":
                return await WriteAsync(payment, amount, GatewayOutcome.Declined, "insufficient_funds", null, cancel);
            case "tok_expired_card":
                return await WriteAsync(payment, amount, GatewayOutcome.Declined, "expired_card", null, cancel);
            default:
                // A token that it does not know is a card that it does not take.
                return await WriteAsync(payment, amount, GatewayOutcome.Declined, "declined", null, cancel);
        }
    }

    public Task CaptureAsync(PaymentId payment, Money amount, CancellationToken cancel) => writes.RunAsync(
        (db, token) => db.ExecuteAsync(
            $"UPDATE sandbox_payments SET captured = {amount.MinorUnits} WHERE id = {payment} AND outcome = {GatewayOutcome.Authorised} AND voided = {false} AND captured = 0", token),
        cancel);

    // A payment that it never heard of is remembered as let go, so that it comes to nothing when it arrives late.
    public Task VoidAsync(PaymentId payment, CancellationToken cancel) => writes.RunAsync(
        (db, token) => db.ExecuteAsync(
            $"""
            INSERT INTO sandbox_payments (id, amount, currency, outcome, reason, captured, refunded, voided)
            VALUES ({payment}, 0, {default(CurrencyCode).ToString()}, {GatewayOutcome.Declined}, {"voided"}, 0, 0, {true})
            ON CONFLICT (id) DO UPDATE SET voided = excluded.voided, tells_at = NULL WHERE sandbox_payments.captured = 0
            """,
            token),
        cancel);

    public Task RefundAsync(PaymentId payment, RefundId refund, Money amount, CancellationToken cancel) => writes.RunAsync(
        async (db, token) =>
        {
            var first = await db.ExecuteAsync(
                $"INSERT INTO sandbox_refunds (id, payment_id, amount) VALUES ({refund}, {payment}, {amount.MinorUnits}) ON CONFLICT (id) DO NOTHING", token);
            if (first == 1) await db.ExecuteAsync($"UPDATE sandbox_payments SET refunded = refunded + {amount.MinorUnits} WHERE id = {payment}", token);
        },
        cancel);

    public async Task<GatewayPayment?> FindAsync(PaymentId payment, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<SandboxPayment>().AsNoTracking().Where(one => one.Id == payment)
            .Select(one => new GatewayPayment(one.Outcome, one.Reason, one.Captured, one.Refunded, one.Voided)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The payer's answer to a challenge; false when none is asked for any more.</summary>
    public async Task<bool> DecideAsync(PaymentId payment, bool pays, CancellationToken cancel)
    {
        var (outcome, reason) = pays ? (GatewayOutcome.Authorised, null) : (GatewayOutcome.Declined, "challenge_refused");
        return await writes.RunAsync(
            (db, token) => db.ExecuteAsync($"UPDATE sandbox_payments SET outcome = {outcome}, reason = {reason} WHERE id = {payment} AND outcome = {GatewayOutcome.NeedsAction} AND voided = {false}", token),
            cancel) == 1;
    }

    /// <summary>Decides the payments that it kept us waiting for, and answers which: their notices are due.</summary>
    public Task<List<PaymentId>> TellAsync(CancellationToken cancel)
    {
        const int most = 100;
        var now = clock.GetUtcNow();
        return writes.RunAsync(
            async (db, token) =>
            {
                var due = await db.ReadAsync($"SELECT id FROM sandbox_payments WHERE tells_at <= {now} ORDER BY tells_at LIMIT {most}", row => new PaymentId(row.GetGuid(0)), token);
                foreach (var id in due) await db.ExecuteAsync($"UPDATE sandbox_payments SET outcome = {GatewayOutcome.Authorised}, tells_at = NULL WHERE id = {id}", token);
                return due;
            },
            cancel);
    }

    // Asked twice for the same payment it answers what it answered first.
    private async Task<GatewayAnswer> WriteAsync(PaymentId payment, Money amount, GatewayOutcome outcome, string? reason, DateTimeOffset? tellsAt, CancellationToken cancel)
    {
        var isFirst = await writes.RunAsync(
            (db, token) => db.ExecuteAsync(
                $"""
                INSERT INTO sandbox_payments (id, amount, currency, outcome, reason, captured, refunded, voided, tells_at)
                VALUES ({payment}, {amount.MinorUnits}, {amount.Currency.ToString()}, {outcome}, {reason}, 0, 0, {false}, {tellsAt})
                ON CONFLICT (id) DO NOTHING
                """,
                token),
            cancel) == 1;
        if (isFirst) return new GatewayAnswer(outcome, reason);
        return await FindAsync(payment, cancel) is { Voided: false } known ? new GatewayAnswer(known.Outcome, known.Reason) : new GatewayAnswer(GatewayOutcome.Declined, "voided");
    }
}
