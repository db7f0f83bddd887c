using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>What an offer says of its family, ready to be shown: made once for each family, cabin and distance.</summary>
internal sealed record FamilyConditions(FareConditions Conditions, BaggageAllowance[] Baggage)
{
    /// <summary>In the order of <see cref="FareFamilies.At"/>.</summary>
    public static FamilyConditions[] All(CurrencyCode currency)
    {
        var all = new FamilyConditions[FareFamilies.Count];
        for (var i = 0; i < all.Length; i++)
        {
            var terms = FareFamilies.At(i);
            all[i] = new FamilyConditions(
                new FareConditions(Condition(terms.ChangePenalty, currency), Condition(terms.RefundPenalty, currency)),
                [new(BaggageType.Personal, 1), new(BaggageType.Cabin, terms.InCabin), new(BaggageType.Checked, terms.Checked)]);
        }
        return all;
    }

    private static FareCondition Condition(long? penalty, CurrencyCode currency) =>
        new(penalty is not null, penalty is { } amount ? new Money(amount, currency) : null);
}
