using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Payments;

/// <summary>Asks the gateway for a payment that is written already, and writes what it answers.</summary>
public sealed class Pay(GuardedGateway gateway, PaymentResults results, TimeProvider clock)
{
    // The settler leaves a payment alone while the request that made it may still be asking.
    private static readonly TimeSpan AskingTakesAtMost = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LookAgainSoon = TimeSpan.FromSeconds(2);

    public bool IsConfigured => gateway.IsConfigured;

    internal Payment NewPayment(Booking booking, PaymentId id)
    {
        var now = clock.GetUtcNow();
        return new Payment { Id = id, BookingId = booking.Id, Amount = booking.Total - booking.Paid, Currency = booking.Currency, CreatedAt = now, DueAt = now + AskingTakesAtMost };
    }

    internal async Task<Outcome<BookedTrip, BookingRefusal>> RunAsync(Payment payment, string token, CancellationToken cancel)
    {
        GatewayAnswer answer;
        try
        {
            answer = await gateway.AuthoriseAsync(payment.Id, new Money(payment.Amount, payment.Currency), token, cancel);
        }
        catch (PaymentGatewayException failure)
        {
            // Nobody knows whether it was authorised unless nothing was sent; the settler finds out.
            return failure.NothingSent ? await results.NothingSentAsync(payment.Id, cancel) : await results.WaitingAsync(payment.Id, null, LookAgainSoon, cancel);
        }
        return answer.Outcome switch
        {
            GatewayOutcome.Authorised => await results.AuthorisedAsync(payment.Id, cancel),
            GatewayOutcome.Declined => await results.DeclinedAsync(payment.Id, answer.Reason ?? "declined", cancel),
            GatewayOutcome.NeedsAction => await results.WaitingAsync(payment.Id, answer.ActionUrl, LookAgainSoon, cancel),
            _ => await results.WaitingAsync(payment.Id, null, LookAgainSoon, cancel),
        };
    }
}
