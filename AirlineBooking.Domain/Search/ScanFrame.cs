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
    private int[] _segmentBase = [];
    private int[] _segments = [];
    private int[] _legs = [];
    private byte[] _ranks = [];
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
        (_departs, _first) = (timetable.Departs, timetable.Markets.First);
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
        (_ladders, _sold, _departs, _first) = ([], [], [], []);
    }

    /// <summary>The first legs from an origin of the query in one of the markets out of it, as a range of <see cref="Legs"/>.</summary>
    public (int First, int End) FirstLegs(int origin, int market)
    {
        var segment = _segmentBase[origin] + market - Timetable.Markets.OutOf(Query.Origins[origin]).First;
        return (_segments[segment], _segments[segment + 1]);
    }

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
        var (low, high) = (_first[market], _first[market + 1]);
        var departs = _departs;
        if (minute <= departs[low]) return low;
        var last = departs[high - 1];
        if (minute > last) return high;

        // Departures are spread evenly over the months, so a guess by proportion lands near, however long the timetable is.
        var near = low + (int)((long)(high - 1 - low) * (minute - departs[low]) / Math.Max(1, last - departs[low]));
        var step = 1;
        if (departs[near] < minute)
        {
            low = near + 1;
            while (low + step < high && departs[low + step] < minute)
            {
                low += step + 1;
                step <<= 1;
            }
            high = Math.Min(high, low + step);
        }
        else
        {
            high = near;
            while (high - step >= low && departs[high - step] >= minute)
            {
                high -= step;
                step <<= 1;
            }
            low = Math.Max(low, high - step);
        }
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (departs[middle] < minute) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void ListFirstLegs()
    {
        var (timetable, markets) = (Timetable, Timetable.Markets);
        var day = TimetableMinutes.DayOf(Query.Date);
        var earliest = TimetableMinutes.NotBefore(Query.EarliestDeparture);
        var (segments, legs) = (0, 0);
        Grow(ref _segmentBase, Query.Origins.Length);
        for (var origin = 0; origin < Query.Origins.Length; origin++)
        {
            var airport = Query.Origins[origin];
            var (firstMarket, endMarket) = markets.OutOf(airport);
            _segmentBase[origin] = segments;
            Grow(ref _segments, segments + endMarket - firstMarket + 1);

            // The wall's distance from UTC changes over the year: this window holds all of the local day, the date decides.
            var from = Math.Max(earliest, day * TimetableMinutes.InADay - markets.GreatestOffset[airport]);
            var until = (day + 1) * TimetableMinutes.InADay - markets.LeastOffset[airport];
            for (var market = firstMarket; market < endMarket; market++)
            {
                _segments[segments++] = legs;
                for (var flight = FirstFrom(market, from); flight < _first[market + 1] && _departs[flight] < until; flight++)
                {
                    if (timetable.Days[flight] != day || Rank(flight) is var rank && rank == BookingLimits.Closed) continue;
                    if (legs == _legs.Length) Grow(ref _legs, legs + 1);
                    if (legs >= _ranks.Length) Array.Resize(ref _ranks, _legs.Length);
                    _legs[legs] = flight;
                    _ranks[legs++] = (byte)rank;
                }
            }
            _segments[segments++] = legs;
        }
    }

    private static void Grow(ref int[] array, int length)
    {
        if (array.Length < length) Array.Resize(ref array, Math.Max(length, Math.Max(64, array.Length * 2)));
    }
}
