using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Search;

/// <summary>The query of a search, parameter by parameter.</summary>
internal static class SearchParameters
{
    /// <summary>More than any party, so that what is too many is said of the party and not of a number.</summary>
    public const int MostOfAType = 99;

    public static readonly QueryParameter<AirportCode> Origin = QueryParameters.Place("origin", "Where from: an airport (LHR) or a city (LON).");
    public static readonly QueryParameter<AirportCode> Destination = QueryParameters.Place("destination", "Where to: an airport or a city.");
    public static readonly QueryParameter<DateOnly> DepartureDate = QueryParameters.Date("departureDate", "The date of departure, local at the origin.");
    public static readonly QueryParameter<DateOnly> ReturnDate = QueryParameters.Date("returnDate", "For a return trip: the date of the way back, local where it begins.");
    public static readonly QueryParameter<int> Adults = QueryParameters.Whole("adults", "Passengers from 12 years.", 0, MostOfAType, 1);
    public static readonly QueryParameter<int> Children = QueryParameters.Whole("children", "Passengers from 2 to 11 years on the first flight's date.", 0, MostOfAType, 0);
    public static readonly QueryParameter<int> Infants = QueryParameters.Whole("infants", "Passengers under 2 years, on a lap.", 0, MostOfAType, 0);
    public static readonly QueryParameter<Cabin> InCabin = QueryParameters.Choice<Cabin>("cabin", "Where they sit.", Cabin.Economy);
    public static readonly QueryParameter<int> MaxStops = QueryParameters.Whole("maxStops", "Stops of each slice at most.", 0, ConnectionQuery.MostStops, ConnectionQuery.MostStops);
    public static readonly QueryParameter<OfferSort> Sort = QueryParameters.Choice<OfferSort>(
        "sort", "The order. `best` is the price with 15.00 for each hour of travel and 30.00 for each stop, for each passenger with a seat.", OfferSort.Best);

    public static readonly QueryParameter<TimeOnly> DepartAfter = QueryParameters.TimeOfDay("departAfter", "Each slice leaves at this local time or later.");
    public static readonly QueryParameter<TimeOnly> DepartBefore = QueryParameters.TimeOfDay("departBefore", "Each slice leaves at this local time or earlier.");
    public static readonly QueryParameter<TimeOnly> ArriveBefore = QueryParameters.TimeOfDay("arriveBefore", "Each slice arrives at this local time or earlier, on whichever day.");
    public static readonly QueryParameter<TimeSpan> MaxDuration = QueryParameters.Duration("maxDuration", "Each slice takes so long at most.");
    public static readonly QueryParameter<AirportCode> Via = QueryParameters.Place("via", "Each slice stops at this airport.");
    public static readonly QueryParameter<bool> Nonstop = QueryParameters.Flag("nonstop", "No stops: the same as `maxStops=0`.");
    public static readonly QueryParameter<bool> IncludeDominated = QueryParameters.Flag(
        "includeDominated", "Also itineraries that another one beats: leaves no earlier, arrives no later, has no more stops and costs no more. At most 5,000 a slice.");

    public static readonly QueryParameter<DateOnly> Month = QueryParameters.Month("month", "The month, such as 2026-12.");

    public static readonly QueryParameter[] OfOffers =
    [
        Origin, Destination, DepartureDate, ReturnDate, Adults, Children, Infants, InCabin, MaxStops, Sort,
        DepartAfter, DepartBefore, ArriveBefore, MaxDuration, Via, Nonstop, IncludeDominated, QueryParameters.Limit, QueryParameters.Cursor,
    ];

    /// <summary>The search that a query asks for; what cannot be read is noted in the reader.</summary>
    public static SearchRequest Read(QueryReader query)
    {
        var (origin, destination, departure) = (query.Required(Origin), query.Required(Destination), query.Required(DepartureDate));
        var slices = new List<SliceRequest> { new(origin, destination, departure) };
        if (query.Maybe(ReturnDate) is { } back) slices.Add(new SliceRequest(destination, origin, back));
        var filters = new OfferFilters(
            query.Maybe(DepartAfter), query.Maybe(DepartBefore), query.Maybe(ArriveBefore), query.Maybe(MaxDuration), query.Maybe(Via));
        return new SearchRequest(
            slices,
            new Party(query.Optional(Adults, 1), query.Optional(Children, 0), query.Optional(Infants, 0)),
            query.Optional(InCabin, Cabin.Economy),
            query.Optional(Nonstop, false) ? 0 : query.Optional(MaxStops, ConnectionQuery.MostStops),
            query.Optional(Sort, OfferSort.Best),
            filters == new OfferFilters() ? null : filters,
            query.Optional(IncludeDominated, false));
    }

    /// <summary>Which part of the query a problem speaks of.</summary>
    public static string PointerOf(SearchProblem problem, string field) => (field, problem.Slice) switch
    {
        ("departureDate", 1) => "/returnDate",
        ("origin", 1) => "/destination",
        ("destination", 1) => "/origin",
        _ => $"/{field}",
    };

    /// <summary>The search in one canonical text, without limit and cursor: what a cursor belongs to.</summary>
    public static string ScopeOf(SearchRequest request)
    {
        var slices = string.Join(' ', request.Slices.Select(slice => $"{slice.Origin}{slice.Destination}{slice.DepartureDate:yyyyMMdd}"));
        return string.Create(CultureInfo.InvariantCulture, $"offers {slices} {request.Party} {request.Cabin} {request.MaxStops} {request.Sort} {request.Filters} {request.IncludeDominated}");
    }
}
