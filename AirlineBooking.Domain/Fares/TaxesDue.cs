using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>Every rule that a slice meets on its way, each with the reach of the place where it is met.</summary>
internal sealed class TaxesDue
{
    private readonly TaxedJourney _journey;
    private readonly List<(TaxRule Rule, TaxReach Reach)> _met = [];

    public TaxesDue(FareBook book, SliceFacts slice, Cabin cabin)
    {
        _journey = book.JourneyOf(slice.Origin, slice.Destination, cabin, slice.Date);
        Meet(book[slice.Origin].Taxes.OnDeparture, _journey.Reach);
        for (var i = 1; i < slice.Flights.Count; i++)
        {
            var kind = KindOf(book, slice.Flights[i - 1], slice.Flights[i]);
            Meet(book[slice.Flights[i].Origin].Taxes.OnTransfer, SlicePrices.ReachOf(kind));
        }
        Meet(book[slice.Destination].Taxes.OnArrival, _journey.Reach);
    }

    /// <summary>What one passenger owes on a fare, rule by rule.</summary>
    public IEnumerable<(TaxRule Rule, long Amount)> Of(PassengerType passenger, long fare)
    {
        foreach (var (rule, reach) in _met)
        {
            if (rule.IsDueFor(passenger, _journey, reach)) yield return (rule, rule.DueOn(fare));
        }
    }

    private static ConnectionKind KindOf(FareBook book, SegmentFacts arriving, SegmentFacts leaving)
    {
        var fromDomestic = book[arriving.Origin].Country == book[arriving.Destination].Country;
        var toDomestic = book[leaving.Origin].Country == book[leaving.Destination].Country;
        return (fromDomestic, toDomestic) switch
        {
            (true, true) => ConnectionKind.DomesticToDomestic,
            (true, false) => ConnectionKind.DomesticToInternational,
            (false, true) => ConnectionKind.InternationalToDomestic,
            _ => ConnectionKind.InternationalToInternational,
        };
    }

    private void Meet(IReadOnlyList<TaxRule> rules, TaxReach reach)
    {
        foreach (var rule in rules) _met.Add((rule, reach));
    }
}
