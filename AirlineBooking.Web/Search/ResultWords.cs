using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Search;

/// <summary>The words of the results and the calendar.</summary>
internal static class ResultWords
{
    public static readonly OfferSort[] Sorts = [OfferSort.Best, OfferSort.Price, OfferSort.Duration, OfferSort.Departure];

    public static string Name(OfferSort sort) => sort switch
    {
        OfferSort.Price => "Lowest price",
        OfferSort.Duration => "Shortest",
        OfferSort.Departure => "Earliest",
        OfferSort.Arrival => "Arriving first",
        _ => "Best",
    };

    /// <summary>The field a refusal stands beside, and its sentence.</summary>
    public static (string Field, string Sentence) Words(this SearchRefusal refusal, TripQuery query) => refusal switch
    {
        SearchRefusal.OriginUnknown => ("from", TripWords.Unknown(query.First.Origin.ToString())),
        SearchRefusal.DestinationUnknown => ("to", TripWords.Unknown(query.First.Destination.ToString())),
        SearchRefusal.SamePlace => ("to", TripWords.SamePlace),
        SearchRefusal.DatePast => ("out", $"{TimeText.DayAndYear(query.First.DepartureDate)} has passed. Choose a day from today on."),
        SearchRefusal.DateTooFar => (query.Back is null ? "out" : "back", $"{TimeText.DayAndYear(query.Back ?? query.Slices[^1].DepartureDate)} is not on sale yet. Choose an earlier day."),
        SearchRefusal.NoPassengers => ("who", TripWords.NobodyFlies),
        SearchRefusal.TooManyPassengers => ("who", TripWords.TooMany(query.Party.Total)),
        SearchRefusal.TooManyInfants => ("who", TripWords.TooManyInfants(query.Party)),
        SearchRefusal.ChildrenAlone => ("who", TripWords.ChildrenAlone),
        SearchRefusal.TooManySlices => ("who", "A trip has up to six flights. Make two bookings of a longer one."),
        SearchRefusal.DatesOutOfOrder => (query.Back is null ? "out" : "back", "This is before the flight in front of it."),
        SearchRefusal.NoSlices => ("from", TripWords.OriginMissing),
        _ => throw new InvalidOperationException($"No words for {refusal}."),
    };

    public static string Title(TripQuery query, AirportDirectory places) => query.IsSeveral
        ? string.Join(" to ", query.Slices.Select(slice => PlaceText.Asked(places, slice.Origin)).Append(PlaceText.Asked(places, query.Slices[^1].Destination)))
        : $"{PlaceText.Asked(places, query.First.Origin)} to {PlaceText.Asked(places, query.First.Destination)}";

    public static string Note(TripQuery query) =>
        $"{TimeText.Days(query.First.DepartureDate, query.Back ?? query.Slices[^1].DepartureDate)}, {(query.IsReturn || query.IsSeveral ? "" : "one way, ")}{PartyText.Who(query.Party)}, {PartyText.Name(query.Cabin)}";

    public static string StripNote(TripQuery query) =>
        $"Lowest {(query.Party.Total == 1 ? "fare" : PartyText.ForAll(query.Party))}{(query.IsReturn ? ", same trip length" : "")}.";

    public static string Count(int count, int shown) => shown < count
        ? string.Create(CultureInfo.InvariantCulture, $"{shown} of {count} itineraries.")
        : PartyText.Count(count, "itinerary.", "itineraries.");

    public static string More(int number) => number == 1 ? "1 more itinerary." : string.Create(CultureInfo.InvariantCulture, $"{number} more itineraries.");

    /// <summary>What a screen reader hears after Choose: 11:20 out, 09:55 back, £2,847.40.</summary>
    public static string Choice(Offer offer)
    {
        var outward = TimeText.Clock(offer.Slices[0].Segments[0].DepartingAt);
        var back = offer.Slices.Count == 2 ? $", {TimeText.Clock(offer.Slices[1].Segments[0].DepartingAt)} back" : "";
        return $"{outward} out{back}, {MoneyText.Exact(offer.Total)}";
    }

    public static string Nothing(TripQuery query) =>
        $"No {(query.DirectOnly ? "direct flights" : query.IsFiltered ? "such flights" : "flights")} on {TimeText.LongDay(query.First.DepartureDate)}";

    /// <summary>Said when filters leave nothing: they are the first thing to let go.</summary>
    public const string Narrowed = "No flight of this day fits what you chose to see. Show them all, or look at another day.";

    public static string Nearest((DateOnly Date, Money Lowest) day, TripQuery query)
    {
        var after = day.Date > query.First.DepartureDate;
        var party = query.Party.Total == 1 ? "" : " " + PartyText.ForAll(query.Party);
        return $"The nearest day {(after ? "after" : "before")} it is {TimeText.LongDay(day.Date)}, from {MoneyText.Exact(day.Lowest)}{party}.";
    }

    public static string NoneNear(TripQuery query, AirportDirectory places, bool hasNearby) =>
        $"We have nothing from {PlaceText.Asked(places, query.First.Origin)} to {PlaceText.Asked(places, query.First.Destination)} in the weeks around it{(query.Cabin is Cabin.Economy ? "" : $" in {PartyText.Name(query.Cabin)}")}. {(hasNearby ? "An airport near by has flights that day." : "Change the search, or see where we fly.")}";
}
