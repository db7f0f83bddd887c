using System.Text;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Limits;

namespace AirlineBooking.Web.CheckIn;

/// <summary>Checking in, and the boarding passes that come of it.</summary>
public static class CheckInApi
{
    public static RouteGroupBuilder MapCheckIn(this RouteGroupBuilder api)
    {
        var booking = api.MapGroup("/bookings/{locator}").WithTags("Check-in");
        booking.MapPost("/check-in", CheckInAsync)
            .WithName("checkIn").WithSummary("Check passengers in for a flight")
            .WithDescription("From a day before departure until the airport closes it. Whoever has no seat gets one; an infant and the adult on whose lap it sits are checked in together, whichever of them is named. International flights need a document of everybody.")
            .AboutABooking().CountsFor(RatePolicy.Booking).RunsOnce(keepsWords: true).Asks()
            .Accepts<CheckInQuestion>("application/json")
            .Answers<BoardingPassesAnswer>()
            .Refuses(ProblemCode.CheckInClosed, ProblemCode.DocumentRequired, ProblemCode.NotPossible, ProblemCode.NotInBooking, ProblemCode.NoSeatLeft)
            .WithExample("check_in", CheckInExamples.CheckInAsync);
        booking.MapGet("/boarding-passes/{boardingPassId}", GetAsync)
            .WithName("getBoardingPass").WithSummary("A boarding pass")
            .WithDescription("With the text of its bar code, as IATA's Bar Coded Boarding Pass.")
            .AboutABooking().AsksInPath("boardingPassId", CheckInExamples.PassWords).Asks()
            .Answers<BoardingPassAnswer>()
            .Refuses(ProblemCode.BoardingPassUnknown)
            .WithExample("boarding_pass", CheckInExamples.GetAsync);
        booking.MapGet("/boarding-passes/{boardingPassId}.svg", GetDrawingAsync)
            .WithName("getBoardingPassCode").WithSummary("The code of a boarding pass")
            .WithDescription("As a picture for a telephone or for paper.")
            .AboutABooking().AsksInPath("boardingPassId", CheckInExamples.PassWords).Asks()
            .AnswersFile(BoardingPassDrawing.ContentType)
            .Refuses(ProblemCode.BoardingPassUnknown)
            .WithExample("code", CheckInExamples.GetCodeAsync);
        return api;
    }

    private static async Task<IResult> CheckInAsync(
        string locator, CheckInQuestion question, HttpContext context, BookingAccess access, CheckInPassengers checkIn, ReadBoardingPass readBoardingPass, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        if (Idempotency.ReadKey(context, question, out var key) is { } keyless) return keyless;
        if (await access.FindAsync(context, locator, cancel) is not { } details) return BookingAccess.NotFound();
        if (question.Read(out var passengers, out var documents) is { } wrong) return wrong;
        var once = await checkIn.RunAsync(key, details.Booking.Id, question.FlightId, passengers, documents, Audit.Guest, cancel);
        var passes = new List<BoardingPassAnswer>();
        foreach (var id in once.Answer?.Value?.Passes ?? [])
        {
            if (await readBoardingPass.RunAsync(details.Booking.Id, id, cancel) is { } pass) passes.Add(BoardingPassAnswer.Of(pass));
        }
        return Idempotency.Answer(context, once, _ => JsonAnswer.Of(new BoardingPassesAnswer(passes)), (refusal, detail) => CheckInWords.Of(refusal, detail as CheckInDetail));
    }

    private static async Task<IResult> GetAsync(
        string locator, string boardingPassId, HttpContext context, BookingAccess access, ReadBoardingPass readBoardingPass, CancellationToken cancel)
    {
        var (pass, problem) = await FindAsync(locator, boardingPassId, context, access, readBoardingPass, cancel);
        return pass is null ? problem : CachedAnswer.Of(BoardingPassAnswer.Of(pass), "private, no-cache");
    }

    private static async Task<IResult> GetDrawingAsync(
        string locator, string boardingPassId, HttpContext context, BookingAccess access, ReadBoardingPass readBoardingPass, CancellationToken cancel)
    {
        var (pass, problem) = await FindAsync(locator, boardingPassId, context, access, readBoardingPass, cancel);
        return pass is null ? problem : new FileAnswer(Encoding.UTF8.GetBytes(BoardingPassDrawing.Svg(pass)), BoardingPassDrawing.ContentType);
    }

