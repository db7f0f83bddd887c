namespace AirlineBooking.Domain.Search;

/// <summary>The pairs of airports between which something flies, found from either end.</summary>
internal sealed class TimetableMarkets
{
    /// <summary>Markets stand by origin, there by destination: those out of an airport are neighbours.</summary>
    private readonly int[] _firstOut;
    private readonly int[] _firstIn;
    private readonly Market[] _all;

    /// <summary>Takes the markets in order, and the flights in any.</summary>
    public TimetableMarkets(Timetable timetable, IReadOnlyList<uint> pairs, ReadOnlySpan<int> marketOfFlight)
    {
        var airports = timetable.Airports.Count;
        var (shortest, joins) = (new int[pairs.Count], new bool[pairs.Count]);
        Array.Fill(shortest, int.MaxValue);
        (LeastOffset, GreatestOffset) = (new short[airports], new short[airports]);
        Array.Fill(LeastOffset, short.MaxValue);
        Array.Fill(GreatestOffset, short.MinValue);
        for (var flight = 0; flight < marketOfFlight.Length; flight++)
        {
            var (market, origin, offset) = (marketOfFlight[flight], timetable.Origins[flight], timetable.DepartureOffsets[flight]);
            shortest[market] = Math.Min(shortest[market], timetable.Times[flight].Arrives - timetable.Times[flight].Departs);
            joins[market] |= timetable.Next[flight] >= 0;
            LeastOffset[origin] = Math.Min(LeastOffset[origin], offset);
            GreatestOffset[origin] = Math.Max(GreatestOffset[origin], offset);
        }

        _all = new Market[pairs.Count];
        Destinations = new ushort[pairs.Count];
        var origins = new ushort[pairs.Count];
        for (var market = 0; market < pairs.Count; market++)
        {
            (origins[market], Destinations[market]) = ((ushort)(pairs[market] >> 16), (ushort)pairs[market]);
            _all[market] = new Market
            {
                Index = market, Origin = origins[market], Destination = Destinations[market], HasJoins = joins[market], ShortestMinutes = shortest[market],
                IsInternational = timetable.Countries[origins[market]] != timetable.Countries[Destinations[market]],
            };
        }
        _firstOut = FirstByAirport(origins, airports);
        _firstIn = FirstByAirport(Destinations, airports);
        InMarkets = new int[_all.Length];
        var free = (int[])_firstIn.Clone();
        for (var market = 0; market < _all.Length; market++) InMarkets[free[Destinations[market]]++] = market;
    }

    public ReadOnlySpan<Market> All => _all;

    /// <summary>The destination of each market: a column of its own, since most markets are only asked for it.</summary>
    public ushort[] Destinations { get; }

    /// <summary>Markets by destination, there by origin.</summary>
    public int[] InMarkets { get; }

    /// <summary>How far the wall at each airport is ahead of UTC, at least and at most, when something leaves there.</summary>
    public short[] LeastOffset { get; }
    public short[] GreatestOffset { get; }

    /// <summary>The markets out of an airport.</summary>
    public (int First, int End) OutOf(int airport) => (_firstOut[airport], _firstOut[airport + 1]);

    /// <summary>The places in <see cref="InMarkets"/> of the markets into an airport.</summary>
    public (int First, int End) Into(int airport) => (_firstIn[airport], _firstIn[airport + 1]);

    private static int[] FirstByAirport(ushort[] airportOfMarket, int airports)
    {
        var first = new int[airports + 1];
        foreach (var airport in airportOfMarket) first[airport + 1]++;
        for (var airport = 0; airport < airports; airport++) first[airport + 1] += first[airport];
        return first;
    }
}
