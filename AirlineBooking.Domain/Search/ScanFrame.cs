namespace AirlineBooking.Domain.Search;

/// <summary>What every scan of one query starts from: the first legs of the day, and which markets end at a destination.</summary>
/// <remarks>One for each thread, kept between searches, so that a search allocates only its answer.</remarks>
internal sealed class ScanFrame
{
    public const int None = -1;

    private CabinSelling[] _selling = [];
    private int _seats;
    private BookingLimits _limits = BookingLimits.EverythingOpen;
    private int[] _segmentBase = [];
    private int[] _segments = [];
    private int[] _legs = [];
    private byte[] _ranks = [];
    private int[] _lowestRank = [];
    private int[] _into = [];

    public Timetable Timetable { get; private set; } = null!; // Set by Open before anything reads it.
    public ConnectionQuery Query { get; private set; } = null!; // As above.

    /// <summary>The departures and arrivals of every flight.</summary>
    public FlightTimes[] Times { get; private set; } = [];

    public int MaximumConnection { get; private set; }

    /// <summary>First legs that are on sale, by origin and market in order of departure.</summary>
    public ReadOnlySpan<int> Legs => _legs;

    /// <summary>The rank of each first leg.</summary>
    public ReadOnlySpan<byte> LegRanks => _ranks;

    /// <summary>How many ranges of first legs there are: one for each market out of each origin.</summary>
    public int Segments { get; private set; }

    public bool HasLegs => FirstDeparture <= LastDeparture;

    /// <summary>When the first and the last of the first legs leave.</summary>
    public int FirstDeparture { get; private set; }
    public int LastDeparture { get; private set; }

    public void Open(Timetable timetable, ConnectionQuery query)
    {
        query.Check(timetable);
        (Timetable, Query, Times, MaximumConnection) = (timetable, query, timetable.Times, timetable.Connections.MaximumMinutes);
        (_selling, _seats, _limits) = (timetable.Selling[(int)query.Cabin], query.Seats, timetable.Limits);
        if (_into.Length < timetable.Airports.Count)
        {
            _into = new int[timetable.Airports.Count];
            Array.Fill(_into, None);
        }
        ListFirstLegs();
    }

    /// <summary>Lets go of the timetable, so that one that was replaced does not stay in memory.</summary>
    public void Close()
    {
        (Timetable, Query) = (null!, null!); // Nothing reads them before the next Open.
        (Times, _selling) = ([], []);
    }

    /// <summary>The range of first legs from an origin of the query in one of the markets out of it.</summary>
    public int Segment(int originPlace, int market) => _segmentBase[originPlace] + market - Timetable.Markets.OutOf(Query.Origins[originPlace]).First;

    /// <summary>A segment's place in <see cref="Legs"/>.</summary>
    public (int First, int End) LegsOf(int segment) => (_segments[segment], _segments[segment + 1]);

    /// <summary>The lowest rank of a segment's legs.</summary>
    public int LowestRank(int segment) => _lowestRank[segment];

    /// <summary>The cheapest open class of a leg, or <see cref="BookingLimits.Closed"/>.</summary>
    public int Rank(int flight)
    {
        ref var cabin = ref _selling[flight];
        return _limits.LowestOpen(cabin.Ladder, Volatile.Read(ref cabin.Sold), _seats);
    }

    /// <summary>The minimum connecting time from one market to the next.</summary>
    public int MinimumConnection(in Market market, in Market next) =>
        Timetable.MinimumConnections[market.Destination * ConnectionRules.Kinds + (int)ConnectionRules.KindOf(market.IsInternational, next.IsInternational)];

    /// <summary>From now on <see cref="MarketInto"/> answers for this airport.</summary>
    public void Aim(int destination)
    {
        var markets = Timetable.Markets;
        var (first, end) = markets.Into(destination);
        for (var at = first; at < end; at++) _into[markets.All[markets.InMarkets[at]].Origin] = markets.InMarkets[at];
    }

    public void StopAiming(int destination)
    {
        var markets = Timetable.Markets;
        var (first, end) = markets.Into(destination);
        for (var at = first; at < end; at++) _into[markets.All[markets.InMarkets[at]].Origin] = None;
    }

    /// <summary>The market from an airport to the one aimed at, or none.</summary>
    public int MarketInto(int airport) => _into[airport];

    private void ListFirstLegs()
    {
        var markets = Timetable.Markets;
        var segments = 0;
        (FirstDeparture, LastDeparture, Segments) = (int.MaxValue, int.MinValue, 0);
        Grow(ref _segmentBase, Query.Origins.Length);
        for (var origin = 0; origin < Query.Origins.Length; origin++)
        {
            var (firstMarket, endMarket) = markets.OutOf(Query.Origins[origin]);
            _segmentBase[origin] = segments;
            segments += endMarket - firstMarket;
        }
        Segments = segments;
        Grow(ref _segments, segments + 1);
        Grow(ref _lowestRank, segments);
        var legs = 0;
        for (var origin = 0; origin < Query.Origins.Length; origin++)
        {
            var (firstMarket, endMarket) = markets.OutOf(Query.Origins[origin]);
            for (var market = firstMarket; market < endMarket; market++) ListFirstLegs(markets.All[market], _segmentBase[origin] + market - firstMarket, ref legs);
        }
        _segments[segments] = legs;
    }

    private void ListFirstLegs(in Market market, int segment, ref int legs)
    {
        // The wall's distance from UTC changes over the year: this window holds all of the local day, the date decides.
        var (markets, days, blocks, day) = (Timetable.Markets, Timetable.Days, Timetable.Blocks, TimetableMinutes.DayOf(Query.Date));
        var from = Math.Max(TimetableMinutes.NotBefore(Query.EarliestDeparture), day * TimetableMinutes.InADay - markets.GreatestOffset[market.Origin]);
        var until = (day + 1) * TimetableMinutes.InADay - markets.LeastOffset[market.Origin];
        var lowest = BookingLimits.Closed;
        _segments[segment] = legs;
        var lastBlock = Math.Min(blocks.Of(until), blocks.Last);
        for (var block = Math.Max(0, blocks.Of(from)); block <= lastBlock; block++)
        {
            var (flight, end) = blocks.Run(block, market.Index, from, Times);
            for (; flight < end && Times[flight].Departs < until; flight++)
            {
                if (days[flight] != day || Rank(flight) is var rank && rank == BookingLimits.Closed) continue;
                if (legs == _legs.Length) Grow(ref _legs, legs + 1);
                if (legs >= _ranks.Length) Array.Resize(ref _ranks, _legs.Length);
                _legs[legs] = flight;
                _ranks[legs++] = (byte)rank;
                lowest = Math.Min(lowest, rank);
                FirstDeparture = Math.Min(FirstDeparture, Times[flight].Departs);
                LastDeparture = Math.Max(LastDeparture, Times[flight].Departs);
            }
        }
        _lowestRank[segment] = lowest;
    }

    private static void Grow(ref int[] array, int length)
    {
        if (array.Length < length) Array.Resize(ref array, Math.Max(length, Math.Max(64, array.Length * 2)));
    }
}
