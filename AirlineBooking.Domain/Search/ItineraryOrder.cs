namespace AirlineBooking.Domain.Search;

/// <summary>What a list of itineraries is sorted by; what is equal in it is sorted by the rest, so the order is total.</summary>
public enum ItinerarySort { Price, Departure, Arrival, Duration }

/// <summary>Total orders of itineraries of one timetable.</summary>
public sealed class ItineraryOrder : IComparer<Itinerary>
{
    private readonly Func<Itinerary, long> _first;

    private ItineraryOrder(Func<Itinerary, long> first) => _first = first;

    public static ItineraryOrder By(ItinerarySort sort) => sort switch
    {
        ItinerarySort.Price => By(itinerary => itinerary.Cost),
        ItinerarySort.Departure => By(itinerary => itinerary.DepartsMinute),
        ItinerarySort.Arrival => By(itinerary => itinerary.ArrivesMinute),
        _ => By(itinerary => itinerary.DurationMinutes),
    };

    /// <summary>By any figure, the smallest first.</summary>
    public static ItineraryOrder By(Func<Itinerary, long> figure) => new(figure);

    public int Compare(Itinerary x, Itinerary y)
    {
        var order = _first(x).CompareTo(_first(y));
        if (order == 0) order = x.DepartsMinute.CompareTo(y.DepartsMinute);
        if (order == 0) order = x.ArrivesMinute.CompareTo(y.ArrivesMinute);
        if (order == 0) order = x.Cost.CompareTo(y.Cost);
        if (order == 0) order = x.Stops.CompareTo(y.Stops);
        if (order == 0) order = x.First.CompareTo(y.First);
        if (order == 0) order = x.Second.CompareTo(y.Second);
        return order == 0 ? x.Third.CompareTo(y.Third) : order;
    }
}
