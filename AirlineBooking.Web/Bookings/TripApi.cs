using System.Text;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Limits;

namespace AirlineBooking.Web.Bookings;

/// <summary>What can be done with a booking afterwards: another seat, cancelling, and its files.</summary>
internal static class TripApi
{
    private const string CancellationWords = "As the quote named it.";

    public static void MapTrip(this RouteGroupBuilder bookings)
    {
        bookings.MapPut("/{locator}/seats", ChangeSeatAsync)
            .WithName("changeSeat").WithSummary("Give a passenger another seat")
            .WithDescription("In one step: nobody has two seats meanwhile, or none. A seat that costs more than the one that was paid for is not given. Takes `If-Match` with the booking's ETag.")
            .AboutABooking().CountsFor(RatePolicy.Booking).Asks()
            .Accepts<SeatQuestion>("application/json")
            .Answers<BookingAnswer>()
            .Refuses(
                ProblemCode.SeatsTaken, ProblemCode.CabinFull, ProblemCode.NotPossible, ProblemCode.SeatUnknown, ProblemCode.SeatNotSuitable, ProblemCode.NotInBooking, ProblemCode.PreconditionFailed)
            .WithExample("seat", BookingExamples.ChangeSeatAsync);
        bookings.MapPost("/{locator}/cancellations", QuoteAsync)
            .WithName("quoteCancellation").WithSummary("What cancelling gives back")
            .WithDescription("For the whole booking, or for some passengers or directions of it, by the conditions that were sold. Nothing is cancelled yet.")
            .AboutABooking().CountsFor(RatePolicy.Booking).RunsOnce().Asks()
            .Accepts<CancellationQuestion>("application/json")
            .Answers<CancellationAnswer>(StatusCodes.Status201Created)
            .Refuses(ProblemCode.NotPossible, ProblemCode.CompanionRequired, ProblemCode.NotInBooking)
            .WithExample("whole", BookingExamples.QuoteAsync);
        bookings.MapPost("/{locator}/cancellations/{cancellationId}/confirm", ConfirmAsync)
            .WithName("confirmCancellation").WithSummary("Cancel as quoted")
            .WithDescription("Seats are free to others at once; the refund goes to the original means of payment.")
            .AboutABooking().AsksInPath("cancellationId", CancellationWords).CountsFor(RatePolicy.Booking).RunsOnce().Asks()
            .Answers<BookingAnswer>()
            .Refuses(ProblemCode.QuoteExpired)
            .WithExample("confirm", BookingExamples.ConfirmAsync);
        bookings.MapGet("/{locator}/itinerary.ics", CalendarAsync)
            .WithName("getItinerary").WithSummary("The flights for a calendar")
            .WithDescription("One event a flight, in the airports' zones. Events keep their ids, so that a changed trip changes them.")
            .AboutABooking().Asks()
            .AnswersFile(TripCalendar.ContentType)
            .WithExample("itinerary", BookingExamples.FileAsync);
        bookings.MapGet("/{locator}/receipt.pdf", ReceiptAsync)
            .WithName("getReceipt").WithSummary("The receipt")
            .WithDescription("What was paid, tax by tax, and what went back.")
            .AboutABooking().Asks()
            .AnswersFile(ReceiptDocument.ContentType)
            .WithExample("receipt", BookingExamples.FileAsync);
    }

    private static async Task<IResult> CalendarAsync(string locator, HttpContext context, BookingAccess access, TripCalendar calendar, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        return await access.FindAsync(context, locator, cancel) is { } details
            ? new FileAnswer(Encoding.UTF8.GetBytes(calendar.Write(details)), $"{TripCalendar.ContentType}; charset=utf-8", TripCalendar.FileName(details.Booking.Locator))
            : BookingAccess.NotFound();
    }

    private static async Task<IResult> ReceiptAsync(string locator, HttpContext context, BookingAccess access, ReceiptDocument receipt, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        return await access.FindAsync(context, locator, cancel) is { } details
            ? new FileAnswer(receipt.Draw(details), ReceiptDocument.ContentType, ReceiptDocument.FileName(details.Booking.Locator))
            : BookingAccess.NotFound();
    }

