using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Platform.Api;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AirlineBooking.Web.Flights;

/// <summary>Airports and cities: completion of what somebody types, and one by its code.</summary>
public static class AirportsApi
{
    // What a browser completes with may be a minute old.
    private const string AMinute = "public, max-age=60";

    // Nobody pages deeper into completions than this.
    private const int MostCompletions = 500;

    private static readonly QueryParameter<string> Query = QueryParameters.Text("query",
        "What was typed so far: a code, a city, a metropolitan code or a name; accents and case are ignored. Without it, all places by code.");

    public static RouteGroupBuilder MapAirports(this RouteGroupBuilder api)
    {
        var airports = api.MapGroup("/airports").WithTags("Airports");
        airports.MapGet("", List)
            .WithName("listAirports").WithSummary("Complete a place")
            .WithDescription("Airports and cities that the text may mean, best first, a city before its airports.")
            .Asks(Query, QueryParameters.Limit, QueryParameters.Cursor)
            .Answers<ListAnswer<AirportAnswer>>()
            .Refuses(ProblemCode.CursorInvalid)
            .WithExample("completion", ExampleCall.With((Query.Name, "lon"), (QueryParameters.Limit.Name, "3")));
        airports.MapGet("/{iata}", Get)
            .WithName("getAirport").WithSummary("One airport or city")
            .WithDescription("By its IATA code. Where a code is both an airport's and a city's, the airport answers.")
            .AsksInPath("iata", "Three letters in either case.")
            .Asks()
            .Answers<AirportAnswer>()
            .Refuses(ProblemCode.AirportUnknown)
            .WithExample("airport", ExampleCall.With(("iata", "LHR")))
            .WithExample("airport_unknown", ExampleCall.With(("iata", "ZZZ")) with { Status = 404 });
        return api;
    }

    private static Results<CachedAnswer, ApiProblem> List(HttpContext context, AirportDirectories directories)
    {
        var query = new QueryReader(context);
        var text = query.Optional(Query, "").Trim();
        var limit = query.Optional(QueryParameters.Limit, ApiLimits.DefaultPerPage);
        var hasCursor = query.TryGet(QueryParameters.Cursor, out var cursor);
        if (query.Problem is { } problem) return problem;

        var scope = $"airports {text}";
        var after = new long[] { -1, 0 };
        if (hasCursor && (!Cursor.TryRead(cursor, scope, out after) || after.Length != 2)) return Paging.CursorInvalid();
        var directory = directories.Current;
        var found = text.Length == 0 ? directory.Places : directory.Complete(text, MostCompletions);
        var first = FirstAfter(found, after);
        var page = found.Skip(first).Take(limit).ToList();
        var next = first + page.Count < found.Count ? Cursor.Write(scope, first + page.Count - 1, Paging.KeyOf(page[^1].Code)) : null;
        return CachedAnswer.Of(new ListAnswer<AirportAnswer>([.. page.Select(AirportAnswer.Of)], next), AMinute);
    }

    // After the item itself; if it has gone meanwhile, after where it stood.
    private static int FirstAfter(IReadOnlyList<Place> places, long[] after)
    {
        var stood = (int)Math.Clamp(after[0], -1, places.Count - 1);
        if (stood < 0 || Paging.KeyOf(places[stood].Code) == after[1]) return stood + 1;
        for (var i = 0; i < places.Count; i++)
        {
            if (Paging.KeyOf(places[i].Code) == after[1]) return i + 1;
        }
        return stood;
    }

    private static Results<CachedAnswer, ApiProblem> Get(string iata, HttpContext context, AirportDirectories directories)
    {
        if (new QueryReader(context).Problem is { } problem) return problem;
        if (!AirportCode.TryParse(iata, out var code)) return FlightsWords.AirportUnknown(iata);
        var directory = directories.Current;
        if (directory.Find(code) is { } airport) return CachedAnswer.Of(AirportAnswer.Of(airport), AMinute);
        return directory.FindPlace(code) is { } place ? CachedAnswer.Of(AirportAnswer.Of(place), AMinute) : FlightsWords.AirportUnknown(iata);
    }
}
