using AirlineBooking.Domain.Bookings;
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

    [Theory, EveryDatabase]
    public async Task A_payment_whose_payer_took_long_is_looked_at_again_soon_after_a_failure(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var booked = await airline.BookAsync(Travellers.Order(await airline.OfferAsync()), "tok_challenge");
        var options = airline.Get<IOptions<PaymentOptions>>();
        // The payer is at the bank for some minutes, and everybody keeps looking.
        await airline.SettleAsync(rounds: 20, secondsBetween: 15);
        var broken = new SettlePayments(
            new GuardedGateway([new Unreachable(airline.Get<SandboxGateway>())], options, airline.Clock), airline.Get<PaymentResults>(), airline.Writes, airline.Databases, airline.Get<SeatMapFeed>(), options, airline.Clock);

        await broken.RunAsync(default);

        await using var db = await airline.Databases.CreateDbContextAsync();
        var payment = await db.Payments.AsNoTracking().SingleAsync(payment => payment.BookingId == booked.Answer!.Value!.BookingId);
        Assert.Equal(PaymentState.Waiting, payment.State);
        Assert.InRange(payment.DueAt!.Value - airline.Clock.GetUtcNow(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_hears_second_that_a_payment_failed_says_the_same(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var results = airline.Get<PaymentResults>();
        var (declined, failed) = (await WaitingAsync(), await WaitingAsync());

        var (first, second) = (await results.DeclinedAsync(declined, "insufficient_funds", default), await results.DeclinedAsync(declined, "insufficient_funds", default));
        Assert.Equal((BookingRefusal.PaymentDeclined, first.Detail), (second.Refusal, second.Detail));

        (first, second) = (await results.NothingSentAsync(failed, default), await results.NothingSentAsync(failed, default));
        Assert.Equal((BookingRefusal.PaymentUnavailable, first.Detail), (second.Refusal, second.Detail));

        async Task<PaymentId> WaitingAsync()
        {
            var booking = (await airline.BookAsync(Travellers.Order(offer), "tok_challenge")).Answer!.Value!.BookingId; // A challenge is a booking that waits.
            await using var db = await airline.Databases.CreateDbContextAsync();
            return await db.Payments.AsNoTracking().Where(payment => payment.BookingId == booking).Select(payment => payment.Id).SingleAsync();
        }
    }

    private sealed class Unreachable(SandboxGateway sandbox) : IPaymentGateway
    {
        public Task<GatewayAnswer> AuthoriseAsync(PaymentId payment, Money amount, string token, CancellationToken cancel) => sandbox.AuthoriseAsync(payment, amount, token, cancel);

        public Task CaptureAsync(PaymentId payment, Money amount, CancellationToken cancel) => sandbox.CaptureAsync(payment, amount, cancel);

        public Task VoidAsync(PaymentId payment, CancellationToken cancel) => sandbox.VoidAsync(payment, cancel);

        public Task RefundAsync(PaymentId payment, RefundId refund, Money amount, CancellationToken cancel) => sandbox.RefundAsync(payment, refund, amount, cancel);

        public Task<GatewayPayment?> FindAsync(PaymentId payment, CancellationToken cancel) => throw new PaymentGatewayException("The gateway is away.", nothingSent: true);
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
