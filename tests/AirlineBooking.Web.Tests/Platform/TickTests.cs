using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Jobs;
using AirlineBooking.Web.Tests.Seats;
using AirlineBooking.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class TickTests
{
    private const int MostRounds = 200;

    [Fact]
    public async Task Seats_whose_time_ran_out_are_free_while_the_gateway_keeps_the_settler_waiting()
    {
        var answer = new TaskCompletionSource();
        await using var airline = await RunningAirline.OpenAsync(services => services.AddSingleton<SlowGateway>(made => new(made.GetRequiredService<SandboxGateway>(), answer.Task)).AddSingleton<IPaymentGateway>(made => made.GetRequiredService<SlowGateway>()), TripDesk.Settings);
        await airline.BookAsync(new Party(1, 0, 0));
        await airline.Client.HeldAsync("20C");
        using var stream = await EventStream.OpenAsync(airline.Client);
        var gateway = airline.Get<SlowGateway>();
        for (var round = 0; round < MostRounds && !gateway.IsAsked; round++)
        {
            airline.Clock.Advance(Tick.Every);
            await airline.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative));
        }
        Assert.True(gateway.IsAsked);

        airline.Clock.Advance(SeatHold.Lifetime);
        var told = await stream.NextAsync();

        Assert.Contains("""{"number":"20C","state":"available"}""", told.Data, StringComparison.Ordinal);
        answer.SetResult();
    }

    private sealed class SlowGateway(SandboxGateway sandbox, Task answer) : IPaymentGateway
    {
        private volatile bool _isAsked;

        public bool IsAsked => _isAsked;

        public async Task CaptureAsync(PaymentId payment, Money amount, CancellationToken cancel)
        {
            _isAsked = true;
            await answer;
            await sandbox.CaptureAsync(payment, amount, cancel);
        }

        public Task<GatewayAnswer> AuthoriseAsync(PaymentId payment, Money amount, string token, CancellationToken cancel) => sandbox.AuthoriseAsync(payment, amount, token, cancel);

        public Task VoidAsync(PaymentId payment, CancellationToken cancel) => sandbox.VoidAsync(payment, cancel);

        public Task RefundAsync(PaymentId payment, RefundId refund, Money amount, CancellationToken cancel) => sandbox.RefundAsync(payment, refund, amount, cancel);

        public Task<GatewayPayment?> FindAsync(PaymentId payment, CancellationToken cancel) => sandbox.FindAsync(payment, cancel);
    }
}
