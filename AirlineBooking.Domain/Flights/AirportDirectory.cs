using System.Collections.Frozen;
using System.Collections.Immutable;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>What the directory is made of, as it was read from the database at one schedule version.</summary>
public sealed record DirectoryFacts(
    long ScheduleVersion,
    IReadOnlyList<Airport> Airports,
    IReadOnlyList<MetropolitanArea> MetropolitanAreas,
    IReadOnlyList<Airline> Airlines,
    IReadOnlyList<AircraftType> AircraftTypes,
    IReadOnlyList<ConnectionTime> ConnectionTimes,
    IReadOnlyDictionary<AirportCode, int> FlightsFrom)
{
    public static DirectoryFacts None { get; } = new(-1, [], [], [], [], [], FrozenDictionary<AirportCode, int>.Empty);
}

/// <summary>Every airport, city, airline, aircraft type and connecting time in memory: never changed, replaced as a whole.</summary>
/// <remarks>
/// A code may be both an airport's and a metropolitan area's (BKK). Then the city wins where that airport is one of several of its
/// own; else the airport does. So each code is one place.
/// </remarks>
public sealed class AirportDirectory
{
    // 3 for the world's largest, 1 for those a traveller has still heard of; only the order of completions hangs on it.
    private static readonly Lazy<FrozenDictionary<string, int>> Sizes = new(() => ReferenceFiles
        .Read("airport-sizes.csv", csv => (Code: csv.Text("code"), Size: (int)csv.Number("size")))
        .ToFrozenDictionary(airport => airport.Code, airport => airport.Size, StringComparer.Ordinal));

    private const double KilometresInADegree = 111;

    private readonly FrozenDictionary<AirportCode, Airport> _airports;
    private readonly FrozenDictionary<AirportCode, Place> _places;
    private readonly FrozenDictionary<string, Airline> _airlines;
    private readonly FrozenDictionary<string, AircraftType> _aircraft;
    private readonly FrozenDictionary<(AirportCode, ConnectionKind), int> _connectionMinutes;
    private readonly PlaceIndex _index;
    private readonly ImmutableArray<Airport> _served;

    public AirportDirectory(DirectoryFacts facts)
    {
        ScheduleVersion = facts.ScheduleVersion;
        Airports = [.. facts.Airports.OrderBy(airport => airport.Code)];
        _airports = Airports.ToFrozenDictionary(airport => airport.Code);
        _airlines = facts.Airlines.ToFrozenDictionary(airline => airline.Code, StringComparer.OrdinalIgnoreCase);
        _aircraft = facts.AircraftTypes.ToFrozenDictionary(type => type.Icao, StringComparer.OrdinalIgnoreCase);
        _connectionMinutes = facts.ConnectionTimes.ToFrozenDictionary(time => (time.Airport, time.Kind), time => time.Minutes);
        _served = [.. Airports.Where(airport => facts.FlightsFrom.ContainsKey(airport.Code))];
        var weights = Weights(facts);
        Places = [.. PlacesOf(facts, Airports, weights).OrderBy(place => place.Code)];
        _places = Places.ToFrozenDictionary(place => place.Code);
        _index = new PlaceIndex(Places, weights);
    }

    public static AirportDirectory Empty { get; } = new(DirectoryFacts.None);

    /// <summary>The version of the schedule that it was read at.</summary>
    public long ScheduleVersion { get; }

    /// <summary>In the order of their codes.</summary>
    public ImmutableArray<Airport> Airports { get; }

    /// <summary>In the order of their codes.</summary>
    public ImmutableArray<Place> Places { get; }

    public Airport? Find(AirportCode code) => _airports.GetValueOrDefault(code);

    /// <summary>The city or airport that a traveller means by a code.</summary>
    public Place? FindPlace(AirportCode code) => _places.GetValueOrDefault(code);

    public Airline? FindAirline(string code) => _airlines.GetValueOrDefault(code);

    public AircraftType? FindAircraft(string icao) => _aircraft.GetValueOrDefault(icao);

