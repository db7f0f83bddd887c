using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Search;

/// <summary>What this feature says when it has no answer: one switch for partners, with the field it speaks of.</summary>
internal static class SearchWords
{
    /// <summary>All that is wrong with a search; the first one gives the answer its status.</summary>
    public static ApiProblem Of(IReadOnlyList<SearchProblem> problems, Func<SearchProblem, string, string> pointerOf)
    {
        var said = problems.Select(problem => (Words: Of(problem.Refusal), Problem: problem)).ToList();
        return Problems.OfFields(
            said[0].Words.Code,
            [.. said.Select(one => new FieldError(pointerOf(one.Problem, one.Words.Field), one.Words.Code.Code, one.Words.Sentence))]);
    }

    private static (ProblemCode Code, string Field, string Sentence) Of(SearchRefusal refusal) => refusal switch
    {
        SearchRefusal.NoSlices => (ProblemCode.RequestInvalid, "slices", "A search has 1 to 6 slices."),
        SearchRefusal.TooManySlices => (ProblemCode.RequestInvalid, "slices", "A search has at most 6 slices."),
        SearchRefusal.OriginUnknown => (ProblemCode.AirportUnknown with { Status = 422 }, "origin", "No airport or city has this code. Look it up at /api/v1/airports."),
        SearchRefusal.DestinationUnknown => (ProblemCode.AirportUnknown with { Status = 422 }, "destination", "No airport or city has this code. Look it up at /api/v1/airports."),
        SearchRefusal.SamePlace => (ProblemCode.SamePlace, "destination", "Origin and destination are the same place."),
        SearchRefusal.DatePast => (ProblemCode.DatePast, "departureDate", "This date is before today at the origin."),
        SearchRefusal.DateTooFar => (ProblemCode.DateTooFar, "departureDate", "This date is more than five years ahead."),
        SearchRefusal.DatesOutOfOrder => (ProblemCode.DatesOutOfOrder, "departureDate", "This date is before that of the slice before it."),
        SearchRefusal.NoPassengers => (ProblemCode.PassengersInvalid, "adults", "Somebody has to fly: 1 to 9 passengers."),
        SearchRefusal.TooManyPassengers => (ProblemCode.PassengersInvalid, "adults", "At most 9 passengers fly on one booking. Search for two parties."),
        SearchRefusal.ChildrenAlone => (ProblemCode.PassengersInvalid, "adults", "Children fly with an adult. Add one."),
        _ => (ProblemCode.PassengersInvalid, "infants", "An infant sits on an adult's lap: at most as many infants as adults."),
    };
}
