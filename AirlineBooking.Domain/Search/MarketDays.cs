namespace AirlineBooking.Domain.Search;

/// <summary>Where each day begins in each market: finding a minute takes the same few steps however many months are on sale.</summary>
internal sealed class MarketDays
{
    // A slice of a day holds few flights of one market, even of the busiest.
    private const int SliceMinutes = 12 * 60;

    private readonly int[] _firstSlice;
    private readonly int[] _begin;
    private readonly int[] _flights;

    /// <summary>Takes the first flight of each market, and one more for the end, and when each flight departs.</summary>
    public MarketDays(int[] first, int[] departs)
    {
        var markets = first.Length - 1;
        _firstSlice = new int[markets];
        _begin = new int[markets + 1];
        for (var market = 0; market < markets; market++)
        {
            _firstSlice[market] = Slice(departs[first[market]]);
            _begin[market + 1] = _begin[market] + Slice(departs[first[market + 1] - 1]) - _firstSlice[market] + 2;
        }
        _flights = new int[_begin[markets]];
        for (var market = 0; market < markets; market++)
        {
            var flight = first[market];
            for (var at = _begin[market]; at < _begin[market + 1]; at++)
            {
                var slice = _firstSlice[market] + at - _begin[market];
                while (flight < first[market + 1] && Slice(departs[flight]) < slice) flight++;
                _flights[at] = flight;
            }
        }
    }

    public static MarketDays Empty { get; } = new([0], []);

    /// <summary>A flight of the market that is not after the first to leave from the minute on, and is near it; perhaps the market's end.</summary>
    public int FirstFrom(int market, int minute)
    {
        var (begin, last) = (_begin[market], _begin[market + 1] - 1);
        return _flights[Math.Clamp(begin + Slice(minute) - _firstSlice[market], begin, last)];
    }

    private static int Slice(int minute) => minute < 0 ? -1 : minute / SliceMinutes;
}
