using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>Every flight on sale, in memory and unchanging, in the order in which a search asks for it.</summary>
/// <remarks>
/// A flight is an index into columns. Flights stand together by blocks of time, there by market (origin and destination) and
/// there by departure, so "what leaves CDG for BKK between two instants" is one short run of neighbours, and so is all that a
/// search of one day looks at. Only the counters of sold seats change.
/// </remarks>
public sealed class Timetable
{
    internal const int Cabins = 4;

    private readonly Dictionary<AirportCode, int> _airportIndex;

    internal Timetable(TimetableColumns made)
    {
        (Version, Limits, Connections, Airports) = (made.Version, made.Limits, made.Connections, made.Airports);
        (Ids, Times, Days) = (made.Ids, made.Times, made.Days);
        (DepartureOffsets, ArrivalOffsets) = (made.DepartureOffsets, made.ArrivalOffsets);
        (Origins, Destinations, Next) = (made.Origins, made.Destinations, made.Next);
        (Carriers, OperatingCarriers, Numbers, Suffixes) = (made.Carriers, made.OperatingCarriers, made.Numbers, made.Suffixes);
        (Aircraft, Seats, Selling, Names) = (made.Aircraft, made.Seats, made.Selling, made.Names);
        ById = new int[Ids.Length];
        for (var flight = 0; flight < ById.Length; flight++) ById[flight] = flight;
        Array.Sort((long[])Ids.Clone(), ById);
        _airportIndex = new Dictionary<AirportCode, int>(Airports.Count);
        for (var airport = 0; airport < Airports.Count; airport++) _airportIndex.Add(Airports[airport].Code, airport);
        Countries = CountriesOf(Airports);
        Markets = new TimetableMarkets(this, made.Pairs, made.MarketOfFlight);
        Blocks = made.Blocks;
        LastDay = Days.Length == 0 ? DateOnly.MinValue : TimetableMinutes.ToDate(Days.Max());
        MinimumConnections = MinimumConnectionsOf(Airports, Connections);
    }

    /// <summary>The schedule version it was read at.</summary>
    public long Version { get; }

    public int Flights => Ids.Length;

    /// <summary>The last day, where they leave, on which there are flights.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Every airport; a place in this list is what a query and a flight name it by.</summary>
    public IReadOnlyList<Airport> Airports { get; }

    public BookingLimits Limits { get; }

    public ConnectionRules Connections { get; }

    public TimetableFlight this[int flight] => new(this, flight);

    internal long[] Ids { get; }
    internal FlightTimes[] Times { get; }
    internal ushort[] Days { get; }
    internal short[] DepartureOffsets { get; }
    internal short[] ArrivalOffsets { get; }
    internal ushort[] Origins { get; }
    internal ushort[] Destinations { get; }
    internal int[] Next { get; }
    internal ushort[] Carriers { get; }
    internal ushort[] OperatingCarriers { get; }
    internal ushort[] Numbers { get; }
    internal ushort[] Suffixes { get; }
    internal ushort[] Aircraft { get; }
    internal ushort[] Seats { get; }

    /// <summary>A column for each cabin, since a search looks at one.</summary>
    internal CabinSelling[][] Selling { get; }
    internal int[] ById { get; }
    internal string[] Names { get; }

    /// <summary>A number for the country of each airport.</summary>
    internal ushort[] Countries { get; }

    /// <summary>Minutes by airport and kind of change.</summary>
    internal ushort[] MinimumConnections { get; }
    internal TimetableMarkets Markets { get; }
    internal TimeBlocks Blocks { get; }

    /// <summary>The airport's place in <see cref="Airports"/>, or -1.</summary>
    public int AirportIndex(AirportCode code) => _airportIndex.GetValueOrDefault(code, -1);

    /// <summary>Finds a flight that is on sale by its id.</summary>
    public bool TryFind(FlightId id, out TimetableFlight flight)
    {
        var (low, high) = (0, ById.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = Ids[ById[middle]];
            if (found == id.Value)
            {
                flight = new TimetableFlight(this, ById[middle]);
                return true;
            }
            if (found < id.Value) low = middle + 1;
            else high = middle - 1;
        }
        flight = default;
        return false;
    }

    /// <summary>Seats sold or held, as far as this process has heard. The database decides at booking.</summary>
    public int SoldIn(int flight, Cabin cabin) => Volatile.Read(ref Selling[(int)cabin][flight].Sold);

    /// <summary>Takes over what was sold or held; searches see it at once.</summary>
    public void SetSold(int flight, Cabin cabin, int seats) =>
        Volatile.Write(ref Selling[(int)cabin][flight].Sold, (ushort)Math.Clamp(seats, 0, ushort.MaxValue));

    /// <summary>The cheapest class with room, or <see cref="BookingLimits.Closed"/>.</summary>
    public int LowestOpen(int flight, Cabin cabin, int seats) =>
        Limits.LowestOpen(Selling[(int)cabin][flight].Ladder, SoldIn(flight, cabin), seats);

    private static ushort[] CountriesOf(IReadOnlyList<Airport> airports)
    {
        var numbers = new Dictionary<string, ushort>(StringComparer.OrdinalIgnoreCase);
        var countries = new ushort[airports.Count];
        for (var airport = 0; airport < countries.Length; airport++)
        {
            if (!numbers.TryGetValue(airports[airport].Country, out var number)) numbers.Add(airports[airport].Country, number = (ushort)numbers.Count);
            countries[airport] = number;
        }
        return countries;
    }

    private static ushort[] MinimumConnectionsOf(IReadOnlyList<Airport> airports, ConnectionRules rules)
    {
        var minutes = new ushort[airports.Count * ConnectionRules.Kinds];
        for (var at = 0; at < minutes.Length; at++)
        {
            minutes[at] = (ushort)rules.MinimumAt(airports[at / ConnectionRules.Kinds].Code, (ConnectionKind)(at % ConnectionRules.Kinds));
        }
        return minutes;
    }
}
