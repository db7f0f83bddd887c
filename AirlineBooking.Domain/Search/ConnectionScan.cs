namespace AirlineBooking.Domain.Search;

/// <summary>Searches a timetable for itineraries. CONNECTIONS.md, beside this file, explains how and why the answers are exact.</summary>
public static class ConnectionScan
{
    // What a scan works with is kept for the thread's next one. While it is in use it is not there: one that fails half-way is dropped.
    [ThreadStatic] private static BestItineraries? _best;
    [ThreadStatic] private static LowestCost? _lowest;
    [ThreadStatic] private static ScanFrame? _frame;

    /// <summary>The itineraries that no other one beats, the latest departure first, then by arrival, cost and stops.</summary>
    public static IReadOnlyList<Itinerary> FindBest(Timetable timetable, ConnectionQuery query)
    {
        var best = Interlocked.Exchange(ref _best, null) ?? new BestItineraries();
        var found = best.Run(timetable, query);
        _best = best;
        return found;
    }

    /// <summary>Every itinerary, beaten or not; of more than the limit those that come first in the order.</summary>
    public static Itineraries FindEvery(Timetable timetable, ConnectionQuery query, IComparer<Itinerary> order, int limit)
    {
        var frame = Interlocked.Exchange(ref _frame, null) ?? new ScanFrame();
        frame.Open(timetable, query);
        var every = new EveryItinerary(order, limit);
        var found = every.Run(frame);
        frame.Close();
        _frame = frame;
        return new Itineraries(found, every.Truncated);
    }

    /// <summary>What the cheapest itinerary of the day costs, or none when there is no way.</summary>
    public static long? LowestCost(Timetable timetable, ConnectionQuery query)
    {
        var lowest = Interlocked.Exchange(ref _lowest, null) ?? new LowestCost();
        var cost = lowest.Run(timetable, query);
        _lowest = lowest;
        return cost;
    }
}
