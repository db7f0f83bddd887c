using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Payments;

/// <summary>A payment as its payer may see it.</summary>
public sealed record ShownPayment(PaymentId Id, BookingId BookingId, Money Amount, PaymentState State, DateTimeOffset ExpiresAt);

/// <summary>Reads a payment for whoever was sent to it by its id, which is as hard to guess as a key.</summary>
public sealed class ReadPayment(IDbContextFactory<AirlineDb> databases)
{
    public async Task<ShownPayment?> RunAsync(PaymentId id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await PaymentRows.FindAsync(db, id, cancel) is { } payment
            ? new ShownPayment(payment.Id, payment.BookingId, new Money(payment.Amount, payment.Currency), payment.State, payment.CreatedAt + Payment.Longest)
            : null;
    }
}
