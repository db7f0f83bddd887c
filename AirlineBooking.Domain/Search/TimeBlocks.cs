namespace AirlineBooking.Domain.Search;

/// <summary>
/// Cuts time into blocks of about a day. Flights stand by block, in each block by market, and in each of those runs by
/// departure: a search of one day finds all it needs in a few neighbouring blocks, however many months are on sale.
/// </summary>
internal sealed class TimeBlocks
{
    // 1,024 minutes: 17 hours.
    private const int LeastShift = 10;

    // Where many markets are flown seldom, blocks grow longer, so that the runs take at most so much room for each flight.
    private const int MostRunsForAFlight = 2;

    private readonly int _base;
    private readonly int _shift;
    private readonly int _markets;
    private int[] _firstOfRun = [0];

    public TimeBlocks(int firstDeparture, int lastDeparture, int markets, int flights)
    {
        (_base, _shift, _markets) = (firstDeparture, LeastShift, markets);
        while (_shift < 30 && (((long)lastDeparture - firstDeparture >> _shift) + 1) * markets > (long)flights * MostRunsForAFlight) _shift++;
        Last = (lastDeparture - firstDeparture) >> _shift;
    }

    /// <summary>The number of the last block; the first is 0.</summary>
    public int Last { get; }

    /// <summary>The block of a minute; before the first it is negative, and after the last it is higher.</summary>
    public int Of(int minute) => (int)((long)minute - _base >> _shift);

    /// <summary>Takes the flights as they stand: by block, market and departure.</summary>
    public void Mark(ReadOnlySpan<FlightTimes> times, ReadOnlySpan<int> markets)
    {
        var flight = 0;
        _firstOfRun = new int[(Last + 1) * _markets + 1];
        for (var run = 0; run < _firstOfRun.Length; run++)
        {
            while (flight < times.Length && Of(times[flight].Departs) * _markets + markets[flight] < run) flight++;
            _firstOfRun[run] = flight;
        }
    }

    /// <summary>The flights of a market in a block.</summary>
    public (int First, int End) Run(int block, int market)
    {
        var run = block * _markets + market;
        return (_firstOfRun[run], _firstOfRun[run + 1]);
    }

    /// <summary>As above, but only those that do not leave before the minute.</summary>
    public (int First, int End) Run(int block, int market, int minute, ReadOnlySpan<FlightTimes> times)
    {
        var (first, end) = Run(block, market);
        var above = end;
        while (above - first > 8)
        {
            var middle = (first + above) >>> 1;
            if (times[middle].Departs < minute) first = middle + 1;
            else above = middle;
        }
        while (first < above && times[first].Departs < minute) first++;
        return (first, end);
    }
}
