using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>What a party pays in one fare family: passenger by passenger, and the taxes by code.</summary>
internal sealed class FamilyPrice
{
    private readonly List<(string Code, string Name, long Amount)> _taxes = [];

    private FamilyPrice(CurrencyCode currency, PassengerPrice[] passengers)
    {
        Passengers = passengers;
        (Base, Total) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var passenger in passengers) (Base, Total) = (Base + passenger.Base, Total + passenger.Total);
    }

    public Money Base { get; }

    public Money Total { get; }

    /// <summary>One each: adults, children, infants.</summary>
    public PassengerPrice[] Passengers { get; }

    public static FamilyPrice Of(
        FareBook book, IReadOnlyList<SliceFacts> slices, int[] ranks, TaxesDue[] due, Party party, Cabin cabin, FareFamily family)
    {
        var fares = new SliceFares[slices.Count];
        for (var i = 0; i < fares.Length; i++) fares[i] = book.FaresOf(slices[i].Origin, slices[i].Destination, cabin, slices[i].Date);
        var taxes = new List<(string Code, string Name, long Amount)>();
        var passengers = new PassengerPrice[party.Total];
        var next = 0;
        foreach (var type in (ReadOnlySpan<PassengerType>)[PassengerType.Adult, PassengerType.Child, PassengerType.Infant])
        {
            var count = party.Of(type);
            if (count == 0) continue;
            var (fare, tax) = (0L, 0L);
            for (var i = 0; i < fares.Length; i++)
            {
                var ofSlice = fares[i].Of(type, ranks[i], family);
                fare += ofSlice;
                foreach (var (rule, amount) in due[i].Of(type, ofSlice))
                {
                    tax += amount;
                    Add(taxes, rule, amount * count);
                }
            }
            var price = new PassengerPrice(type, new(fare, book.Currency), new(tax, book.Currency), new(fare + tax, book.Currency));
            Array.Fill(passengers, price, next, count);
            next += count;
        }
        var answer = new FamilyPrice(book.Currency, passengers);
        answer._taxes.AddRange(taxes);
        return answer;
    }

    /// <summary>The party's taxes, one entry a code, in the order in which the journey meets them.</summary>
    public TaxAmount[] TaxesByCode() => [.. _taxes.Select(tax => new TaxAmount(tax.Code, tax.Name, new Money(tax.Amount, Base.Currency)))];

    private static void Add(List<(string Code, string Name, long Amount)> taxes, TaxRule rule, long amount)
    {
        if (amount == 0) return;
        var known = taxes.FindIndex(tax => tax.Code == rule.Code);
        if (known < 0) taxes.Add((rule.Code, rule.Name, amount));
        else taxes[known] = taxes[known] with { Amount = taxes[known].Amount + amount };
    }
}
