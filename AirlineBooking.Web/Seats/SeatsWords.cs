using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Seats;

/// <summary>What this feature says when it has no seat: a code and a sentence for partners; for people which seat, what it means, what to do.</summary>
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
        if (refusal is SeatRefusal.OfferDoesNotFit) return Problems.OfField(code, "/offerId", sentence);
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

    public static SeatWord Refused(SeatNumber? asked, SeatRefusal refusal, HoldDetail? detail) => refusal switch
    {
        SeatRefusal.SeatsTaken => Taken(asked, detail),
        SeatRefusal.SeatNotSuitable => new SeatWord(detail?.Why ?? "That seat is not for you.", $"{Named(asked, detail)} is not for your party", detail?.Why),
        SeatRefusal.SeatUnknown => Word($"There is no seat {asked}", "Choose one that is drawn."),
        SeatRefusal.CabinFull => Word("The cabin is full", "Every place is promised, so no seat can be held just now. Somebody may give one back."),
        SeatRefusal.HoldLimitReached => Word("You hold as many seats as one may", "Give seats back on another flight first."),
        SeatRefusal.TooManyRequests => Word("That was a lot of seats in a minute", "Wait a minute, then choose again. What you hold stays yours."),
        SeatRefusal.SaleClosed => Word("Seats on this flight can no longer be chosen here", "It leaves too soon or does not fly. Seats are given at the airport."),
        SeatRefusal.FlightUnknown => Word("This flight is no longer on sale", "Search again to see what flies instead."),
        SeatRefusal.HoldInUse => Word("Your seats are being paid for", "Finish or leave the payment first, then change them."),
        SeatRefusal.OfferDoesNotFit => Word("Your fare does not cover this seat", "Choose as many seats as passengers, on a flight of the fare."),
        SeatRefusal.HoldUnknown or SeatRefusal.HoldExpired => Word("Your seats went back on sale", "Choose again: they may still be free."),
    };

    public static SeatWord NotSuitable(SeatNumber seat, SeatingPerson person, string why) => new($"{seat} is not for {person.Name}. {why}", $"{seat} is not for {person.Name}", why);

    public static SeatWord NotExtended(SeatRefusal refusal) => refusal is SeatRefusal.HoldInUse
        ? Refused(null, refusal, null)
        : Word("Your seats cannot be held longer", "Pay before the time is up, or let them go and choose again.");

    public static SeatWord NotSoMany(int count) => Word($"There are not {count} seats left that suit you", "Choose those that you like from the map or the list.");

    /// <summary>Given back, and to be had again as long as nobody else takes them.</summary>
    public static SeatWord GivenBack(IReadOnlyList<SeatNumber> seats, string said) =>
        new(said, $"{List(seats)} {(seats.Count == 1 ? "is" : "are")} given back", Again: seats);

    /// <summary>The hold ran out: what of it is free still, and what is not.</summary>
    public static SeatWord Lost(IReadOnlyList<SeatNumber> lost, Func<SeatNumber, bool> isFree)
    {
        var free = lost.Where(isFree).ToList();
        var title = $"{List(lost)} went back on sale";
        if (free.Count == lost.Count) return new SeatWord($"{title}. {(lost.Count == 1 ? "It is" : "They are")} still free.", title, lost.Count == 1 ? "It is still free." : "All of them are still free.", Again: free);
        var taken = lost.Except(free).ToList();
        var meaning = $"{List(taken)} {(taken.Count == 1 ? "has" : "have")} been taken since.";
        return new SeatWord($"{title}. {meaning}", title, meaning, Again: free.Count > 0 ? free : null);
    }

    /// <summary>12A, 12B and 12C</summary>
    public static string List(IReadOnlyList<SeatNumber> seats) =>
        seats.Count <= 1 ? string.Concat(seats) : $"{string.Join(", ", seats.Take(seats.Count - 1))} and {seats[^1]}";

    private static SeatWord Taken(SeatNumber? asked, HoldDetail? detail)
    {
        var seats = detail is { Seats.Count: > 0 } ? detail.Seats.Select(seat => seat.Number).ToList() : asked is { } one ? [one] : [];
        var title = seats.Count == 0 ? "Those seats have just been taken" : $"{List(seats)} {(seats.Count == 1 ? "has" : "have")} just been taken";
        var instead = detail?.Alternatives ?? [];
        var offer = instead.Count == 0 ? "There is nothing like it left nearby." : $"{List(instead)} {(instead.Count == 1 ? "is" : "are")} free.";
        return new SeatWord($"{title}. {offer}", title, $"Somebody was faster by a moment. {offer}", instead);
    }

    private static string Named(SeatNumber? asked, HoldDetail? detail) => detail is { Seats: [var first, ..] } ? first.Number.ToString() : asked?.ToString() ?? "That seat";

    private static SeatWord Word(string title, string meaning) => new($"{title}. {meaning}", title, meaning);
}
