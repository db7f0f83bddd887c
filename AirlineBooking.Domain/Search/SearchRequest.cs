using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>One wish: from here to there on this date, local at the origin. Places are airports or metropolitan areas.</summary>
public sealed record SliceRequest(AirportCode Origin, AirportCode Destination, DateOnly DepartureDate);

/// <summary>How offers are ordered. Best weighs price, time and stops; every order is total.</summary>
public enum OfferSort { Best, Price, Departure, Arrival, Duration }

/// <summary>What narrows a search; each is absent unless asked for. Times are local at the first origin and the last destination of each slice.</summary>
public sealed record OfferFilters(
    TimeOnly? DepartAfter = null,
    TimeOnly? DepartBefore = null,
    TimeOnly? ArriveBefore = null,
    TimeSpan? MaxDuration = null,
    AirportCode? Via = null);

/// <summary>What somebody asks for, complete: the same request, minute and data give the same answer.</summary>
public sealed record SearchRequest(
    IReadOnlyList<SliceRequest> Slices,
    Party Party,
    Cabin Cabin,
    int MaxStops = SearchRequest.MostStops,
    OfferSort Sort = OfferSort.Best,
    OfferFilters? Filters = null,
    bool IncludeDominated = false)
{
    public const int MostStops = 2;
    public const int MostSlices = 6;
}

/// <summary>Why a search is refused.</summary>
public enum SearchRefusal
{
    OriginUnknown, DestinationUnknown, SamePlace, DatePast, DateTooFar, NoPassengers, TooManyPassengers, TooManyInfants, ChildrenAlone, TooManySlices, SlicesOutOfOrder, CursorInvalid,
}

/// <summary>A page of offers, in the order asked for.</summary>
/// <param name="Offers">One offer an itinerary, in its cheapest fare family.</param>
/// <param name="Count">How many itineraries there are in all.</param>
/// <param name="Next">Where the next page begins, or none.</param>
/// <param name="Truncated">True when more itineraries exist than are looked at.</param>
public sealed record OfferPage(IReadOnlyList<Offer> Offers, int Count, OfferPosition? Next, bool Truncated);

/// <summary>A place in an ordered list of itineraries: the sort key with departure and flights, so that pages neither repeat nor miss.</summary>
public sealed record OfferPosition(long SortKey, long Departure, IReadOnlyList<long> Flights);
