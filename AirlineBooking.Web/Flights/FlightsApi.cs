using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Platform.Api;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AirlineBooking.Web.Flights;

/// <summary>Dated flights: by number, by route, and one by its id.</summary>
public static class FlightsApi
{
    private static readonly QueryParameter<FlightNumber> Number =
        QueryParameters.FlightNumber("number", "A flight number. A space and leading zeros are accepted; the first two characters are the designator.");

    private static readonly QueryParameter<DateOnly> Date = QueryParameters.Date("date", "The date of departure, local at the origin.");
    private static readonly QueryParameter<AirportCode> Origin = QueryParameters.Place("origin", "Where from: an airport or a city.");
    private static readonly QueryParameter<AirportCode> Destination = QueryParameters.Place("destination", "Where to: an airport or a city.");

    public static RouteGroupBuilder MapFlights(this RouteGroupBuilder api)
    {
        var flights = api.MapGroup("/flights").WithTags("Flights");
        flights.MapGet("", ListAsync)
            .WithName("listFlights").WithSummary("Flights of a day")
            .WithDescription("By number, or between two places, in the order they leave. Name `number` and `date`, or `origin`, `destination` and `date`.")
            .Asks(Number, Origin, Destination, Date, QueryParameters.Limit, QueryParameters.Cursor)
            .Answers<ListAnswer<FlightAnswer>>()
            .Refuses(ProblemCode.CursorInvalid, ProblemCode.AirportUnknown with { Status = 422 })
            .WithExample("by_route", async (services, cancel) => await SomeFlightAsync(services, cancel) is { } some
                ? ExampleCall.With((Origin.Name, some.Origin.ToString()), (Destination.Name, some.Destination.ToString()), (Date.Name, $"{some.Date:O}"), (QueryParameters.Limit.Name, "2"))
                : null)
            .WithExample("by_number", async (services, cancel) => await SomeFlightAsync(services, cancel) is { } some
                ? ExampleCall.With((Number.Name, some.FlightNumber.ToString()), (Date.Name, $"{some.Date:O}"))
                : null);
        flights.MapGet("/{flightId}", GetAsync)
            .WithName("getFlight").WithSummary("One flight")
            .WithDescription("With its times, status, terminal and gate as they are now, and what is left in each cabin.")
            .AsksInPath("flightId", "As an offer or a list of flights names it.")
            .Asks()
            .Answers<FlightAnswer>()
            .Refuses(ProblemCode.FlightUnknown)
            .WithExample("flight", async (services, cancel) => await SomeFlightAsync(services, cancel) is { } some ? ExampleCall.With(("flightId", some.Id.ToString())) : null)
            .WithExample("flight_unknown", ExampleCall.With(("flightId", "flt_fffffffffff")) with { Status = 404 });
        return api;
    }

    private static async Task<Results<CachedAnswer, ApiProblem>> ListAsync(
        HttpContext context, FindFlights findFlights, AirportDirectories directories, CancellationToken cancel)
    {
        var query = new QueryReader(context);
        var byNumber = query.Has(Number);
        if (!byNumber && !query.Has(Origin) && !query.Has(Destination) || byNumber && (query.Has(Origin) || query.Has(Destination))) return query.Problem ?? FlightsWords.NumberOrRoute();
        var number = byNumber ? query.Required(Number) : default;
        var (origin, destination) = byNumber ? default : (query.Required(Origin), query.Required(Destination));
        var date = query.Required(Date);
        var limit = query.Optional(QueryParameters.Limit, ApiLimits.DefaultPerPage);
        var hasCursor = query.TryGet(QueryParameters.Cursor, out var cursor);
        if (query.Problem is { } problem) return problem;

        var scope = byNumber ? $"flights {number} {date:O}" : $"flights {origin} {destination} {date:O}";
        var after = new long[] { long.MinValue, 0 };
        if (hasCursor && (!Cursor.TryRead(cursor, scope, out after) || after.Length != 2)) return Paging.CursorInvalid();

        var directory = directories.Current;
        if (byNumber) return await PageAsync(findFlights, await findFlights.RunAsync(number, date, cancel), after, limit, scope, directory, cancel);
        if (directory.FindPlace(origin) is not { } from) return FlightsWords.PlaceUnknown(Origin.Name, origin);
        if (directory.FindPlace(destination) is not { } to) return FlightsWords.PlaceUnknown(Destination.Name, destination);
        var flights = await findFlights.RunAsync([.. from.Airports.Select(airport => airport.Code)], [.. to.Airports.Select(airport => airport.Code)], date, cancel);
        return await PageAsync(findFlights, flights, after, limit, scope, directory, cancel);
    }

    private static async Task<CachedAnswer> PageAsync(
        FindFlights findFlights, IReadOnlyList<Flight> flights, long[] after, int limit, string scope, AirportDirectory directory, CancellationToken cancel)
    {
        var rest = flights.Where(flight => KeyOf(flight).CompareTo((after[0], after[1])) > 0).Take(limit + 1).ToList();
        var page = rest.Take(limit).ToList();
        var next = rest.Count > limit ? Cursor.Write(scope, KeyOf(page[^1]).Departure, KeyOf(page[^1]).Id) : null;
        var promised = await findFlights.CabinsAsync([.. page.Select(flight => flight.Id)], cancel);
        return CachedAnswer.Of(new ListAnswer<FlightAnswer>([.. page.Select(flight => FlightAnswer.Of(flight, directory, promised[flight.Id]))], next));
    }

    private static (long Departure, long Id) KeyOf(Flight flight) => (flight.DepartsAt.UtcTicks, flight.Id.Value);

    private static async Task<Results<CachedAnswer, ApiProblem>> GetAsync(
        string flightId, HttpContext context, FindFlights findFlights, AirportDirectories directories, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } problem) return problem;
        if (!FlightId.TryParse(flightId, out var id) || await findFlights.RunAsync(id, cancel) is not { } flight) return FlightsWords.FlightUnknown(flightId);
        return CachedAnswer.Of(FlightAnswer.Of(flight, directories.Current, (await findFlights.CabinsAsync([id], cancel))[id]));
    }

    private static Task<Flight?> SomeFlightAsync(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<FindFlights>().NextAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
}
