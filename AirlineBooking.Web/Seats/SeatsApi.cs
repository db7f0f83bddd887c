using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Limits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AirlineBooking.Web.Seats;

/// <summary>A flight's seat map: as it is, what changed since, and as it changes.</summary>
public static class SeatsApi
{
    internal const int MostHolds = 18;

    // As the answer holds what only its holder may see, nobody else may keep it.
    private const string OnlyForHolder = "private, no-cache";

    private static readonly QueryParameter<string> OfferId =
        QueryParameters.Text("offerId", "An offer with this flight: prices are those of its fare family, and there are none in other cabins.", SeatHold.OfferLength);

    private static readonly QueryParameter<IReadOnlyList<HoldId>> HoldIds = new(
        "holdIds", "Holds of yours: their seats are `held_by_you`, with the time until when.", $"1 to {MostHolds} ids of holds with commas between",
        new ParameterShape("string", Most: MostHolds * (HoldId.Prefix.Length + 33)), TryReadHolds);

    private static readonly QueryParameter<int> After = QueryParameters.Whole("after", "The version you know.", 0, int.MaxValue);

    public static RouteGroupBuilder MapSeats(this RouteGroupBuilder api)
    {
        var seats = api.MapGroup("/flights/{flightId}/seat-map").WithTags("Seats");
        seats.MapGet("", GetAsync)
            .WithName("getSeatMap").WithSummary("The seats of a flight")
            .WithDescription("Public, and the same for all. Sections of a row have an aisle between them; what stands before or behind a row of seats is a row of its own with the same number.")
            .AsksInPath("flightId", "As an offer or a list of flights names it.")
            .Asks(OfferId, HoldIds)
            .Answers<SeatMapAnswer>()
            .Refuses(ProblemCode.FlightUnknown, ProblemCode.OfferUnknown, ProblemCode.OfferExpired, ProblemCode.OfferDoesNotFit)
            .WithExample("seat_map", SomeFlightAsync)
            .WithExample("flight_unknown", ExampleCall.With(("flightId", "flt_fffffffffff")) with { Status = 404 });
        seats.MapGet("/changes", ChangesAsync)
            .WithName("getSeatMapChanges").WithSummary("What changed after a version")
            .WithDescription("For a day; 410 `gap` when that is too long ago, or when nobody has such a version: read the map again.")
            .AsksInPath("flightId", "As an offer or a list of flights names it.")
            .Asks(After)
            .Answers<SeatChangesAnswer>()
            .Refuses(ProblemCode.FlightUnknown, ProblemCode.Gap)
            .WithExample("changes", async (services, cancel) => await SomeFlightAsync(services, cancel) is { } some
                ? ExampleCall.With(("flightId", some.Parameters["flightId"]), (After.Name, "0"))
                : null);
        seats.MapGet("/stream", StreamAsync)
            .WithName("streamSeatMap").WithSummary("Changes as they happen")
            .WithDescription("Server-sent events. The first change comes at once, later ones put together at most every 50 ms. Open it, then read the map; a broken stream resumes with Last-Event-ID. `event: gap` means read the map again.")
            .AsksInPath("flightId", "As an offer or a list of flights names it.")
            .Asks()
            .Streams<SeatsChangedAnswer>()
            .Refuses(ProblemCode.FlightUnknown, ProblemCode.TooManyConnections)
            .WithExample("stream", SeatExamples.StreamAsync);
        return api;
    }

