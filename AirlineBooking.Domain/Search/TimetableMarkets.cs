namespace AirlineBooking.Domain.Search;

/// <summary>The pairs of airports between which something flies, found from either end.</summary>
internal sealed class TimetableMarkets
{
    /// <summary>Markets stand by origin, there by destination: those out of an airport are neighbours.</summary>
    private readonly int[] _firstOut;
    private readonly int[] _firstIn;

    public TimetableMarkets(Timetable timetable)
    {
        var (origins, destinations) = (timetable.Origins, timetable.Destinations);
        var first = new List<int>();
        for (var flight = 0; flight < origins.Length; flight++)
        {
            if (flight == 0 || origins[flight] != origins[flight - 1] || destinations[flight] != destinations[flight - 1]) first.Add(flight);
        }
        Count = first.Count;
        first.Add(origins.Length);
        First = [.. first];
        Origins = new ushort[Count];
        Destinations = new ushort[Count];
        ShortestMinutes = new int[Count];
        HasJoins = new bool[Count];
        for (var market = 0; market < Count; market++)
        {
            Origins[market] = origins[First[market]];
            Destinations[market] = destinations[First[market]];
            var shortest = int.MaxValue;
            for (var flight = First[market]; flight < First[market + 1]; flight++)
            {
                shortest = Math.Min(shortest, timetable.Arrives[flight] - timetable.Departs[flight]);
                HasJoins[market] |= timetable.Next[flight] >= 0;
            }
            ShortestMinutes[market] = shortest;
        }
        Days = new MarketDays(First, timetable.Departs);

        _firstOut = FirstByAirport(Origins, timetable.Airports.Count);
        _firstIn = FirstByAirport(Destinations, timetable.Airports.Count);
        InMarkets = new int[Count];
        var free = (int[])_firstIn.Clone();
        for (var market = 0; market < Count; market++) InMarkets[free[Destinations[market]]++] = market;

        LeastOffset = new short[timetable.Airports.Count];
        GreatestOffset = new short[timetable.Airports.Count];
        Array.Fill(LeastOffset, short.MaxValue);
        Array.Fill(GreatestOffset, short.MinValue);
        for (var flight = 0; flight < origins.Length; flight++)
        {
            var (airport, offset) = (origins[flight], timetable.DepartureOffsets[flight]);
            LeastOffset[airport] = Math.Min(LeastOffset[airport], offset);
            GreatestOffset[airport] = Math.Max(GreatestOffset[airport], offset);
        }
    }

    public int Count { get; }

    /// <summary>The first flight of each market; the next market's is the end.</summary>
    public int[] First { get; }

    /// <summary>Where each day begins in each market.</summary>
    public MarketDays Days { get; }

    public ushort[] Origins { get; }
    public ushort[] Destinations { get; }

    /// <summary>The shortest flight of each market.</summary>
    public int[] ShortestMinutes { get; }

    /// <summary>Whether passengers of a flight of the market stay on board as it goes on.</summary>
    public bool[] HasJoins { get; }

    /// <summary>Markets by destination, there by origin.</summary>
    public int[] InMarkets { get; }

    /// <summary>How far the wall at each airport is ahead of UTC, at least and at most, when something leaves there.</summary>
    public short[] LeastOffset { get; }
    public short[] GreatestOffset { get; }

    /// <summary>The markets out of an airport.</summary>
    public (int First, int End) OutOf(int airport) => (_firstOut[airport], _firstOut[airport + 1]);

    /// <summary>The places in <see cref="InMarkets"/> of the markets into an airport.</summary>
    public (int First, int End) Into(int airport) => (_firstIn[airport], _firstIn[airport + 1]);

    /// <summary>The market between two airports, or -1.</summary>
    public int Find(int origin, int destination)
    {
        var (first, end) = OutOf(origin);
        var found = Array.BinarySearch(Destinations, first, end - first, (ushort)destination);
        return found >= 0 ? found : -1;
    }

    private static int[] FirstByAirport(ushort[] airportOfMarket, int airports)
    {
        var first = new int[airports + 1];
        foreach (var airport in airportOfMarket) first[airport + 1]++;
        for (var airport = 0; airport < airports; airport++) first[airport + 1] += first[airport];
        return first;
    }
}