    private static async Task<IResult> ChangeSeatAsync(
        string locator, SeatQuestion question, HttpContext context, BookingAccess access, ChangeSeat changeSeat, ReadBooking readBooking, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        if (await access.FindAsync(context, locator, cancel) is not { } details) return BookingAccess.NotFound();
        if (BookingsApi.Shown(details).FailedPrecondition(context.Request) is { } changedSince) return changedSince;
        if (!SeatNumber.TryParse(question.Seat, out var seat)) return Problems.OfField(ProblemCode.SeatUnknown, "/seat", "A seat is a row and a letter, such as 12C. Take it from the seat map.");
        if (!PassengerId.TryParse(question.PassengerId, out var passenger)) return Problems.OfField(ProblemCode.NotInBooking, "/passengerId", "The booking has no such passenger.");
        var changed = await changeSeat.RunAsync(details.Booking.Id, question.FlightId, passenger, seat, Audit.Guest, cancel);
        if (changed.Value is not { } trip) return BookingsWords.Of(changed.Refusal.GetValueOrDefault(), changed.Detail as BookingDetail, at: question.PlaceOf(changed.Refusal, passenger, details));
        return await readBooking.RunAsync(trip.BookingId, trip.State, cancel) is { } now ? JsonAnswer.Of(BookingAnswer.Of(now)) : BookingAccess.NotFound();
    }

    private static async Task<IResult> QuoteAsync(
        string locator, CancellationQuestion question, HttpContext context, BookingAccess access, QuoteCancellation quoteCancellation, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        if (Idempotency.ReadKey(context, question, out var key) is { } keyless) return keyless;
        if (await access.FindAsync(context, locator, cancel) is not { } details) return BookingAccess.NotFound();
        if (question.StrangerIn(details, out var passengers) is { } stranger) return BookingsWords.Of(BookingRefusal.NotInBooking, null, at: stranger);
        var once = await quoteCancellation.RunAsync(key, details.Booking.Id, passengers, [.. question.SliceIndexes ?? []], cancel);
        return Idempotency.Answer(
            context, once, quote => JsonAnswer.Of(CancellationAnswer.Of(quote), StatusCodes.Status201Created), (refusal, detail) => BookingsWords.Of(refusal, detail as BookingDetail));
    }

    private static async Task<IResult> ConfirmAsync(
        string locator, string cancellationId, HttpContext context, BookingAccess access, ConfirmCancellation confirmCancellation, BookingAnswers answers, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        if (Idempotency.ReadKey(context, out var key) is { } keyless) return keyless;
        if (await access.FindAsync(context, locator, cancel) is not { } details) return BookingAccess.NotFound();
        if (!CancellationId.TryParse(cancellationId, out var quote)) return BookingsWords.Of(BookingRefusal.QuoteExpired, null);
        return await answers.OfAsync(context, await confirmCancellation.RunAsync(key, details.Booking.Id, quote, Audit.Guest, cancel), StatusCodes.Status200OK, givesToken: false, cancel);
    }
}

/// <summary>Another seat, as partners send it.</summary>
/// <param name="FlightId">On which flight.</param>
/// <param name="PassengerId">For whom.</param>
/// <param name="Seat">Which seat.</param>
public sealed record SeatQuestion(FlightId FlightId, string PassengerId, string Seat)
{
    /// <summary>Which field a refusal speaks of, when it speaks of one and does not say so itself.</summary>
    internal string? PlaceOf(BookingRefusal? refusal, PassengerId passenger, BookingDetails details) => refusal switch
    {
        BookingRefusal.SeatUnknown => "/seat",
        BookingRefusal.NotInBooking => details.Passengers.Any(one => one.Id == passenger) ? "/flightId" : "/passengerId",
        _ => null,
    };
}

/// <summary>What is to be cancelled, as partners send it.</summary>
/// <param name="PassengerIds">Whose journey; everybody's when absent.</param>
/// <param name="SliceIndexes">Which directions, counted from 0; all when absent.</param>
public sealed record CancellationQuestion(IReadOnlyList<string>? PassengerIds = null, IReadOnlyList<int>? SliceIndexes = null)
{
    /// <summary>Reads the passengers; answers where the first passenger or direction stands that the booking does not have, or nothing.</summary>
    internal string? StrangerIn(BookingDetails details, out List<PassengerId> passengers)
    {
        passengers = [];
        for (var i = 0; i < PassengerIds?.Count; i++)
        {
            if (!PassengerId.TryParse(PassengerIds[i], out var passenger) || details.Passengers.All(one => one.Id != passenger)) return $"/passengerIds/{i}";
            passengers.Add(passenger);
        }
        for (var i = 0; i < SliceIndexes?.Count; i++)
        {
            if (SliceIndexes[i] < 0 || SliceIndexes[i] >= details.Sold.Slices.Count) return $"/sliceIndexes/{i}";
        }
        return null;
    }
}
