namespace AirlineBooking.Domain.Search;

/// <summary>The sort keys of itineraries and journeys: the smaller, the earlier in the list. Keys of slices add up to those of journeys.</summary>
internal static class OfferOrder
{
    // "Best" is the price with time and trouble counted as money, for each passenger with a seat, in minor units: 15.00 an
    // hour of travel and 30.00 a stop. Our own weights: an hour and a half less is worth a stop's trouble less.
    private const long MinorUnitsAnHour = 1500;
    private const long MinorUnitsAStop = 3000;

    /// <summary>The order of the itineraries of one slice.</summary>
    public static ItineraryOrder OfSlice(OfferSort sort, int seats) => sort switch
    {
        OfferSort.Price => ItineraryOrder.Price,
        OfferSort.Departure => ItineraryOrder.Departure,
        OfferSort.Arrival => ItineraryOrder.Arrival,
        OfferSort.Duration => ItineraryOrder.Duration,
        _ => ItineraryOrder.By(itinerary => Best(itinerary, seats)),
    };

    /// <summary>What an itinerary adds to the key of a journey: departures count for the first slice only, arrivals for the last.</summary>
    public static long Key(OfferSort sort, in Itinerary itinerary, int seats, bool isFirst, bool isLast) => sort switch
    {
        OfferSort.Price => itinerary.Cost,
        OfferSort.Departure => isFirst ? itinerary.DepartsMinute : 0,
        OfferSort.Arrival => isLast ? itinerary.ArrivesMinute : 0,
        OfferSort.Duration => itinerary.DurationMinutes,
        _ => Best(itinerary, seats),
    };

    private static long Best(in Itinerary itinerary, int seats) =>
        itinerary.Cost + seats * (itinerary.DurationMinutes * MinorUnitsAnHour / 60 + itinerary.Stops * MinorUnitsAStop);
}
