using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Search;

/// <summary>Says everything that is wrong with a search, so that a form can show it all at once.</summary>
public static class SearchChecks
{
    /// <summary>Nothing when the search may run; else what is wrong, slice by slice, the party last.</summary>
    public static IReadOnlyList<SearchProblem> Problems(SearchRequest request, AirportDirectory directory, DateTimeOffset now)
    {
        var problems = new List<SearchProblem>();
        if (request.Slices.Count == 0) problems.Add(new(SearchRefusal.NoSlices));
        if (request.Slices.Count > SearchRequest.MostSlices) problems.Add(new(SearchRefusal.TooManySlices, SearchRequest.MostSlices));
        for (var slice = 0; slice < request.Slices.Count; slice++)
        {
            foreach (var refusal in OfSlice(request, slice, directory, now)) problems.Add(new(refusal, slice));
        }
        if (request.Party.Refusal is { } party) problems.Add(new(OfParty(party)));
        return problems;
    }

    private static IEnumerable<SearchRefusal> OfSlice(SearchRequest request, int at, AirportDirectory directory, DateTimeOffset now)
    {
        var slice = request.Slices[at];
        var (origin, destination) = (directory.FindPlace(slice.Origin), directory.FindPlace(slice.Destination));
        if (origin is null) yield return SearchRefusal.OriginUnknown;
        if (destination is null) yield return SearchRefusal.DestinationUnknown;
        if (origin is not null && destination is not null && origin.Airports.Any(airport => destination.Has(airport.Code))) yield return SearchRefusal.SamePlace;
        if (origin is null) yield break;
        var today = AirportClock.DateAt(now, origin.TimeZone);
        if (slice.DepartureDate < today) yield return SearchRefusal.DatePast;
        else if (slice.DepartureDate.DayNumber - today.DayNumber > SearchRequest.MostDaysAhead) yield return SearchRefusal.DateTooFar;
        else if (at > 0 && slice.DepartureDate < request.Slices[at - 1].DepartureDate) yield return SearchRefusal.DatesOutOfOrder;
    }

    private static SearchRefusal OfParty(PartyRefusal refusal) => refusal switch
    {
        PartyRefusal.NoPassengers => SearchRefusal.NoPassengers,
        PartyRefusal.TooManyPassengers => SearchRefusal.TooManyPassengers,
        PartyRefusal.ChildrenAlone => SearchRefusal.ChildrenAlone,
        _ => SearchRefusal.TooManyInfants,
    };
}