    private static async Task<(ShownBoardingPass? Pass, ApiProblem Problem)> FindAsync(
        string locator, string boardingPassId, HttpContext context, BookingAccess access, ReadBoardingPass readBoardingPass, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return (null, unreadable);
        if (await access.FindAsync(context, locator, cancel) is not { } details) return (null, BookingAccess.NotFound());
        return (BoardingPassId.TryParse(boardingPassId, out var id) ? await readBoardingPass.RunAsync(details.Booking.Id, id, cancel) : null, CheckInWords.PassUnknown());
    }
}

/// <summary>Who checks in for what, as partners send it.</summary>
/// <param name="FlightId">The flight.</param>
/// <param name="PassengerIds">Who.</param>
/// <param name="Documents">By the passenger's id; needed on international flights of whoever gave none before.</param>
public sealed record CheckInQuestion(FlightId FlightId, IReadOnlyList<string> PassengerIds, IReadOnlyDictionary<string, DocumentQuestion>? Documents = null)
{
    internal ApiProblem? Read(out List<PassengerId> passengers, out Dictionary<PassengerId, DocumentOrder> documents)
    {
        (passengers, documents) = ([], []);
        if (PassengerIds.Count is 0 or > Party.MostPassengers) return Problems.OfFields(ProblemCode.RequestInvalid, [new("/passengerIds", "out_of_range", $"Name 1 to {Party.MostPassengers} passengers.")]);
        foreach (var text in PassengerIds)
        {
            if (!PassengerId.TryParse(text, out var passenger)) return Problems.OfField(ProblemCode.NotInBooking, "/passengerIds", "The booking has no such passenger.");
            passengers.Add(passenger);
        }
        foreach (var (text, document) in (Documents ?? new Dictionary<string, DocumentQuestion>()).Take(Party.MostPassengers + 1))
        {
            if (!PassengerId.TryParse(text, out var passenger) || !passengers.Contains(passenger)) return Problems.OfField(ProblemCode.NotInBooking, "/documents", "Documents are named by the ids of the passengers who check in.");
            documents[passenger] = document.ToOrder();
        }
        return null;
    }
}

/// <summary>The passes of those who are checked in, in the order of the passengers.</summary>
public sealed record BoardingPassesAnswer(IReadOnlyList<BoardingPassAnswer> Data);

/// <summary>A boarding pass as partners read it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="PassengerId">Whose it is.</param>
/// <param name="FlightId">For which flight.</param>
/// <param name="Name">As the ticket spells it: family name, slash, given name; a single name stands alone.</param>
/// <param name="Locator">The booking's.</param>
/// <param name="FlightNumber">The flight's.</param>
/// <param name="Origin">Where it leaves.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="DepartingAt">Local at the origin.</param>
/// <param name="OriginTimeZone">The zone of that time.</param>
/// <param name="Cabin">The cabin.</param>
/// <param name="Seat">The seat; an infant on a lap has none.</param>
/// <param name="Sequence">The how manyeth of the flight they are.</param>
/// <param name="Terminal">Where known.</param>
/// <param name="Gate">Where known.</param>
/// <param name="TicketNumber">Thirteen digits, of the ticket that the flight is on.</param>
/// <param name="BarCode">The text of the bar code.</param>
public sealed record BoardingPassAnswer(
    string Id, string PassengerId, FlightId FlightId, string Name, string Locator, Domain.Kernel.FlightNumber FlightNumber, Domain.Kernel.AirportCode Origin, Domain.Kernel.AirportCode Destination,
    DateTime DepartingAt, string OriginTimeZone, Domain.Kernel.Cabin Cabin, string? Seat, int Sequence, string? Terminal, string? Gate, string TicketNumber, string BarCode)
{
    internal static BoardingPassAnswer Of(ShownBoardingPass pass) => new(
        pass.Id.ToString(), pass.PassengerId.ToString(), pass.Flight.FlightId, pass.Name, pass.Locator.ToString(), pass.Flight.FlightNumber, pass.Flight.Origin, pass.Flight.Destination,
        pass.Flight.DepartingAt, pass.Flight.OriginTimeZone, pass.Cabin, pass.Seat?.ToString(), pass.Sequence, pass.Terminal, pass.Gate, pass.Ticket.ToString(), pass.BarCode);
}
