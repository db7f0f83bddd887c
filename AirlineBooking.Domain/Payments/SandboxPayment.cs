using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Payments;

/// <summary>What the sandbox gateway remembers of a payment: its own truth, which ours is compared with.</summary>
public sealed class SandboxPayment
{
    public required PaymentId Id { get; init; }
    public required long Amount { get; init; }
    public required CurrencyCode Currency { get; init; }
    public GatewayOutcome Outcome { get; init; }
    public string? Reason { get; init; }
    public long Captured { get; init; }
    public long Refunded { get; init; }
    public bool Voided { get; init; }

    /// <summary>When it tells the outcome of a payment that it keeps us waiting for.</summary>
    public DateTimeOffset? TellsAt { get; init; }
}

/// <summary>A refund that the sandbox has done, so that the same refund is not done again.</summary>
public sealed class SandboxRefund
{
    public required RefundId Id { get; init; }
    public required PaymentId PaymentId { get; init; }
    public required long Amount { get; init; }
}
