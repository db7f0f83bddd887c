namespace AirlineBooking.Domain.Search;

/// <summary>Finds every itinerary of a query, good or bad, and keeps the first so many in an order.</summary>
internal sealed class EveryItinerary(IComparer<Itinerary> order, int limit)
{
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
        var found = new Itinerary[_kept.Count];
        for (var at = found.Length - 1; at >= 0; at--) found[at] = _kept.Dequeue();
        return found;
    }

    private void Between(ScanFrame frame, int origin, int destination)
    {
        var (query, timetable, markets) = (frame.Query, frame.Timetable, frame.Timetable.Markets);
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
                    Keep(Itinerary.Direct(leg, timetable.Departs[leg], timetable.Arrives[leg], rank, ways.Cost(rank, 0)));
                }
                else if (query.MaxStops > 0)
                {
                    Onward(frame, ways, market, leg, rank);
                }
            }
        }
    }

    /// <summary>Everything that begins with this leg and stops once or twice.</summary>
    private void Onward(ScanFrame frame, in Ways ways, int market, int leg, int rank)
    {
        var (timetable, markets) = (frame.Timetable, frame.Timetable.Markets);
        var (origin, via) = (markets.Origins[market], markets.Destinations[market]);
        var departs = timetable.Departs[leg];
        if (frame.MarketInto(via) is var last and not ScanFrame.None)
        {
            var tax = ways.TransferTax(market, last);
            foreach (var second in new Connections(frame, leg, market, last))
            {
                if (Math.Max(rank, frame.Rank(second)) is var highest && highest == BookingLimits.Closed) continue;
                Keep(Itinerary.OneStop(leg, second, departs, timetable.Arrives[second], highest, ways.Cost(highest, tax)));
            }
        }
        if (frame.Query.MaxStops < 2) return;
        var (firstMarket, endMarket) = markets.OutOf(via);
        for (var middle = firstMarket; middle < endMarket; middle++)
        {
            var change = markets.Destinations[middle];
            if (change == origin || change == ways.Destination || frame.MarketInto(change) is var end && end == ScanFrame.None) continue;
            var tax = ways.TransferTax(market, middle) + ways.TransferTax(middle, end);
            foreach (var second in new Connections(frame, leg, market, middle))
            {
                if (Math.Max(rank, frame.Rank(second)) is var higher && higher == BookingLimits.Closed) continue;
                foreach (var third in new Connections(frame, second, middle, end))
                {
                    if (Math.Max(higher, frame.Rank(third)) is var highest && highest == BookingLimits.Closed) continue;
                    Keep(new Itinerary(leg, second, third, departs, timetable.Arrives[third], highest, ways.Cost(highest, tax)));
                }
            }
        }
    }

    private void Keep(in Itinerary itinerary)
    {
        if (_kept.Count < limit)
        {
            _kept.Enqueue(itinerary, itinerary);
            return;
        }
        Truncated = true;
        _kept.EnqueueDequeue(itinerary, itinerary);
    }

    private sealed class LastFirst(IComparer<Itinerary> order) : IComparer<Itinerary>
    {
        public int Compare(Itinerary x, Itinerary y) => order.Compare(y, x);
    }
}
