using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.CheckIn;

/// <summary>What this feature says when somebody is not checked in: one switch for partners and for pages.</summary>
internal static class CheckInWords
{
    public static ApiProblem Of(CheckInRefusal refusal, CheckInDetail? detail)
    {
        var (code, sentence) = Of(refusal);
        if (detail is { Problems.Count: > 0 }) return Problems.OfFields(code, [.. detail.Problems.Select(problem => new FieldError(problem.Place, problem.Code, problem.Words))]);
        return detail is { Window: { } window } ? Problems.Of(code, sentence, ("opensAt", window.OpensAt), ("closesAt", window.ClosesAt)) : Problems.Of(code, sentence);
    }

    /// <summary>The code that programs branch on and the sentence that people read.</summary>
    public static (ProblemCode Code, string Sentence) Of(CheckInRefusal refusal) => refusal switch
    {
        CheckInRefusal.BookingUnknown => (ProblemCode.BookingNotFound, "There is no such booking."),
        CheckInRefusal.NotInBooking => (ProblemCode.NotInBooking, "The booking has no such passenger or flight."),
        CheckInRefusal.NotPossible => (ProblemCode.NotPossible, "Only paid flights that are not cancelled can be checked in for."),
        CheckInRefusal.CheckInClosed => (ProblemCode.CheckInClosed, "Check-in opens a day before departure and closes before the gate does."),
        CheckInRefusal.DocumentRequired => (ProblemCode.DocumentRequired, "An international flight needs a passport or an identity card."),
        CheckInRefusal.NoSeatLeft => (ProblemCode.NoSeatLeft, "No seat is free at the moment. Our staff at the airport will find one."),
    };

    public static ApiProblem PassUnknown() => Problems.Of(ProblemCode.BoardingPassUnknown, "There is no such boarding pass, or it is no longer good for boarding.");
}
