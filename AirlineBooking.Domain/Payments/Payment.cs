using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;

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

/// <summary>Due until the gateway has sent it, however often it is asked.</summary>
public enum RefundState { Due, Done }

/// <summary>Money that goes back to where it came from.</summary>
public sealed class Refund
{
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
