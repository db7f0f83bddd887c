using AirlineBooking.Domain.Kernel;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace AirlineBooking.Domain.Payments;

/// <summary>The gateway behind a time limit, a few retries and a circuit breaker: one that is down is left alone for a while, and callers hear so at once.</summary>
public sealed class GuardedGateway
{
    private const int MostRetries = 2;
    private const int CallsBeforeBreaking = 8;

    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromSeconds(15);

    private readonly IPaymentGateway? _gateway;
    private readonly ResiliencePipeline _guard;

    public GuardedGateway(IEnumerable<IPaymentGateway> gateways, IOptions<PaymentOptions> options, TimeProvider clock)
    {
        _gateway = gateways.LastOrDefault();
        // Only a call that surely never arrived is sent again: of any other nobody knows what it did, and FindAsync is the one to ask.
        var neverArrived = new PredicateBuilder().Handle<PaymentGatewayException>(failure => failure.NothingSent);
        var unanswered = new PredicateBuilder().Handle<PaymentGatewayException>().Handle<TimeoutRejectedException>();
        _guard = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = MostRetries, BackoffType = DelayBackoffType.Exponential, UseJitter = true, Delay = TimeSpan.FromMilliseconds(options.Value.RetryDelayMilliseconds), ShouldHandle = neverArrived })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions { FailureRatio = 0.9, MinimumThroughput = CallsBeforeBreaking, SamplingDuration = TimeSpan.FromSeconds(30), BreakDuration = LeftAloneFor, ShouldHandle = unanswered })
            .AddTimeout(LongestCall)
            .Build();
    }

    /// <summary>False when no gateway is set up: nothing can be paid.</summary>
    public bool IsConfigured => _gateway is not null;

    public Task<GatewayAnswer> AuthoriseAsync(PaymentId payment, Money amount, string token, CancellationToken cancel) =>
        RunAsync((gateway, ct) => gateway.AuthoriseAsync(payment, amount, token, ct), cancel);

    public Task<GatewayPayment?> FindAsync(PaymentId payment, CancellationToken cancel) => RunAsync((gateway, ct) => gateway.FindAsync(payment, ct), cancel);

    public Task CaptureAsync(PaymentId payment, Money amount, CancellationToken cancel) => RunAsync((gateway, ct) => gateway.CaptureAsync(payment, amount, ct), cancel);

    public Task VoidAsync(PaymentId payment, CancellationToken cancel) => RunAsync((gateway, ct) => gateway.VoidAsync(payment, ct), cancel);

    public Task RefundAsync(PaymentId payment, RefundId refund, Money amount, CancellationToken cancel) =>
        RunAsync((gateway, ct) => gateway.RefundAsync(payment, refund, amount, ct), cancel);

    private Task<object?> RunAsync(Func<IPaymentGateway, CancellationToken, Task> call, CancellationToken cancel) => RunAsync<object?>(
        async (gateway, ct) =>
        {
            await call(gateway, ct);
            return null;
        },
        cancel);

    private async Task<T> RunAsync<T>(Func<IPaymentGateway, CancellationToken, Task<T>> call, CancellationToken cancel)
    {
        var gateway = _gateway ?? throw new InvalidOperationException("No payment gateway is set up.");
        try
        {
            return await _guard.ExecuteAsync(async ct => await call(gateway, ct), cancel);
        }
        catch (BrokenCircuitException open)
        {
            throw new PaymentGatewayException("The gateway has not answered for a while and is left alone.", nothingSent: true, open);
        }
        catch (TimeoutRejectedException late)
        {
            throw new PaymentGatewayException("The gateway did not answer in time.", nothingSent: false, late);
        }
    }
}
