using System.Runtime.InteropServices;

namespace AirlineBooking.Domain.Search;

/// <summary>Finds the itineraries that no other one beats, those with fewer stops first: nothing with more stops beats them.</summary>
internal sealed class BestItineraries
{
    private readonly ScanFrame _frame = new();
    private readonly Frontier _fewer = new();
    private readonly WayBest _way = new();
    private readonly Undominated _undominated = new();
    private readonly List<Itinerary> _found = [];
    private long _pricedTax;
    private bool _isPriced;

    public Itinerary[] Run(Timetable timetable, ConnectionQuery query)
    {
        _frame.Open(timetable, query);
        _found.Clear();
        for (var stops = 0; stops <= query.MaxStops && _frame.HasLegs; stops++)
        {
            if (stops > 0) _fewer.Build(CollectionsMarshal.AsSpan(_found), _frame.FirstDeparture, _frame.LastDeparture, _frame.Segments);
            FindWithStops(stops);
            _undominated.Keep(_found, stops);
        }
        _frame.Close();
        return [.. _found];
    }

    private void FindWithStops(int stops)
    {
        var query = _frame.Query;
        for (var destination = 0; destination < query.Destinations.Length; destination++)
        {
            _frame.Aim(query.Destinations[destination]);
            for (var origin = 0; origin < query.Origins.Length; origin++)
            {
                if (query.Origins[origin] == query.Destinations[destination]) continue;
                _isPriced = false;
                var ways = new Ways(_frame, origin, destination);
                if (stops == 0) FindDirect(ways);
                else FindByChange(ways, stops);
            }
            _frame.StopAiming(query.Destinations[destination]);
        }
    }

    private void FindDirect(in Ways ways)
    {
        var market = _frame.MarketInto(ways.Origin);
        if (market == ScanFrame.None) return;
        var (first, end) = _frame.LegsOf(_frame.Segment(ways.OriginPlace, market));
        for (var at = first; at < end; at++)
        {
            var (leg, rank) = (_frame.Legs[at], (int)_frame.LegRanks[at]);
            _found.Add(Itinerary.Direct(leg, _frame.Times[leg].Departs, _frame.Times[leg].Arrives, rank, ways.Cost(rank, 0)));
        }
    }

    /// <summary>Goes through the ways with so many stops, which are rows of markets.</summary>
    private void FindByChange(in Ways ways, int stops)
    {
        var markets = _frame.Timetable.Markets;
        var (firstMarket, endMarket) = markets.OutOf(ways.Origin);
        for (var market = firstMarket; market < endMarket; market++)
        {
            var segment = _frame.Segment(ways.OriginPlace, market);
            var (via, (first, end)) = (markets.Destinations[market], _frame.LegsOf(segment));
            if (first == end || via == ways.Destination) continue;
            if (stops == 1)
            {
                if (_frame.MarketInto(via) is var last and not ScanFrame.None) ByOneStop(ways, segment, markets.All[market], markets.All[last]);
                continue;
            }
            var (firstMiddle, endMiddle) = markets.OutOf(via);
            for (var middle = firstMiddle; middle < endMiddle; middle++)
            {
                var change = markets.Destinations[middle];
                var last = _frame.MarketInto(change);
                if (last == ScanFrame.None || change == ways.Origin || change == ways.Destination) continue;
                ByTwoStops(ways, segment, markets.All[market], markets.All[middle], markets.All[last]);
            }
        }
    }

    private void ByOneStop(in Ways ways, int segment, in Market market, in Market last)
    {
        var times = _frame.Times;
        var tax = ways.TransferTax(market, last);
        var least = LeastChange(market, last) + last.ShortestMinutes;
        Price(ways, tax);
        var (first, end) = _frame.LegsOf(segment);
        if (_fewer.BeatsAll(segment, _frame.Legs[first..end], times, _frame.LowestRank(segment), least)) return;
        _way.Begin(ways.Ranks);
        for (var at = end - 1; at >= first; at--)
        {
            var (leg, rank) = (_frame.Legs[at], (int)_frame.LegRanks[at]);
            var departs = times[leg].Departs;
            _way.LeaveAt(departs);
            if (IsBeaten(rank, departs, times[leg].Arrives + least)) continue;
            foreach (var second in new Connections(_frame, leg, market, last))
            {
                var (arrives, highest) = (times[second].Arrives, Math.Max(rank, _frame.Rank(second)));
                if (highest == BookingLimits.Closed || IsBeaten(highest, departs, arrives)) continue;
                _way.Add(highest, arrives);
                _found.Add(Itinerary.OneStop(leg, second, departs, arrives, highest, ways.Cost(highest, tax)));
            }
        }
    }

    private void ByTwoStops(in Ways ways, int segment, in Market market, in Market middle, in Market last)
    {
        var times = _frame.Times;
        var tax = ways.TransferTax(market, middle) + ways.TransferTax(middle, last);
        var leastFromChange = LeastChange(middle, last) + last.ShortestMinutes;
        var least = LeastChange(market, middle) + middle.ShortestMinutes + leastFromChange;
        Price(ways, tax);
        var (first, end) = _frame.LegsOf(segment);
        if (_fewer.BeatsAll(segment, _frame.Legs[first..end], times, _frame.LowestRank(segment), least)) return;
        _way.Begin(ways.Ranks);
        for (var at = end - 1; at >= first; at--)
        {
            var (leg, rank) = (_frame.Legs[at], (int)_frame.LegRanks[at]);
            var departs = times[leg].Departs;
            _way.LeaveAt(departs);
            if (IsBeaten(rank, departs, times[leg].Arrives + least)) continue;
            foreach (var second in new Connections(_frame, leg, market, middle))
            {
                var higher = Math.Max(rank, _frame.Rank(second));
                if (higher == BookingLimits.Closed || IsBeaten(higher, departs, times[second].Arrives + leastFromChange)) continue;
                foreach (var third in new Connections(_frame, second, middle, last))
                {
                    var (arrives, highest) = (times[third].Arrives, Math.Max(higher, _frame.Rank(third)));
                    if (highest == BookingLimits.Closed || IsBeaten(highest, departs, arrives)) continue;
                    _way.Add(highest, arrives);
                    _found.Add(new Itinerary(leg, second, third, departs, arrives, highest, ways.Cost(highest, tax)));
                }
            }
        }
    }

    private bool IsBeaten(int rank, int departs, int arrives) => _way.Beats(rank, arrives) || _fewer.Beats(rank, departs, arrives);

    /// <summary>The least time on the ground: none at all where passengers of some flight stay on board.</summary>
    private int LeastChange(in Market market, in Market next) => market.HasJoins ? 0 : _frame.MinimumConnection(market, next);

    /// <summary>Most ways between two places bear the same taxes, so the levels of the ranks seldom change.</summary>
    private void Price(in Ways ways, long tax)
    {
        if (_isPriced && tax == _pricedTax) return;
        (_isPriced, _pricedTax) = (true, tax);
        _fewer.Price(ways, tax);
    }
}
