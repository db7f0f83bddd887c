using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Tests.Payments;

public sealed class SettlePaymentsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory, EveryDatabase]
    public async Task A_payment_whose_gateway_is_slow_keeps_no_other_waiting(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        await airline.BookAsync(Travellers.Order(offer));
        await airline.BookAsync(Travellers.Order(offer));
        var options = airline.Get<IOptions<PaymentOptions>>();
        // Whoever is asked first answers only once the other was asked too.
        var gateway = new GuardedGateway([new FirstWaitsForSecond(airline.Get<SandboxGateway>())], options, airline.Clock);
        var settle = new SettlePayments(gateway, airline.Get<PaymentResults>(), airline.Writes, airline.Databases, airline.Get<SeatMapFeed>(), options, airline.Clock);

        await settle.RunAsync(default).WaitAsync(Patience);

        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.Equal([PaymentState.Captured, PaymentState.Captured], await db.Payments.AsNoTracking().Select(payment => payment.State).ToListAsync());
    }

    private sealed class FirstWaitsForSecond(SandboxGateway sandbox) : IPaymentGateway
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked;

        public async Task CaptureAsync(PaymentId payment, Money amount, CancellationToken cancel)
        {
            if (Interlocked.Increment(ref _asked) == 2) _second.SetResult();
            await _second.Task;
            await sandbox.CaptureAsync(payment, amount, cancel);
        }

        public Task<GatewayAnswer> AuthoriseAsync(PaymentId payment, Money amount, string token, CancellationToken cancel) => sandbox.AuthoriseAsync(payment, amount, token, cancel);

        public Task VoidAsync(PaymentId payment, CancellationToken cancel) => sandbox.VoidAsync(payment, cancel);

        public Task RefundAsync(PaymentId payment, RefundId refund, Money amount, CancellationToken cancel) => sandbox.RefundAsync(payment, refund, amount, cancel);

        public Task<GatewayPayment?> FindAsync(PaymentId payment, CancellationToken cancel) => sandbox.FindAsync(payment, cancel);
    }
}
