using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>What one passenger paid for one slice, as it was sold.</summary>
/// <param name="Passenger">Index of the passenger in the booking.</param>
/// <param name="Slice">Index of the slice.</param>
/// <param name="HasSeat">False for an infant on a lap, who pays no penalty.</param>
/// <param name="Fare">What the airline keeps of the price.</param>
/// <param name="RefundableTaxes">Taxes that fall away with the flight.</param>
/// <param name="OtherTaxes">Taxes and surcharges that do not.</param>
/// <param name="Seats">What was paid for chosen seats.</param>
public sealed record SoldPart(int Passenger, int Slice, bool HasSeat, Money Fare, Money RefundableTaxes, Money OtherTaxes, Money Seats)
{
    public Money Paid => Fare + RefundableTaxes + OtherTaxes + Seats;
}

/// <summary>The conditions a booking was sold with.</summary>
/// <param name="BookedAt">When it was confirmed.</param>
/// <param name="DepartsAt">When its first flight was to leave.</param>
/// <param name="RefundPenalty">What is kept of the fare for each passenger with a seat; nothing when the fare is not given back.</param>
/// <param name="FreeWithin">How long after booking cancelling costs nothing.</param>
public sealed record SoldConditions(DateTimeOffset BookedAt, DateTimeOffset DepartsAt, Money? RefundPenalty, TimeSpan FreeWithin)
{
    /// <summary>Only who books this long ahead can cancel for nothing.</summary>
    public static readonly TimeSpan FreeWhenBookedAhead = TimeSpan.FromHours(168);

    /// <summary>Until when everything is given back; nothing when it was booked too late for that.</summary>
    public DateTimeOffset? FreeUntil => DepartsAt - BookedAt >= FreeWhenBookedAhead && FreeWithin > TimeSpan.Zero ? BookedAt + FreeWithin : null;
}

/// <summary>What one part of a booking gives back. Refund, penalty and the rest that is kept are all that was paid.</summary>
public sealed record CancelledPart(SoldPart Part, Money Refund, Money Penalty)
{
    /// <summary>Taxes and seats that are not given back.</summary>
    public Money KeptBesides => Part.Paid - Refund - Penalty;
}

/// <summary>What cancelling would give back.</summary>
/// <param name="Refund">What is paid back.</param>
/// <param name="Penalty">What is kept of the fare.</param>
/// <param name="IsFree">True when everything is given back.</param>
/// <param name="Parts">The same, part by part.</param>
public sealed record CancellationAmounts(Money Refund, Money Penalty, bool IsFree, IReadOnlyList<CancelledPart> Parts);

/// <summary>What cancelling a booking, some of its passengers or some of its slices gives back, from what was sold and nothing else.</summary>
/// <remarks>
/// Soon after booking, or when the airline is to blame, everything comes back. Later taxes that fall away always do; of the fare
/// the penalty is kept, once for each passenger with a seat however many slices they cancel and in how many steps, and never more
/// than the fare. A fare that is not refundable is kept whole. Taxes that do not fall away and chosen seats are kept.
/// </remarks>
public static class CancellationTerms
{
    /// <summary>Reckons the parts that are cancelled now.</summary>
    /// <param name="cancelled">The parts that are cancelled now: none flown, none cancelled before, at least one.</param>
    /// <param name="conditions">What was sold.</param>
    /// <param name="now">When it is cancelled.</param>
    /// <param name="penaltiesPaid">What each passenger has already paid for cancelling other slices of this booking.</param>
    /// <param name="airlineIsToBlame">True when the airline cancelled a flight or changed it by much.</param>
    public static CancellationAmounts Of(
        IReadOnlyCollection<SoldPart> cancelled, SoldConditions conditions, DateTimeOffset now, IReadOnlyDictionary<int, Money>? penaltiesPaid = null, bool airlineIsToBlame = false)
    {
        if (cancelled.Count == 0) throw new ArgumentException("Nothing is cancelled.", nameof(cancelled));
        var isFree = airlineIsToBlame || now <= conditions.FreeUntil;
        var parts = new List<CancelledPart>(cancelled.Count);
        foreach (var ofPassenger in cancelled.OrderBy(part => part.Passenger).ThenBy(part => part.Slice).GroupBy(part => part.Passenger))
        {
            var none = Money.Zero(ofPassenger.First().Fare.Currency);
            var left = LeftOf(conditions.RefundPenalty ?? none, penaltiesPaid?.TryGetValue(ofPassenger.Key, out var paid) == true ? paid : none);
            foreach (var part in ofPassenger)
            {
                var penalty = isFree ? none : conditions.RefundPenalty is null ? part.Fare : part.HasSeat ? Least(left, part.Fare) : none;
                if (conditions.RefundPenalty is not null) left -= penalty;
                parts.Add(new CancelledPart(part, isFree ? part.Paid : part.Fare - penalty + part.RefundableTaxes, penalty));
            }
        }
        var zero = Money.Zero(parts[0].Refund.Currency);
        return new CancellationAmounts(parts.Aggregate(zero, (sum, part) => sum + part.Refund), parts.Aggregate(zero, (sum, part) => sum + part.Penalty), isFree, parts);
    }

    private static Money LeftOf(Money penalty, Money paid) => paid < penalty ? penalty - paid : Money.Zero(penalty.Currency);

    private static Money Least(Money one, Money other) => one < other ? one : other;
}
