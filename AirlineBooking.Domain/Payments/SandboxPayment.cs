using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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

internal sealed class SandboxPaymentMapping : IEntityTypeConfiguration<SandboxPayment>
{
    public void Configure(EntityTypeBuilder<SandboxPayment> payment)
    {
        payment.ToTable("sandbox_payments", table => table.HasCheckConstraint("ck_sandbox_payments_money", "captured >= 0 AND captured <= amount AND refunded >= 0 AND refunded <= captured"));
        payment.HasKey(p => p.Id);
        payment.Property(p => p.Id).ValueGeneratedNever();
        payment.Property(p => p.Reason).HasMaxLength(Payment.ReasonLength);
        payment.HasIndex(p => p.TellsAt).HasFilter("tells_at IS NOT NULL");
    }
}

internal sealed class SandboxRefundMapping : IEntityTypeConfiguration<SandboxRefund>
{
    public void Configure(EntityTypeBuilder<SandboxRefund> refund)
    {
        refund.ToTable("sandbox_refunds");
        refund.HasKey(r => r.Id);
        refund.Property(r => r.Id).ValueGeneratedNever();
    }
}
