namespace AirlineBooking.Domain.Search;

/// <summary>Finds every itinerary of a query, good or bad, and keeps the first so many in an order.</summary>
internal sealed class EveryItinerary(IComparer<Itinerary> order, int limit)
{
    private readonly List<Itinerary> _all = [];
    private readonly PriorityQueue<Itinerary, Itinerary> _kept = new(new LastFirst(order));

    public bool Truncated { get; private set; }

    public Itinerary[] Run(ScanFrame frame)
    {
        var query = frame.Query;
        for (var origin = 0; origin < query.Origins.Length; origin++)
        {
            for (var destination = 0; destination < query.Destinations.Length; destination++)
            {
                if (query.Origins[origin] == query.Destinations[destination]) continue;
                frame.Aim(query.Destinations[destination]);
                Between(frame, origin, destination);
                frame.StopAiming(query.Destinations[destination]);
            }
        }
        while (_kept.TryDequeue(out var itinerary, out _)) _all.Add(itinerary);
        _all.Sort(order);
        return [.. _all];
    }

    private void Between(ScanFrame frame, int origin, int destination)
    {
        var (query, times, markets) = (frame.Query, frame.Times, frame.Timetable.Markets);
        var ways = new Ways(frame, origin, destination);
        var (firstMarket, endMarket) = markets.OutOf(query.Origins[origin]);
        for (var market = firstMarket; market < endMarket; market++)
        {
            var (first, end) = frame.LegsOf(frame.Segment(origin, market));
            for (var at = first; at < end; at++)
            {
                var (leg, rank) = (frame.Legs[at], (int)frame.LegRanks[at]);
                if (markets.Destinations[market] == query.Destinations[destination])
                {
                    Keep(Itinerary.Direct(leg, times[leg].Departs, times[leg].Arrives, rank, ways.Cost(rank, 0)));
                }
                else if (query.MaxStops > 0)
                {
                    Onward(frame, ways, markets.All[market], leg, rank);
                }
            }
        }
    }

    /// <summary>Everything that begins with this leg and stops once or twice.</summary>
    private void Onward(ScanFrame frame, in Ways ways, in Market market, int leg, int rank)
    {
        var (times, markets) = (frame.Times, frame.Timetable.Markets);
        if (frame.MarketInto(market.Destination) is var last and not ScanFrame.None)
        {
            var tax = ways.TransferTax(market, markets.All[last]);
            foreach (var second in new Connections(frame, leg, market, markets.All[last]))
            {
                if (Math.Max(rank, frame.Rank(second)) is var highest && highest == BookingLimits.Closed) continue;
                Keep(Itinerary.OneStop(leg, second, times[leg].Departs, times[second].Arrives, highest, ways.Cost(highest, tax)));
            }
        }
        if (frame.Query.MaxStops < 2) return;
        var (firstMarket, endMarket) = markets.OutOf(market.Destination);
        for (var next = firstMarket; next < endMarket; next++)
        {
            var change = markets.Destinations[next];
            if (change == ways.Origin || change == ways.Destination || frame.MarketInto(change) is var end && end == ScanFrame.None) continue;
            OnwardTwice(frame, ways, market, markets.All[next], markets.All[end], leg, rank);
        }
    }

    private void OnwardTwice(ScanFrame frame, in Ways ways, in Market market, in Market middle, in Market last, int leg, int rank)
    {
        var times = frame.Times;
        var tax = ways.TransferTax(market, middle) + ways.TransferTax(middle, last);
        foreach (var second in new Connections(frame, leg, market, middle))
        {
            if (Math.Max(rank, frame.Rank(second)) is var higher && higher == BookingLimits.Closed) continue;
            foreach (var third in new Connections(frame, second, middle, last))
            {
                if (Math.Max(higher, frame.Rank(third)) is var highest && highest == BookingLimits.Closed) continue;
                Keep(new Itinerary(leg, second, third, times[leg].Departs, times[third].Arrives, highest, ways.Cost(highest, tax)));
            }
        }
    }

    private void Keep(in Itinerary itinerary)
    {
        // Only of more than the limit the last in the order must be known at every moment.
        if (!Truncated && _all.Count < limit)
        {
            _all.Add(itinerary);
            return;
        }
        if (!Truncated)
        {
            Truncated = true;
            foreach (var kept in _all) _kept.Enqueue(kept, kept);
            _all.Clear();
        }
        _kept.EnqueueDequeue(itinerary, itinerary);
    }

    private sealed class LastFirst(IComparer<Itinerary> order) : IComparer<Itinerary>
    {
        public int Compare(Itinerary x, Itinerary y) => order.Compare(y, x);
    }
}
