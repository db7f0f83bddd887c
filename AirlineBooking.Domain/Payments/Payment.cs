using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Payments;

/// <summary>Asked of the gateway; waiting for the payer or the gateway; reserved; taken; declined; or to be let go, and let go.</summary>
public enum PaymentState { Started, Waiting, Authorised, Captured, Declined, Voiding, Voided, Failed }

/// <summary>One attempt to pay a booking. The row is written before the gateway is asked, and says what is still to do after a crash.</summary>
public sealed class Payment
{
    public const int ReasonLength = 40;
    public const int UrlLength = 400;

    /// <summary>A payment that the gateway has not decided by then is given up and let go.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public required PaymentId Id { get; init; }
    public required BookingId BookingId { get; init; }

    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required CurrencyCode Currency { get; init; }
    public PaymentState State { get; init; }
    public string? Reason { get; init; }
    public string? ActionUrl { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the settler looks at it next; none when nothing is left to do.</summary>
    public DateTimeOffset? DueAt { get; init; }
    public int Attempts { get; init; }
}

/// <summary>Due, done, or given up after many tries for staff to look at.</summary>
public enum RefundState { Due, Done, Parked }

/// <summary>Money that goes back to where it came from.</summary>
public sealed class Refund
{
    public const int MostAttempts = 20;

    /// <summary>Card refunds are due within seven days (domain rules allow seven business days).</summary>
    public static readonly TimeSpan PromisedWithin = TimeSpan.FromDays(7);

    public required RefundId Id { get; init; }
    public required BookingId BookingId { get; init; }
    public required PaymentId PaymentId { get; init; }

    /// <summary>In minor units.</summary>
    public required long Amount { get; init; }
    public required CurrencyCode Currency { get; init; }
    public RefundState State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset PromisedBy { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public int Attempts { get; init; }
}

/// <summary>One side of a movement of money. The entries of a movement add up to nothing, and no entry is ever changed.</summary>
public sealed class LedgerEntry
{
    public const int MovementLength = 60;

    public long Id { get; init; }

    /// <summary>What moved: capture:pay_…, cancellation:cnl_…, refund:ref_…. Each is written once.</summary>
    public required string Movement { get; init; }
    public required LedgerAccount Account { get; init; }

    /// <summary>In minor units: positive is owed to us, negative we owe.</summary>
    public required long Amount { get; init; }
    public required CurrencyCode Currency { get; init; }
    public required BookingId BookingId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>With the gateway; sold and not yet flown; promised back; kept as penalties and unused fares.</summary>
public enum LedgerAccount { Gateway, Sales, RefundsDue, Kept }

internal sealed class PaymentMapping : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments", table =>
        {
            table.HasCheckConstraint("ck_payments_amount", "amount > 0");
            table.HasCheckConstraint("ck_payments_state", "state >= 0 AND state <= 7");
        });
        payment.HasKey(p => p.Id);
        payment.Property(p => p.Id).ValueGeneratedNever();
        payment.Property(p => p.Reason).HasMaxLength(Payment.ReasonLength);
        payment.Property(p => p.ActionUrl).HasMaxLength(Payment.UrlLength);
        payment.HasIndex(p => p.BookingId);
        payment.HasIndex(p => p.DueAt).HasFilter("due_at IS NOT NULL");
        payment.HasOne<Booking>().WithMany().HasForeignKey(p => p.BookingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RefundMapping : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> refund)
    {
        refund.ToTable("refunds", table => table.HasCheckConstraint("ck_refunds_amount", "amount > 0"));
        refund.HasKey(r => r.Id);
        refund.Property(r => r.Id).ValueGeneratedNever();
        refund.HasIndex(r => r.BookingId);
        refund.HasIndex(r => r.DueAt).HasFilter("due_at IS NOT NULL");
        refund.HasOne<Booking>().WithMany().HasForeignKey(r => r.BookingId).OnDelete(DeleteBehavior.Restrict);
        refund.HasOne<Payment>().WithMany().HasForeignKey(r => r.PaymentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("ledger_entries", table => table.HasCheckConstraint("ck_ledger_entries_amount", "amount <> 0"));
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Movement).HasMaxLength(LedgerEntry.MovementLength);
        entry.HasIndex(e => new { e.Movement, e.Account }).IsUnique();
        entry.HasIndex(e => e.BookingId);
        entry.HasOne<Booking>().WithMany().HasForeignKey(e => e.BookingId).OnDelete(DeleteBehavior.Restrict);
    }
}
