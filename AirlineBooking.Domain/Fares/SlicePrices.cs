using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>
/// What one slice costs a party in Light, as numbers a search can add up: the price at the itinerary's class rank, the taxes
/// of its two ends, and a transfer tax for each stop. Nothing else depends on the path.
/// </summary>
/// <remarks>
/// The rank is the highest among the flights' lowest open classes. A stop counts as a transfer whether or not
/// the aircraft changes there, since each flight has a coupon of its own.
/// All in minor units of the selling currency.
/// </remarks>
public sealed class SlicePrices
{
    private static readonly PassengerType[] Types = [PassengerType.Adult, PassengerType.Child, PassengerType.Infant];

    private readonly FareBook _book;
    private readonly TaxedJourney _journey;
    private readonly Party _party;
    private readonly long[] _byRank;

    internal SlicePrices(FareBook book, AirportCode origin, AirportCode destination, in TaxedJourney journey, Party party)
    {
        (_book, _journey, _party) = (book, journey, party);
        var fares = book.FaresOf(origin, destination, journey);
        var (departure, arrival) = (book[origin].Taxes.OnDeparture, book[destination].Taxes.OnArrival);
        _byRank = new long[BookingClassLadder.Of(journey.Cabin).Count];
        foreach (var type in Types)
        {
            var count = party.Of(type);
            if (count == 0) continue;
            EndTaxes += count * (Fixed(departure, type, journey.Reach) + Fixed(arrival, type, journey.Reach));
            for (var rank = 0; rank < _byRank.Length; rank++)
            {
                var fare = fares.Of(type, rank, FareFamily.Light);
                _byRank[rank] += count * (fare + OnFare(departure, type, fare) + OnFare(arrival, type, fare));
            }
        }
    }

    /// <summary>The party's fare at a class rank, with the taxes that are a share of it.</summary>
    public long FareOfParty(int rank) => _byRank[rank];

    /// <summary>The party's fares, cheapest class first.</summary>
    public ReadOnlySpan<long> FaresOfParty => _byRank;

    /// <summary>The party's fixed taxes where the slice begins and ends.</summary>
    public long EndTaxes { get; }

    /// <summary>The party's taxes for a stop at an airport.</summary>
    public long TransferTax(AirportCode airport, ConnectionKind kind) => _book.TransferTax(airport, kind, _journey.Cabin, _party, _journey.Date);

    /// <summary>The reach that such a change has.</summary>
    internal static TaxReach ReachOf(ConnectionKind kind) => (TaxReach)(1 << (int)kind);

    private long Fixed(TaxRule[] rules, PassengerType type, TaxReach reach)
    {
        var sum = 0L;
        foreach (var rule in rules)
        {
            if (rule.PerMilleOfFare == 0 && rule.IsDueFor(type, _journey, reach)) sum += rule.Amount;
        }
        return sum;
    }

    private long OnFare(TaxRule[] rules, PassengerType type, long fare)
    {
        var sum = 0L;
        foreach (var rule in rules)
        {
            if (rule.PerMilleOfFare != 0 && rule.IsDueFor(type, _journey, _journey.Reach)) sum += rule.DueOn(fare);
        }
        return sum;
    }
}
