namespace AirlineBooking.Domain.Search;

/// <summary>Searches a timetable for itineraries. CONNECTIONS.md, beside this file, explains how and why the answers are exact.</summary>
public static class ConnectionScan
{
    [ThreadStatic] private static ScanFrame? _frame;
    [ThreadStatic] private static BestItineraries? _best;
    [ThreadStatic] private static LowestCost? _lowest;

    /// <summary>The itineraries that no other one beats, the latest departure first, then by arrival, cost and stops.</summary>
    public static IReadOnlyList<Itinerary> FindBest(Timetable timetable, ConnectionQuery query) =>
        (_best ??= new BestItineraries()).Run(timetable, query);

    /// <summary>Every itinerary, beaten or not; of more than the limit those that come first in the order.</summary>
    public static Itineraries FindEvery(Timetable timetable, ConnectionQuery query, IComparer<Itinerary> order, int limit)
    {
        var frame = _frame ??= new ScanFrame();
        frame.Open(timetable, query);
        try
        {
            var every = new EveryItinerary(order, limit);
            return new Itineraries(every.Run(frame), every.Truncated);
        }
        finally
        {
            frame.Close();
        }
    }

    /// <summary>What the cheapest itinerary of the day costs, or none when there is no way.</summary>
    public static long? LowestCost(Timetable timetable, ConnectionQuery query) => (_lowest ??= new LowestCost()).Run(timetable, query);
}
