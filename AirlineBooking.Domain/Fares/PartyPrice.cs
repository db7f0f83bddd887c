using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>Adds up what a party pays for priced slices: the bare total of any family, or one family itemised.</summary>
internal readonly struct PartyPrice(CurrencyCode currency, PricedSlice[] slices, Party party)
{
    private static ReadOnlySpan<PassengerType> Types => [PassengerType.Adult, PassengerType.Child, PassengerType.Infant];

    /// <summary>What the party pays in a family.</summary>
    public Money TotalIn(FareFamily family)
    {
        var total = 0L;
        foreach (var type in Types)
        {
            var count = party.Of(type);
            if (count == 0) continue;
            foreach (var slice in slices)
            {
                total += count * (slice.FareOf(type, family) + slice.TaxesOf(type, family));
            }
        }
        return new Money(total, currency);
    }

    /// <summary>One entry each, adults first, then children, then infants.</summary>
    public PassengerPrice[] PassengersIn(FareFamily family)
    {
        var passengers = new PassengerPrice[party.Total];
        var next = 0;
        foreach (var type in Types)
        {
            var count = party.Of(type);
            if (count == 0) continue;
            var (fares, taxes) = (0L, 0L);
            foreach (var slice in slices)
            {
                fares += slice.FareOf(type, family);
                taxes += slice.TaxesOf(type, family);
            }
            Array.Fill(passengers, new PassengerPrice(type, new(fares, currency), new(taxes, currency), new(fares + taxes, currency)), next, count);
            next += count;
        }
        return passengers;
    }

    /// <summary>The party's taxes, one entry a code, in the order in which the journey meets them.</summary>
    public TaxAmount[] TaxesIn(FareFamily family)
    {
        var most = 0;
        foreach (var slice in slices) most += slice.Rules;
        var (lines, count) = (new (TaxRule Rule, long Amount)[most], 0);
        foreach (var slice in slices)
        {
            for (var rule = 0; rule < slice.Rules; rule++)
            {
                var amount = 0L;
                foreach (var type in Types)
                {
                    if (party.Of(type) is > 0 and var passengers) amount += passengers * slice.DueAt(rule, type, family);
                }
                if (amount > 0) count = Add(lines, count, slice.RuleAt(rule), amount);
            }
        }
        var taxes = new TaxAmount[count];
        for (var i = 0; i < count; i++) taxes[i] = new TaxAmount(lines[i].Rule.Code, lines[i].Rule.Name, new Money(lines[i].Amount, currency));
        return taxes;
    }

    private static int Add((TaxRule Rule, long Amount)[] lines, int count, TaxRule rule, long amount)
    {
        for (var i = 0; i < count; i++)
        {
            if (lines[i].Rule.Code != rule.Code) continue;
            lines[i].Amount += amount;
            return count;
        }
        lines[count] = (rule, amount);
        return count + 1;
    }
}
