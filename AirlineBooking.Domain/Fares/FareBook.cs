using System.Collections.Frozen;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>Everything that prices follow from, as it was at one version: fares by market, taxes by airport, distances. It never changes.</summary>
public sealed class FareBook
{
    private static readonly PassengerType[] PassengerTypes = Enum.GetValues<PassengerType>();

    private readonly FrozenDictionary<AirportCode, PricedAirport> _airports;
    private readonly FrozenDictionary<(AirportCode, AirportCode), Fare[]> _fares;
    private readonly FamilyConditions[] _conditions;
    private readonly int _unit;
    private readonly DateOnly[] _transferTaxChanges;

    public FareBook(long version, CurrencyCode currency, IEnumerable<Airport> airports, IEnumerable<Fare> fares, TaxRules taxes)
    {
        (Version, Currency) = (version, currency);
        _unit = FareFormula.UnitOf(currency);
        _conditions = FamilyConditions.All(currency);
        _airports = airports.ToFrozenDictionary(
            airport => airport.Code,
            airport => new PricedAirport(
                airport.Code, airport.MetropolitanArea, airport.Country, airport.Latitude, airport.Longitude, airport.TimeZone, taxes.Of(airport.Code, airport.Country)));
        _fares = fares.Where(fare => fare.Currency == currency)
            .GroupBy(fare => (fare.Origin, fare.Destination))
            .ToFrozenDictionary(market => market.Key, market => market.OrderByDescending(fare => fare.ValidFrom).ToArray());
        _transferTaxChanges = [.. taxes.All.Where(rule => rule.Event == TaxEvent.Transfer)
            .SelectMany(rule => new[] { rule.ValidFrom, rule.ValidTo < DateOnly.MaxValue ? rule.ValidTo.AddDays(1) : DateOnly.MinValue }).Distinct().Order()];
    }

    /// <summary>Grows with every change of fares or airports; sold prices name it.</summary>
    public long Version { get; }

    /// <summary>The one selling currency; every plain number here is minor units of it.</summary>
    public CurrencyCode Currency { get; }

    /// <summary>What pricing knows of an airport; one that flights name is always there.</summary>
    public PricedAirport this[AirportCode airport] => _airports[airport];

    public bool Knows(AirportCode airport) => _airports.ContainsKey(airport);

    /// <summary>Between two airports along the great circle, in whole kilometres so that every machine prices alike.</summary>
    public int Kilometres(AirportCode origin, AirportCode destination)
    {
        var (from, to) = (_airports[origin], _airports[destination]);
        return (int)Math.Round(GreatCircle.Kilometres(from.Latitude, from.Longitude, to.Latitude, to.Longitude));
    }

    /// <summary>What one adult pays one way in the Light family of a class, before taxes.</summary>
    public long BaseFare(AirportCode origin, AirportCode destination, Cabin cabin, int rank, DateOnly date) =>
        FaresOf(origin, destination, JourneyOf(origin, destination, cabin, date)).Of(PassengerType.Adult, rank, FareFamily.Light);

    /// <summary>The plain numbers that a search compares itineraries by.</summary>
    public SlicePrices PricesFor(AirportCode origin, AirportCode destination, Cabin cabin, Party party, DateOnly date) =>
        new(this, origin, destination, JourneyOf(origin, destination, cabin, date), party);

    /// <summary>A party's taxes for changing at an airport, whatever the journey: transfer rules know no distance.</summary>
    public long TransferTax(AirportCode airport, ConnectionKind kind, Cabin cabin, Party party, DateOnly date)
    {
        if (!_airports.TryGetValue(airport, out var at) || at.Taxes.OnTransfer.Length == 0) return 0;
        var (sum, journey) = (0L, new TaxedJourney(cabin, date, 0, false));
        foreach (var rule in at.Taxes.OnTransfer)
        {
            foreach (var type in PassengerTypes)
            {
                if (rule.IsDueFor(type, journey, SlicePrices.ReachOf(kind))) sum += party.Of(type) * rule.Amount;
            }
        }
        return sum;
    }

    /// <summary>Dates of the same period have the same transfer taxes.</summary>
    public int TransferTaxPeriod(DateOnly date) => _transferTaxChanges.Count(change => change <= date);

    internal TaxedJourney JourneyOf(AirportCode origin, AirportCode destination, Cabin cabin, DateOnly date) =>
        new(cabin, date, Kilometres(origin, destination), _airports[origin].Country == _airports[destination].Country);

    /// <summary>The fares of all classes and families on a journey.</summary>
    internal SliceFares FaresOf(AirportCode origin, AirportCode destination, in TaxedJourney journey) =>
        new(_unit, FareFormula.RoundUp(CheapestFare(origin, destination, journey), _unit), journey.Cabin, FareFamilies.BandOf(journey.Kilometres));

    internal FamilyConditions ConditionsOf(Cabin cabin, FareFamily family, DistanceBand band) => _conditions[FareFamilies.IndexOf(cabin, family, band)];

    // The market's own fare; else the cabin's factor on its own economy fare; else by distance.
    private long CheapestFare(AirportCode origin, AirportCode destination, in TaxedJourney journey)
    {
        if (OwnFare(origin, destination, journey.Cabin, journey.Date) is { } own) return own;
        var economy = journey.Cabin is Cabin.Economy ? null : OwnFare(origin, destination, Cabin.Economy, journey.Date);
        return FareFormula.OfCabin(economy ?? FareFormula.EconomyByDistance(journey.Kilometres), journey.Cabin, journey.Kilometres);
    }

    // From the narrowest market to the widest: airport to airport, one end a metropolitan area, both.
    private long? OwnFare(AirportCode origin, AirportCode destination, Cabin cabin, DateOnly date)
    {
        if (_fares.Count == 0) return null;
        var (from, to) = (_airports[origin].MetropolitanArea, _airports[destination].MetropolitanArea);
        return Find(origin, destination, cabin, date)
            ?? (to is { } toArea ? Find(origin, toArea, cabin, date) : null)
            ?? (from is { } fromArea ? Find(fromArea, destination, cabin, date) : null)
            ?? (from is { } a && to is { } b ? Find(a, b, cabin, date) : null);
    }

    private long? Find(AirportCode one, AirportCode other, Cabin cabin, DateOnly date)
    {
        var market = one < other ? (one, other) : (other, one);
        if (!_fares.TryGetValue(market, out var fares)) return null;
        foreach (var fare in fares)
        {
            if (fare.Cabin == cabin && fare.ValidFrom <= date && (fare.ValidTo ?? DateOnly.MaxValue) >= date) return fare.Amount;
        }
        return null;
    }
}

/// <summary>What pricing knows of an airport.</summary>
public sealed record PricedAirport(
    AirportCode Code, AirportCode? MetropolitanArea, string Country, double Latitude, double Longitude, string TimeZone, AirportTaxes Taxes);
