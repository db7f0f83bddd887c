using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Fares;

/// <summary>One slice on its way to a price: the fares between its ends, its class rank, and every tax rule that it meets.</summary>
internal sealed class PricedSlice
{
    private readonly TaxedJourney _journey;
    private readonly SliceFares _fares;
    private readonly MetRule[] _met;

    public PricedSlice(FareBook book, SliceFacts slice, Kernel.Cabin cabin, int rank)
    {
        Rank = rank;
        _journey = book.JourneyOf(slice.Origin, slice.Destination, cabin, slice.Date);
        _fares = book.FaresOf(slice.Origin, slice.Destination, _journey);
        var (departure, arrival) = (book[slice.Origin].Taxes.OnDeparture, book[slice.Destination].Taxes.OnArrival);
        var count = departure.Length + arrival.Length;
        for (var i = 1; i < slice.Flights.Count; i++) count += book[slice.Flights[i].Origin].Taxes.OnTransfer.Length;
        _met = new MetRule[count];
        var next = Meet(departure, _journey.Reach, 0);
        for (var i = 1; i < slice.Flights.Count; i++)
        {
            var rules = book[slice.Flights[i].Origin].Taxes.OnTransfer;
            if (rules.Length > 0) next = Meet(rules, SlicePrices.ReachOf(KindOf(book, slice.Flights[i - 1], slice.Flights[i])), next);
        }
        Meet(arrival, _journey.Reach, next);
    }

    public int Rank { get; }

    public DistanceBand Band => _fares.Band;

    /// <summary>How many rules it meets at most.</summary>
    public int Rules => _met.Length;

    public long FareOf(PassengerType passenger, FareFamily family) => _fares.Of(passenger, Rank, family);

    /// <summary>What one passenger owes by all rules.</summary>
    public long TaxesOf(PassengerType passenger, FareFamily family)
    {
        var sum = 0L;
        for (var i = 0; i < _met.Length; i++) sum += DueAt(i, passenger, family);
        return sum;
    }

    /// <summary>What one passenger owes by one of the rules, and nothing when it does not apply.</summary>
    public long DueAt(int index, PassengerType passenger, FareFamily family)
    {
        ref readonly var met = ref _met[index];
        if (!met.Rule.IsDueFor(passenger, _journey, met.Reach)) return 0;
        return met.Rule.PerMilleOfFare == 0 ? met.Rule.Amount : met.Rule.DueOn(FareOf(passenger, family));
    }

    public TaxRule RuleAt(int index) => _met[index].Rule;

    private int Meet(TaxRule[] rules, TaxReach reach, int next)
    {
        foreach (var rule in rules) _met[next++] = new MetRule(rule, reach);
        return next;
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

    private readonly record struct MetRule(TaxRule Rule, TaxReach Reach);
}
