using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Payments;

/// <summary>Who takes the money. Every call names the payment or refund it is about, so that the same call again has no second effect.</summary>
/// <remarks>
/// A call that did not reach an answer throws <see cref="PaymentGatewayException"/>: what happened is then not known, unless it says
/// that nothing was sent. <see cref="FindAsync"/> tells the truth later.
/// </remarks>
public interface IPaymentGateway
{
    /// <summary>Reserves an amount on what a token stands for.</summary>
    Task<GatewayAnswer> AuthoriseAsync(PaymentId payment, Money amount, string token, CancellationToken cancel);

    /// <summary>Takes what was reserved.</summary>
    Task CaptureAsync(PaymentId payment, Money amount, CancellationToken cancel);

    /// <summary>Lets go of what was reserved and not taken.</summary>
    Task VoidAsync(PaymentId payment, CancellationToken cancel);

    /// <summary>Gives back some of what was taken.</summary>
    Task RefundAsync(PaymentId payment, RefundId refund, Money amount, CancellationToken cancel);

    /// <summary>What became of a payment; nothing when the gateway never heard of it.</summary>
    Task<GatewayPayment?> FindAsync(PaymentId payment, CancellationToken cancel);
}

/// <summary>How an authorisation ended, or that it has not ended yet.</summary>
public enum GatewayOutcome { Authorised, Declined, NeedsAction, Pending }

/// <summary>What a gateway answers to an authorisation.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was declined: declined, insufficient_funds, expired_card.</param>
/// <param name="ActionUrl">Where the payer must go.</param>
public sealed record GatewayAnswer(GatewayOutcome Outcome, string? Reason = null, string? ActionUrl = null);

/// <summary>What a gateway knows of a payment.</summary>
/// <param name="Outcome">How the authorisation ended.</param>
/// <param name="Reason">Why it was declined.</param>
/// <param name="Captured">What was taken, in minor units.</param>
/// <param name="Refunded">What was given back, in minor units.</param>
/// <param name="Voided">True when the reservation was let go.</param>
public sealed record GatewayPayment(GatewayOutcome Outcome, string? Reason, long Captured, long Refunded, bool Voided);

/// <summary>A gateway did not answer.</summary>
public sealed class PaymentGatewayException(string message, bool nothingSent, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True when it is certain that the gateway never got the call.</summary>
    public bool NothingSent { get; } = nothingSent;
}
