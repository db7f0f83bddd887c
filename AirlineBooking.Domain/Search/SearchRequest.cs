using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>One wish: from here to there on this date, local at the origin. Places are airports or metropolitan areas.</summary>
public sealed record SliceRequest(AirportCode Origin, AirportCode Destination, DateOnly DepartureDate);

/// <summary>How offers are ordered. Best weighs price, time and stops; every order is total.</summary>
public enum OfferSort { Best, Price, Departure, Arrival, Duration }

/// <summary>What narrows a search; each is absent unless asked for. Times are local where each slice begins and ends.</summary>
/// <param name="DepartAfter">Leaves at this time or later.</param>
/// <param name="DepartBefore">Leaves at this time or earlier.</param>
/// <param name="ArriveBefore">Arrives at this time or earlier, on whichever day.</param>
/// <param name="MaxDuration">From the first departure to the last arrival.</param>
/// <param name="Via">Stops at this airport.</param>
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
    int MaxStops = ConnectionQuery.MostStops,
    OfferSort Sort = OfferSort.Best,
    OfferFilters? Filters = null,
    bool IncludeDominated = false)
{
    public const int MostSlices = 6;

    /// <summary>Nobody plans further ahead than this, and no timetable reaches so far.</summary>
    public const int MostDaysAhead = 5 * 366;
}

/// <summary>Why a search is refused, in the order in which it is looked at.</summary>
public enum SearchRefusal
{
    NoSlices, TooManySlices, OriginUnknown, DestinationUnknown, SamePlace, DatePast, DateTooFar, DatesOutOfOrder,
    NoPassengers, TooManyPassengers, ChildrenAlone, TooManyInfants,
}

/// <summary>One thing that is wrong with a search, and with which of its slices.</summary>
public sealed record SearchProblem(SearchRefusal Refusal, int Slice = 0);

/// <summary>A page of offers, in the order asked for.</summary>
/// <param name="Offers">One offer a journey, in its cheapest fare family.</param>
/// <param name="Count">How many journeys there are in all.</param>
/// <param name="Next">After which place the next page begins, or none.</param>
/// <param name="Truncated">True when more itineraries exist than are looked at.</param>
public sealed record OfferPage(IReadOnlyList<Offer> Offers, int Count, OfferPosition? Next, bool Truncated);

/// <summary>A place in an ordered list of journeys: the sort key with departure and flights, so that pages neither repeat nor miss.</summary>
public sealed record OfferPosition(long SortKey, long Departure, IReadOnlyList<long> Flights) : IComparable<OfferPosition>
{
    public int CompareTo(OfferPosition? other)
    {
        if (other is null) return 1;
        var order = SortKey.CompareTo(other.SortKey);
        if (order == 0) order = Departure.CompareTo(other.Departure);
        for (var i = 0; order == 0 && i < Math.Min(Flights.Count, other.Flights.Count); i++) order = Flights[i].CompareTo(other.Flights[i]);
        return order == 0 ? Flights.Count.CompareTo(other.Flights.Count) : order;
    }

    public static bool operator <(OfferPosition left, OfferPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(OfferPosition left, OfferPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(OfferPosition left, OfferPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OfferPosition left, OfferPosition right) => left.CompareTo(right) >= 0;
}
