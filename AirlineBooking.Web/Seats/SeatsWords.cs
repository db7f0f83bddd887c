using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Seats;

/// <summary>What this feature says when it has no seat: one switch for partners and for pages.</summary>
internal static class SeatsWords
{
    /// <summary>The answer to a partner, with what the refusal is about.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="detail">Which seats, what there is instead.</param>
    /// <param name="asked">The seats as the request named them, for the pointer to the wrong one.</param>
    public static ApiProblem Of(SeatRefusal refusal, HoldDetail? detail, IReadOnlyList<string>? asked = null)
    {
        var (code, sentence) = Of(refusal);
        if (refusal is SeatRefusal.SeatsTaken)
        {
            return Problems.Of(code, sentence, ("seats", SeatAnswer.Each(detail?.Seats ?? [])), ("alternatives", detail?.Alternatives ?? []));
        }
        if (detail is not { Seats: [var seat, ..], Why: { } why }) return Problems.Of(code, sentence);
        var at = asked is null ? -1 : asked.ToList().FindIndex(text => SeatNumber.TryParse(text, out var number) && number == seat.Number);
        return Problems.OfField(code, at < 0 ? "/seats" : $"/seats/{at.ToString(System.Globalization.CultureInfo.InvariantCulture)}", $"{seat.Number}: {why}");
    }

    /// <summary>The code that programs branch on and the sentence that people read.</summary>
    public static (ProblemCode Code, string Sentence) Of(SeatRefusal refusal) => refusal switch
    {
        SeatRefusal.FlightUnknown => (ProblemCode.FlightUnknown, "There is no such flight on sale."),
        SeatRefusal.SaleClosed => (ProblemCode.SaleClosed, "This flight was cancelled, has left or leaves too soon. Choose another one."),
        SeatRefusal.SeatUnknown => (ProblemCode.SeatUnknown, "The aircraft has no such seat, or one is named twice. Take seats from the seat map."),
        SeatRefusal.SeatNotSuitable => (ProblemCode.SeatNotSuitable, "One of the seats is not for these passengers. Choose another one."),
        SeatRefusal.OfferDoesNotFit => (ProblemCode.OfferDoesNotFit, "The offer has no such flight, or is for fewer passengers than seats. Hold seats of its own flights, one a passenger."),
        SeatRefusal.SeatsTaken => (ProblemCode.SeatsTaken, "Somebody was faster, so none of the seats is held. Choose again."),
        SeatRefusal.CabinFull => (ProblemCode.CabinFull, "The cabin has no such places left. Try another cabin or flight."),
        SeatRefusal.HoldLimitReached => (ProblemCode.HoldLimitReached, "Nobody may hold so many seats at a time. Give some back or book them first."),
        SeatRefusal.TooManyRequests => (ProblemCode.RateLimited, "Seats were asked for too often from this address. Wait until the next minute begins."),
        SeatRefusal.HoldUnknown => (ProblemCode.HoldUnknown, "There is no such hold; it may have been released. Hold the seats again."),
        SeatRefusal.HoldExpired => (ProblemCode.HoldExpired, "The hold ran out, or was extended as often as it can be. Hold the seats again."),
        SeatRefusal.HoldInUse => (ProblemCode.HoldInUse, "The seats of this hold are being paid for. Wait for the payment to end."),
    };
}
