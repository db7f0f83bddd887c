namespace AirlineBooking.Domain.Search;

/// <summary>Leaves out the itineraries that another one beats.</summary>
internal static class Undominated
{
    /// <summary>A beats B when it departs no earlier, arrives no later, stops no more, costs no more, and one of these is strict.</summary>
    public static bool Beats(in Itinerary a, in Itinerary b) =>
        a.DepartsMinute >= b.DepartsMinute && a.ArrivesMinute <= b.ArrivesMinute && a.Stops <= b.Stops && a.Cost <= b.Cost
        && (a.DepartsMinute > b.DepartsMinute || a.ArrivesMinute < b.ArrivesMinute || a.Stops < b.Stops || a.Cost < b.Cost);
}
