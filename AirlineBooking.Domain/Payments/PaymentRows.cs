using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Payments;

/// <summary>Reads and writes payments inside a unit of work.</summary>
internal static class PaymentRows
{
    public static Task InsertAsync(AirlineDb db, Payment payment, CancellationToken cancel) => db.ExecuteAsync(
        $"""
        INSERT INTO payments (id, booking_id, amount, currency, state, created_at, due_at, attempts)
        VALUES ({payment.Id}, {payment.BookingId}, {payment.Amount}, {payment.Currency.ToString()}, {payment.State}, {payment.CreatedAt}, {payment.DueAt}, 0)
        """,
        cancel);

    public static async Task<Payment?> FindAsync(AirlineDb db, PaymentId id, CancellationToken cancel) =>
        (await db.ReadAsync($"SELECT id, booking_id, amount, currency, state, reason, action_url, created_at, due_at, attempts FROM payments WHERE id = {id}", Read, cancel)).FirstOrDefault();

    public static Task<List<Payment>> OfBookingAsync(AirlineDb db, BookingId booking, CancellationToken cancel) => db.ReadAsync(
        $"SELECT id, booking_id, amount, currency, state, reason, action_url, created_at, due_at, attempts FROM payments WHERE booking_id = {booking} ORDER BY created_at, id", Read, cancel);

    public static Task<List<Payment>> DueAsync(AirlineDb db, DateTimeOffset now, int most, CancellationToken cancel) => db.ReadAsync(
        $"""
        SELECT id, booking_id, amount, currency, state, reason, action_url, created_at, due_at, attempts FROM payments
        WHERE due_at IS NOT NULL AND due_at <= {now} ORDER BY due_at LIMIT {most}
        """,
        Read,
        cancel);

    /// <summary>Moves a payment on from one of two states; false when somebody else did, and nothing happened. Failures are counted from here anew.</summary>
    public static async Task<bool> TryMoveAsync(
        AirlineDb db, PaymentId id, (PaymentState One, PaymentState Other) from, PaymentState to, string? reason, string? actionUrl, DateTimeOffset? dueAt, CancellationToken cancel) =>
        await db.ExecuteAsync(
            $"UPDATE payments SET state = {to}, reason = {reason}, action_url = {actionUrl}, due_at = {dueAt}, attempts = 0 WHERE id = {id} AND (state = {from.One} OR state = {from.Other})", cancel) == 1;

    private static Payment Read(System.Data.Common.DbDataReader row) => new()
    {
        Id = new PaymentId(row.GetGuid(0)),
        BookingId = new BookingId(row.GetGuid(1)),
        Amount = row.GetInt64(2),
        Currency = CurrencyCode.Parse(row.GetString(3)),
        State = (PaymentState)row.GetInt32(4),
        Reason = row.IsDBNull(5) ? null : row.GetString(5),
        ActionUrl = row.IsDBNull(6) ? null : row.GetString(6),
        CreatedAt = row.GetInstant(7),
        DueAt = row.IsDBNull(8) ? null : row.GetInstant(8),
        Attempts = row.GetInt32(9),
    };
}
