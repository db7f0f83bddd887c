namespace AirlineBooking.Domain.Search;

/// <summary>Finds what the cheapest itinerary of a day costs, and makes none: a calendar asks for each day of a month.</summary>
internal sealed class LowestCost
{
    private const long Nothing = long.MaxValue;

    private readonly ScanFrame _frame = new();
    private long _lowest;

    public long? Run(Timetable timetable, ConnectionQuery query)
    {
        _frame.Open(timetable, query);
        _lowest = Nothing;
        // Direct ways first: they are the fewest, and most often the cheapest.
        for (var stops = 0; stops <= query.MaxStops && _frame.HasLegs; stops++) LookWithStops(stops);
        _frame.Close();
        return _lowest == Nothing ? null : _lowest;
    }

    private void LookWithStops(int stops)
    {
        var query = _frame.Query;
        for (var destination = 0; destination < query.Destinations.Length; destination++)
        {
            _frame.Aim(query.Destinations[destination]);
            for (var origin = 0; origin < query.Origins.Length; origin++)
            {
                if (query.Origins[origin] == query.Destinations[destination]) continue;
                var ways = new Ways(_frame, origin, destination);
                if (stops > 0) LookByChange(ways, stops);
                else if (_frame.MarketInto(ways.Origin) is var market and not ScanFrame.None) Take(ways, _frame.LowestRank(_frame.Segment(origin, market)), 0);
            }
            _frame.StopAiming(query.Destinations[destination]);
        }
    }

    private void LookByChange(in Ways ways, int stops)
    {
        var markets = _frame.Timetable.Markets;
        var (firstMarket, endMarket) = markets.OutOf(ways.Origin);
        for (var market = firstMarket; market < endMarket; market++)
        {
            var (segment, via) = (_frame.Segment(ways.OriginPlace, market), markets.Destinations[market]);
            if (via == ways.Destination || !IsCheaper(ways, _frame.LowestRank(segment), 0)) continue;
            if (stops == 1)
            {
                if (_frame.MarketInto(via) is var last and not ScanFrame.None) LookByOneStop(ways, segment, markets.All[market], markets.All[last]);
                continue;
            }
            var (firstMiddle, endMiddle) = markets.OutOf(via);
            for (var middle = firstMiddle; middle < endMiddle; middle++)
            {
                var change = markets.Destinations[middle];
                var last = _frame.MarketInto(change);
                if (last == ScanFrame.None || change == ways.Origin || change == ways.Destination) continue;
                LookByTwoStops(ways, segment, markets.All[market], markets.All[middle], markets.All[last]);
            }
        }
    }

    private void LookByOneStop(in Ways ways, int segment, in Market market, in Market last)
    {
        var tax = ways.TransferTax(market, last);
        var (first, end) = _frame.LegsOf(segment);
        for (var at = first; at < end && IsCheaper(ways, _frame.LowestRank(segment), tax); at++)
        {
            var rank = (int)_frame.LegRanks[at];
            if (!IsCheaper(ways, rank, tax)) continue;
            foreach (var second in new Connections(_frame, _frame.Legs[at], market, last)) Take(ways, Math.Max(rank, _frame.Rank(second)), tax);
        }
    }

    private void LookByTwoStops(in Ways ways, int segment, in Market market, in Market middle, in Market last)
    {
        var tax = ways.TransferTax(market, middle) + ways.TransferTax(middle, last);
        var (first, end) = _frame.LegsOf(segment);
        for (var at = first; at < end && IsCheaper(ways, _frame.LowestRank(segment), tax); at++)
        {
            var rank = (int)_frame.LegRanks[at];
            if (!IsCheaper(ways, rank, tax)) continue;
            foreach (var second in new Connections(_frame, _frame.Legs[at], market, middle))
            {
                var higher = Math.Max(rank, _frame.Rank(second));
                if (!IsCheaper(ways, higher, tax)) continue;
                foreach (var third in new Connections(_frame, second, middle, last)) Take(ways, Math.Max(higher, _frame.Rank(third)), tax);
            }
        }
    }

    /// <summary>True when that rank is open and would lower the lowest cost; a higher rank or more tax never costs less.</summary>
    private bool IsCheaper(in Ways ways, int rank, long tax) => rank != BookingLimits.Closed && ways.Cost(rank, tax) < _lowest;

    private void Take(in Ways ways, int rank, long tax)
    {
        if (IsCheaper(ways, rank, tax)) _lowest = ways.Cost(rank, tax);
    }
}
