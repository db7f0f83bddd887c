namespace AirlineBooking.Domain.Search;

/// <summary>What every scan of one query starts from: the first legs of the day, and which markets end at a destination.</summary>
/// <remarks>One for each thread, kept between searches, so that a search allocates only its answer.</remarks>
internal sealed class ScanFrame
{
    public const int None = -1;

    private int _cabin;
    private int _seats;
    private ushort[] _ladders = [];
    private ushort[] _sold = [];
    private BookingLimits _limits = BookingLimits.EverythingOpen;
    private int[] _departs = [];
    private int[] _first = [];
    private MarketDays _days = MarketDays.Empty;
    private int[] _segmentBase = [];
    private int[] _segments = [];
    private int[] _legs = [];
    private byte[] _ranks = [];
    private int[] _lowestRank = [];
    private int[] _into = [];

    public Timetable Timetable { get; private set; } = null!; // Set by Open before anything reads it.
    public ConnectionQuery Query { get; private set; } = null!; // As above.

    /// <summary>First legs that are on sale, by origin and market in order of departure.</summary>
    public ReadOnlySpan<int> Legs => _legs;

    /// <summary>The rank of each first leg.</summary>
    public ReadOnlySpan<byte> LegRanks => _ranks;

    public void Open(Timetable timetable, ConnectionQuery query)
    {
        query.Check(timetable);
        (Timetable, Query) = (timetable, query);
        (_cabin, _seats) = ((int)query.Cabin, query.Seats);
        (_ladders, _sold, _limits) = (timetable.Ladders, timetable.Sold, timetable.Limits);
        (_departs, _first, _days) = (timetable.Departs, timetable.Markets.First, timetable.Markets.Days);
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
        (_ladders, _sold, _departs, _first, _days) = ([], [], [], [], MarketDays.Empty);
    }

    /// <summary>How many ranges of first legs there are: one for each market out of each origin.</summary>
    public int Segments { get; private set; }

    public int Ranks => Query.Prices.Ranks;

    public bool HasLegs => FirstDeparture <= LastDeparture;

    /// <summary>When the first and the last of the first legs leave.</summary>
    public int FirstDeparture { get; private set; }
    public int LastDeparture { get; private set; }

    /// <summary>The range of first legs from an origin of the query in one of the markets out of it.</summary>
    public int Segment(int originPlace, int market) => _segmentBase[originPlace] + market - Timetable.Markets.OutOf(Query.Origins[originPlace]).First;

    /// <summary>A segment's place in <see cref="Legs"/>.</summary>
    public (int First, int End) LegsOf(int segment) => (_segments[segment], _segments[segment + 1]);

    /// <summary>The lowest rank of a segment's legs.</summary>
    public int LowestRank(int segment) => _lowestRank[segment];

    /// <summary>The cheapest open class of a leg, or <see cref="BookingLimits.Closed"/>.</summary>
    public int Rank(int flight)
    {
        var at = flight * Timetable.Cabins + _cabin;
        return _limits.LowestOpen(_ladders[at], Volatile.Read(ref _sold[at]), _seats);
    }

    /// <summary>From now on <see cref="MarketInto"/> answers for this airport.</summary>
    public void Aim(int destination)
    {
        var markets = Timetable.Markets;
        var (first, end) = markets.Into(destination);
        for (var at = first; at < end; at++) _into[markets.Origins[markets.InMarkets[at]]] = markets.InMarkets[at];
    }

    public void StopAiming(int destination)
    {
        var markets = Timetable.Markets;
        var (first, end) = markets.Into(destination);
        for (var at = first; at < end; at++) _into[markets.Origins[markets.InMarkets[at]]] = None;
    }

    /// <summary>The market from an airport to the one aimed at, or none.</summary>
    public int MarketInto(int airport) => _into[airport];

    /// <summary>The first flight of the market that does not leave before the minute, or the market's end.</summary>
    public int FirstFrom(int market, int minute)
    {
        var flight = _days.FirstFrom(market, minute);
        var (departs, end) = (_departs, _first[market + 1]);
        while (flight < end && departs[flight] < minute) flight++;
        return flight;
    }

    private void ListFirstLegs()
    {
        var (timetable, markets) = (Timetable, Timetable.Markets);
        var day = TimetableMinutes.DayOf(Query.Date);
        var earliest = TimetableMinutes.NotBefore(Query.EarliestDeparture);
        var (segments, legs) = (0, 0);
        (FirstDeparture, LastDeparture) = (int.MaxValue, int.MinValue);
        Grow(ref _segmentBase, Query.Origins.Length);
        for (var origin = 0; origin < Query.Origins.Length; origin++)
        {
            var airport = Query.Origins[origin];
            var (firstMarket, endMarket) = markets.OutOf(airport);
            _segmentBase[origin] = segments;
            Grow(ref _segments, segments + endMarket - firstMarket + 1);
            Grow(ref _lowestRank, segments + endMarket - firstMarket + 1);

            // The wall's distance from UTC changes over the year: this window holds all of the local day, the date decides.
            var from = Math.Max(earliest, day * TimetableMinutes.InADay - markets.GreatestOffset[airport]);
            var until = (day + 1) * TimetableMinutes.InADay - markets.LeastOffset[airport];
            for (var market = firstMarket; market < endMarket; market++)
            {
                var lowest = BookingLimits.Closed;
                _segments[segments] = legs;
                for (var flight = FirstFrom(market, from); flight < _first[market + 1] && _departs[flight] < until; flight++)
                {
                    if (timetable.Days[flight] != day || Rank(flight) is var rank && rank == BookingLimits.Closed) continue;
                    if (legs == _legs.Length) Grow(ref _legs, legs + 1);
                    if (legs >= _ranks.Length) Array.Resize(ref _ranks, _legs.Length);
                    _legs[legs] = flight;
                    _ranks[legs++] = (byte)rank;
                    lowest = Math.Min(lowest, rank);
                    FirstDeparture = Math.Min(FirstDeparture, _departs[flight]);
                    LastDeparture = Math.Max(LastDeparture, _departs[flight]);
                }
                _lowestRank[segments++] = lowest;
            }
            _segments[segments++] = legs;
        }
        Segments = segments;
    }

    private static void Grow(ref int[] array, int length)
    {
        if (array.Length < length) Array.Resize(ref array, Math.Max(length, Math.Max(64, array.Length * 2)));
    }
}
