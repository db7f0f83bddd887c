using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;

namespace AirlineBooking.Simulator;

/// <summary>The way to the gateway and back: calls are lost, come late or twice, and answers are lost. What arrives is done by the sandbox, which keeps its own books.</summary>
internal sealed class SimulatedGateway(World world, SandboxGateway sandbox) : IPaymentGateway
{
    public const string Prefix = "gateway ";
    public const string Find = Prefix + "find";

    public Task<GatewayAnswer> AuthoriseAsync(PaymentId payment, Money amount, string token, CancellationToken cancel) => CallAsync(
        Prefix + "authorise",
        payment,
        async () =>
        {
            world.Gateway.Asked(payment, amount);
            return await sandbox.AuthoriseAsync(payment, amount, token, default);
        },
        cancel);

    public Task CaptureAsync(PaymentId payment, Money amount, CancellationToken cancel) => CallAsync(
        Prefix + "capture",
        payment,
        async () =>
        {
            world.Gateway.Captured(payment, amount, await sandbox.FindAsync(payment, default));
            await sandbox.CaptureAsync(payment, amount, default);
            return true;
        },
        cancel);

    public Task VoidAsync(PaymentId payment, CancellationToken cancel) => CallAsync(
        Prefix + "void",
        payment,
        async () =>
        {
            world.Gateway.Voided(payment, await sandbox.FindAsync(payment, default));
            await sandbox.VoidAsync(payment, default);
            return true;
        },
        cancel);

    public Task RefundAsync(PaymentId payment, RefundId refund, Money amount, CancellationToken cancel) => CallAsync(
        Prefix + "refund",
        payment,
        async () =>
        {
            world.Gateway.Refunded(payment, refund, amount, await sandbox.FindAsync(payment, default));
            await sandbox.RefundAsync(payment, refund, amount, default);
            return true;
        },
        cancel);

    public Task<GatewayPayment?> FindAsync(PaymentId payment, CancellationToken cancel) => CallAsync(Find, payment, () => sandbox.FindAsync(payment, default), cancel);

    private async Task<T> CallAsync<T>(string point, PaymentId payment, Func<Task<T>> arrive, CancellationToken cancel)
    {
        if (world.IsInUnit) world.Break("The gateway is never called inside a transaction", point);
        await world.Turns.StandAsync();
        var fault = world.Faults.AtCall(point);
        world.Note($"{point} {payment} {fault}");
        switch (fault)
        {
            case Fault.CrashBefore:
                return await world.Turns.CrashAsync<T>();
            case Fault.NotSent:
                throw new PaymentGatewayException("No way to the gateway.", nothingSent: true);
            case Fault.Lost:
                throw new PaymentGatewayException("The call went astray.", nothingSent: false);
            case Fault.Late:
                world.Later($"late {point} {payment}", arrive);
                throw new PaymentGatewayException("The call is still on its way.", nothingSent: false);
        }
        var answer = await arrive();
        if (fault is Fault.CrashAfter) return await world.Turns.CrashAsync<T>();
        if (fault is Fault.AnswerLost) throw new PaymentGatewayException("The answer went astray.", nothingSent: false);
        await world.Turns.StandAsync();
        // The clock went on while the answer was under way: whoever waits may have given up.
        cancel.ThrowIfCancellationRequested();
        return answer;
    }
}

/// <summary>What the gateway sees of us. It is not forgiving: each call must make sense by its own books.</summary>
internal sealed class GatewayWatch(World world)
{
    private readonly HashSet<PaymentId> _known = [];
    private readonly Dictionary<PaymentId, long> _refunded = [];
    private readonly Dictionary<RefundId, long> _refunds = [];
    private readonly List<PaymentId> _payments = [];

    /// <summary>Payments that notices can be about.</summary>
    public IReadOnlyList<PaymentId> Payments => _payments;

    public void Asked(PaymentId payment, Money amount)
    {
        if (_known.Add(payment)) _payments.Add(payment);
        if (!world.Books.HasPayment(payment.Value)) world.Break("A payment is written before the gateway is asked for it", $"{payment} of {amount}");
    }

    public void Captured(PaymentId payment, Money amount, GatewayPayment? found)
    {
        if (found is not { Outcome: GatewayOutcome.Authorised, Voided: false }) world.Break("Only what is reserved is taken", $"{payment} of {amount} is {found}");
    }

    public void Voided(PaymentId payment, GatewayPayment? found)
    {
        if (found is { Captured: > 0 }) world.Break("What was taken is given back, not let go", $"{payment} is {found}");
    }

    public void Refunded(PaymentId payment, RefundId refund, Money amount, GatewayPayment? found)
    {
        if (_refunds.TryAdd(refund, amount.MinorUnits)) _refunded[payment] = _refunded.GetValueOrDefault(payment) + amount.MinorUnits;
        if (found is null || found.Captured < _refunded[payment]) world.Break("No more is given back than was taken", $"{payment}: {_refunded[payment]} of {found?.Captured}");
    }
}
