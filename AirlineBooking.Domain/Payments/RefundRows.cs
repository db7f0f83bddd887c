using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Payments;

/// <summary>Reads and writes refunds inside a unit of work.</summary>
internal static class RefundRows
{
    public static Task InsertAsync(AirlineDb db, Refund refund, CancellationToken cancel) => db.ExecuteAsync(
        $"""
        INSERT INTO refunds (id, booking_id, payment_id, amount, currency, state, created_at, promised_by, due_at, attempts)
        VALUES ({refund.Id}, {refund.BookingId}, {refund.PaymentId}, {refund.Amount}, {refund.Currency.ToString()}, {refund.State}, {refund.CreatedAt}, {refund.PromisedBy}, {refund.DueAt}, 0)
        """,
        cancel);

    public static Task<List<Refund>> DueAsync(AirlineDb db, DateTimeOffset now, int most, CancellationToken cancel) => db.ReadAsync(
        $"""
        SELECT id, booking_id, payment_id, amount, currency, state, created_at, promised_by, due_at, attempts FROM refunds
        WHERE due_at IS NOT NULL AND due_at <= {now} ORDER BY due_at LIMIT {most}
        """,
        row => new Refund
        {
            Id = new RefundId(row.GetGuid(0)),
            BookingId = new BookingId(row.GetGuid(1)),
            PaymentId = new PaymentId(row.GetGuid(2)),
            Amount = row.GetInt64(3),
            Currency = CurrencyCode.Parse(row.GetString(4)),
            State = (RefundState)row.GetInt32(5),
            CreatedAt = row.GetInstant(6),
            PromisedBy = row.GetInstant(7),
            DueAt = row.GetInstant(8),
            Attempts = row.GetInt32(9),
        },
        cancel);

    /// <summary>The gateway has given the money back: the booking and the ledger say so, once.</summary>
    public static async Task DoneAsync(AirlineDb db, Refund refund, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.ExecuteAsync($"UPDATE refunds SET state = {RefundState.Done}, done_at = {now}, due_at = NULL WHERE id = {refund.Id} AND state = {RefundState.Due}", cancel) != 1) return;
        await Ledger.WriteAsync(
            db, $"refund:{refund.Id}", refund.BookingId, refund.Currency, now, cancel, (LedgerAccount.RefundsDue, refund.Amount), (LedgerAccount.Gateway, -refund.Amount));
        await db.ExecuteAsync(
            $"""
            UPDATE bookings SET refunded = refunded + {refund.Amount}, refund_due = refund_due - {refund.Amount}, refunded_at = {now}, version = version + 1,
                status = CASE WHEN status = {BookingStatus.Cancelled} AND refund_due = {refund.Amount} THEN {BookingStatus.Refunded} ELSE status END
            WHERE id = {refund.BookingId}
            """,
            cancel);
        await Audit.AddAsync(db, now, Audit.System, "refunded", refund.BookingId.ToString(), refund.Id.ToString(), cancel);
        await Outbox.AddAsync(db, "refunded", refund.BookingId.ToString(), $"refunded:{refund.Id}", now, now, cancel);
    }
}