    /// <summary>The minimum connecting time of that airport, or null when the table has none for it.</summary>
    public int? ConnectionMinutes(AirportCode airport, ConnectionKind kind) =>
        _connectionMinutes.TryGetValue((airport, kind), out var minutes) ? minutes : null;

    /// <summary>What a traveller who typed this so far may mean, best first.</summary>
    public IReadOnlyList<Place> Complete(string text, int limit) => _index.Complete(text, limit);

    /// <summary>The one place that a finished text names: a code, "London (LON)", or a city's or airport's name. Null when it names none.</summary>
    public Place? Understand(string text)
    {
        var open = text.LastIndexOf('(');
        if (open >= 0 && text.IndexOf(')', open) is var close && close > open
            && AirportCode.TryParse(text[(open + 1)..close], out var bracketed) && FindPlace(bracketed) is { } named) return named;
        if (AirportCode.TryParse(text, out var code) && FindPlace(code) is { } place) return place;
        return _index.Exactly(text);
    }

    /// <summary>The place that a misspelt name is nearest to, or null when none is near.</summary>
    public Place? DidYouMean(string text) => _index.Nearest(text);

    /// <summary>Other airports within a distance that flights leave from, the nearest first.</summary>
    public IReadOnlyList<Airport> Nearby(Place place, double withinKilometres, int limit)
    {
        var near = new List<(double Kilometres, Airport Airport)>();
        foreach (var airport in _served)
        {
            // A degree of latitude is never shorter than this, so most airports are ruled out without a sine.
            if (Math.Abs(airport.Latitude - place.Main.Latitude) * KilometresInADegree > withinKilometres || place.Has(airport.Code)) continue;
            var kilometres = GreatCircle.Kilometres(place.Main, airport);
            if (kilometres <= withinKilometres) near.Add((kilometres, airport));
        }
        return [.. near.OrderBy(one => one.Kilometres).ThenBy(one => one.Airport.Code).Take(limit).Select(one => one.Airport)];
    }

    private static List<Place> PlacesOf(DirectoryFacts facts, ImmutableArray<Airport> airports, Dictionary<AirportCode, int> weights)
    {
        var places = new List<Place>(airports.Length + facts.MetropolitanAreas.Count);
        var taken = new HashSet<AirportCode>();
        var codes = airports.Select(airport => airport.Code).ToHashSet();
        var members = airports.Where(airport => airport.MetropolitanArea is not null).ToLookup(airport => airport.MetropolitanArea!.Value); // Just filtered.
        foreach (var area in facts.MetropolitanAreas)
        {
            var own = members[area.Code].OrderByDescending(airport => weights[airport.Code]).ThenBy(airport => airport.Code).ToImmutableArray();
            if (own.Length == 0 || own is [var only] && only.Code == area.Code) continue;
            if (codes.Contains(area.Code) && !own.Any(airport => airport.Code == area.Code)) continue;
            places.Add(new Place(PlaceKind.City, area.Code, area.Name, area.Name, area.Country, own));
            taken.Add(area.Code);
        }
        places.AddRange(airports
            .Where(airport => !taken.Contains(airport.Code))
            .Select(airport => new Place(PlaceKind.Airport, airport.Code, airport.Name, airport.City, airport.Country, [airport])));
        return places;
    }

    // An airport that flights leave from comes before all that none do; among those the large ones come first.
    private static Dictionary<AirportCode, int> Weights(DirectoryFacts facts)
    {
        const int Served = 1000, Size = 100, OneOfACity = 10, International = 5;
        var sizes = Sizes.Value;
        return facts.Airports.ToDictionary(airport => airport.Code, airport =>
            (facts.FlightsFrom.TryGetValue(airport.Code, out var flights) ? Served + flights : 0)
            + sizes.GetValueOrDefault(airport.Code.ToString()) * Size
            + (airport.MetropolitanArea is null ? 0 : OneOfACity)
            + (airport.Name.Contains("International", StringComparison.OrdinalIgnoreCase) ? International : 0));
    }
}