    private static async Task<IResult> StreamAsync(
        string flightId, HttpContext context, FindFlights findFlights, FollowSeatMap followSeatMap, ConnectionCap connections, IHostApplicationLifetime lifetime, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } problem) return problem;
        if (!FlightId.TryParse(flightId, out var id) || await findFlights.RunAsync(id, cancel) is null) return FlightUnknown();
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        if (!long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var after) && last.Length > 0)
        {
            return Problems.OfFields(ProblemCode.RequestInvalid, [new FieldError("/Last-Event-ID", "header_invalid", "Last-Event-ID must be the id of the last event that you have.")]);
        }
        var client = ClientKey.OfAddress(context.Connection.RemoteIpAddress);
        if (!connections.TryOpen(client))
        {
            // By its next heartbeat a stream that was left is noticed, and its place is free.
            context.Response.Headers.RetryAfter = ((int)SeatMapStream.Heartbeat.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problems.Of(ProblemCode.TooManyConnections, "Close one of your open streams or live pages first.");
        }
        try
        {
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
            await new SeatMapStream(context.Response).WriteAsync(followSeatMap.RunAsync(id, last.Length > 0 ? after : null, SeatMapStream.Heartbeat, ends.Token), ends.Token);
        }
        finally
        {
            connections.Close(client);
        }
        return TypedResults.Empty;
    }

    private static async Task<Results<CachedAnswer, ApiProblem>> GetAsync(
        string flightId, HttpContext context, FindFlights findFlights, ReadSeatMap readSeatMap, ReadOffer readOffer, SeatQuotes quotes, CancellationToken cancel)
    {
        var query = new QueryReader(context);
        var asksOffer = query.TryGet(OfferId, out var offerId);
        var mine = query.TryGet(HoldIds, out var holds) ? holds : [];
        if (query.Problem is { } problem) return problem;
        if (!FlightId.TryParse(flightId, out var id) || await findFlights.RunAsync(id, cancel) is not { } flight) return FlightUnknown();
        if (await readSeatMap.RunAsync(id, mine, cancel) is not { } map) return FlightUnknown();

        Offer? offer = null;
        if (asksOffer && offerId is not null)
        {
            // Who holds seats goes on seeing the prices of the offer, also when it can no longer be chosen.
            var reading = await readOffer.ForSaleAsync(offerId, priceIsKept: map.Mine.Count > 0, cancel);
            if (!reading.Accepted) return OfferProblems.Of(reading.Refusal.Value);
            offer = reading.Value.Offer;
            if (!offer.Slices.Any(slice => slice.Segments.Any(segment => segment.FlightId == id))) return SeatsWords.Of(SeatRefusal.OfferDoesNotFit, null);
        }
        var priceOf = quotes.For(map.Layout, flight.Origin, flight.Destination, offer?.Family);
        var answer = SeatMapAnswer.Of(map, (seat, cabin) => offer is null || offer.Cabin == cabin ? priceOf(seat) : null);
        return CachedAnswer.Of(answer, mine.Count > 0 ? OnlyForHolder : CachedAnswer.Revalidate);
    }

    private static async Task<Results<CachedAnswer, ApiProblem>> ChangesAsync(
        string flightId, HttpContext context, FindFlights findFlights, ReadSeatMap readSeatMap, CancellationToken cancel)
    {
        var query = new QueryReader(context);
        var after = query.Required(After);
        if (query.Problem is { } problem) return problem;
        if (!FlightId.TryParse(flightId, out var id) || await findFlights.RunAsync(id, cancel) is null) return FlightUnknown();
        return await readSeatMap.ChangesAsync(id, after, cancel) is { } changes
            ? CachedAnswer.Of(new SeatChangesAnswer(changes.Version, SeatAnswer.Each(changes.Seats)))
            : Problems.Of(ProblemCode.Gap, "Changes after this version cannot be told. Read the seat map again.");
    }

    internal static ApiProblem FlightUnknown() => SeatsWords.Of(SeatRefusal.FlightUnknown, null);

    internal static async ValueTask<ExampleCall?> SomeFlightAsync(IServiceProvider services, CancellationToken cancel) =>
        await services.GetRequiredService<FindFlights>().NextAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel) is { } some
            ? ExampleCall.With(("flightId", some.Id.ToString()))
            : null;

    private static bool TryReadHolds(string text, out IReadOnlyList<HoldId> holds)
    {
        var read = new List<HoldId>();
        holds = read;
        foreach (var part in text.Split(','))
        {
            if (!HoldId.TryParse(part.Trim(), out var hold) || read.Count == MostHolds) return false;
            read.Add(hold);
        }
        return true;
    }
}
