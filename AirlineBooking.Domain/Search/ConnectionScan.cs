namespace AirlineBooking.Domain.Search;

/// <summary>Searches a timetable for itineraries. CONNECTIONS.md, beside this file, explains how and why the answers are exact.</summary>
public static class ConnectionScan
{
    [ThreadStatic] private static ScanFrame? _frame;

    /// <summary>The itineraries that no other one beats, by departure, arrival, cost and stops.</summary>
    public static IReadOnlyList<Itinerary> FindBest(Timetable timetable, ConnectionQuery query)
    {
        var all = FindEvery(timetable, query, ItineraryOrder.Departure, int.MaxValue).Found;
        return [.. all.Where(b => !all.Any(a => Undominated.Beats(a, b)))];
    }

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
    public static long? LowestCost(Timetable timetable, ConnectionQuery query) =>
        FindEvery(timetable, query, ItineraryOrder.Price, 1).Found is [var cheapest, ..] ? cheapest.Cost : null;
}
