namespace AirlineBooking.Domain.Search;

/// <summary>Total orders of the itineraries of one timetable.</summary>
public sealed class ItineraryOrder : IComparer<Itinerary>
{
    private readonly Func<Itinerary, long> _first;

    private ItineraryOrder(Func<Itinerary, long> first) => _first = first;

    public static ItineraryOrder Price { get; } = By(itinerary => itinerary.Cost);
    public static ItineraryOrder Departure { get; } = By(itinerary => itinerary.DepartsMinute);
    public static ItineraryOrder Arrival { get; } = By(itinerary => itinerary.ArrivesMinute);
    public static ItineraryOrder Duration { get; } = By(itinerary => itinerary.DurationMinutes);

    /// <summary>By any figure, the smallest first; what is equal in it goes by departure, arrival, cost, stops and flights.</summary>
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
