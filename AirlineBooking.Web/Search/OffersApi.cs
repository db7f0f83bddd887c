using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Limits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AirlineBooking.Web.Search;

/// <summary>Searching: offers of a route, of several slices, one offer again, and the lowest fares of a month.</summary>
public static class OffersApi
{
    private static readonly ProblemCode[] Refusals =
    [
        ProblemCode.CursorInvalid, ProblemCode.AirportUnknown with { Status = 422 }, ProblemCode.SamePlace, ProblemCode.DatePast,
        ProblemCode.DateTooFar, ProblemCode.DatesOutOfOrder, ProblemCode.PassengersInvalid,
    ];

    public static RouteGroupBuilder MapOffers(this RouteGroupBuilder api)
    {
        var search = api.MapGroup("").WithTags("Offers").CountsFor(RatePolicy.Search);
        search.MapGet("/offers", ListAsync)
            .WithName("listOffers").WithSummary("Offers for one way or a return")
            .WithDescription("Priced itineraries for a party, direct and connecting. An offer's id holds all of it, signed; it lives for 21 minutes.")
            .Asks(SearchParameters.OfOffers)
            .Answers<OffersAnswer>()
            .Refuses(Refusals)
            .WithExample("one_way", (services, cancel) => ExampleAsync(services, null, cancel))
            .WithExample("return", (services, cancel) => ExampleAsync(services, 7, cancel));
        search.MapPost("/offers/search", SearchAsync)
            .WithName("searchOffers").WithSummary("Offers for one to six slices")
            .WithDescription("Combines the best 20 itineraries of each slice in the order asked for, at most 500 journeys.")
            .Asks(SearchParameters.Sort, QueryParameters.Limit, QueryParameters.Cursor)
            .Accepts<OffersQuestion>("application/json")
            .Answers<OffersAnswer>()
            .Refuses(Refusals)
            .WithExample("two_slices", OffersQuestion.ExampleAsync);
        search.MapOnlyPosted("/offers/search");
        search.MapGet("/offers/{offerId}", GetAsync)
            .WithName("getOffer").WithSummary("One offer, priced anew")
            .WithDescription("The same offer while its price stands; 409 `price_changed` carries the new one.")
            .AsksInPath("offerId", "As a search gave it.")
            .Asks()
            .Answers<OfferAnswer>()
            .Refuses(ProblemCode.OfferUnknown, ProblemCode.OfferExpired, ProblemCode.PriceChanged, ProblemCode.SaleClosed)
            .WithExample("offer", OneOfferAsync)
            .WithExample("offer_unknown", ExampleCall.With(("offerId", "off_unknown")) with { Status = 404 });
        search.MapGet("/fare-calendar", CalendarAsync)
            .WithName("getFareCalendar").WithSummary("The lowest fare of each day of a month")
            .WithDescription("For one adult, one way, all taxes included. A day on which nothing is on sale has null.")
            .Asks(SearchParameters.Origin, SearchParameters.Destination, SearchParameters.Month, SearchParameters.InCabin)
            .Answers<FareCalendarAnswer>()
            .Refuses(ProblemCode.AirportUnknown with { Status = 422 }, ProblemCode.SamePlace, ProblemCode.DateTooFar)
            .WithExample("month", async (services, cancel) => await SomeRouteAsync(services, cancel) is { } some
                ? ExampleCall.With(("origin", some.Origin.ToString()), ("destination", some.Destination.ToString()), ("month", $"{some.Date:yyyy-MM}"))
                : null);
        return api;
    }

    private static async ValueTask<Results<CachedAnswer, ApiProblem>> ListAsync(
        HttpContext context, SearchBases bases, SearchOffers searchOffers, AnswerCache answers, CancellationToken cancel)
    {
        var basis = await bases.GetAsync(cancel);
        var asked = context.Request.QueryString.Value ?? "";
        if (answers.Find(basis, asked) is { } known) return known;
        var query = new QueryReader(context);
        var request = SearchParameters.Read(query);
        var answer = await AnswerAsync(query, request, basis, searchOffers, SearchParameters.PointerOf, cancel);
        if (answer.Result is CachedAnswer found) answers.Keep(basis, asked, found);
        return answer;
    }

    private static async ValueTask<Results<CachedAnswer, ApiProblem>> SearchAsync(
        OffersQuestion question, HttpContext context, SearchBases bases, SearchOffers searchOffers, CancellationToken cancel)
    {
        var query = new QueryReader(context);
        question.RefuseNumbers(query);
        var request = question.ToRequest(query.Optional(SearchParameters.Sort, question.Sort ?? OfferSort.Best));
        return await AnswerAsync(query, request, await bases.GetAsync(cancel), searchOffers, OffersQuestion.PointerOf, cancel);
    }

    private static async ValueTask<Results<CachedAnswer, ApiProblem>> AnswerAsync(
        QueryReader query, SearchRequest request, SearchBasis basis, SearchOffers searchOffers, Func<SearchProblem, string, string> pointerOf, CancellationToken cancel)
    {
        var limit = query.Optional(QueryParameters.Limit, ApiLimits.DefaultPerPage);
        var hasCursor = query.TryGet(QueryParameters.Cursor, out var cursor);
        if (query.Problem is { } unreadable) return unreadable;
        if (SearchChecks.Problems(request, basis.Directory, basis.Now) is { Count: > 0 } problems) return SearchWords.Of(problems, pointerOf);
        OfferPosition? after = null;
        if (hasCursor && !TryReadPosition(cursor, request, out after)) return Paging.CursorInvalid();

        var page = searchOffers.Page(basis, request, after, limit);
        return CachedAnswer.Of(new OffersAnswer(OfferAnswer.Each(page.Offers, OfferAnswer.Of), CursorOf(page.Next, request), page.Truncated));
    }

    private static string? CursorOf(OfferPosition? position, SearchRequest request) => position is null
        ? null
        : Cursor.Write(SearchParameters.ScopeOf(request), [position.SortKey, position.Departure, .. position.Flights]);

    private static bool TryReadPosition(string? cursor, SearchRequest request, out OfferPosition? position)
    {
        position = null;
        if (!Cursor.TryRead(cursor, SearchParameters.ScopeOf(request), out var key) || key.Length < 3) return false;
        position = new OfferPosition(key[0], key[1], key[2..]);
        return true;
    }

    private static async Task<Results<CachedAnswer, ApiProblem>> GetAsync(string offerId, HttpContext context, ReadOffer readOffer, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } problem) return problem;
        var reading = await readOffer.RunAsync(offerId, cancel);
        if (!reading.Accepted) return OfferProblems.Of(reading.Refusal.Value);
        return reading.Value.PreviousTotal is { } before ? OfferProblems.PriceChanged(before, reading.Value.Offer) : CachedAnswer.Of(OfferAnswer.Of(reading.Value.Offer));
    }

    private static async Task<Results<CachedAnswer, ApiProblem>> CalendarAsync(
        HttpContext context, SearchBases bases, FindLowestFares lowestFares, CancellationToken cancel)
    {
        var query = new QueryReader(context);
        var (origin, destination, month) = (query.Required(SearchParameters.Origin), query.Required(SearchParameters.Destination), query.Required(SearchParameters.Month));
        var cabin = query.Optional(SearchParameters.InCabin, Cabin.Economy);
        if (query.Problem is { } unreadable) return unreadable;
        var basis = await bases.GetAsync(cancel);
        var someDay = new SearchRequest([new SliceRequest(origin, destination, month)], new Party(1, 0, 0), cabin);
        var wrong = SearchChecks.Problems(someDay, basis.Directory, basis.Now)
            .Where(problem => problem.Refusal is not SearchRefusal.DatePast).ToList();
        if (wrong.Count > 0) return SearchWords.Of(wrong, (_, field) => field is "departureDate" ? "/month" : $"/{field}");
        var days = await lowestFares.RunAsync(new LowestFaresRequest(origin, destination, month, month.AddMonths(1).AddDays(-1), new Party(1, 0, 0), cabin), cancel);
        return CachedAnswer.Of(new FareCalendarAnswer([.. days.Select(day => new DayAnswer(day.Date, day.Lowest))]));
    }

    private static async ValueTask<ExampleCall?> ExampleAsync(IServiceProvider services, int? daysLater, CancellationToken cancel)
    {
        if (await SomeRouteAsync(services, cancel) is not { } some) return null;
        var example = ExampleCall.With(
            ("origin", some.Origin.ToString()), ("destination", some.Destination.ToString()), ("departureDate", $"{some.Date:yyyy-MM-dd}"), ("adults", "2"), ("children", "1"), ("limit", "2"));
        return daysLater is { } days
            ? example with { Parameters = new Dictionary<string, string>(example.Parameters) { ["returnDate"] = $"{some.Date.AddDays(days):yyyy-MM-dd}" } }
            : example;
    }

    private static async ValueTask<ExampleCall?> OneOfferAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (await SomeRouteAsync(services, cancel) is not { } some) return null;
        var request = new SearchRequest([new SliceRequest(some.Origin, some.Destination, some.Date)], new Party(1, 0, 0), Cabin.Economy);
        var page = await services.GetRequiredService<SearchOffers>().RunAsync(request, null, 1, cancel);
        return page is { Value.Offers: [var offer, ..] } ? ExampleCall.With(("offerId", offer.Id)) : null;
    }

    /// <summary>A flight some days ahead stands for a route that can be searched.</summary>
    internal static Task<Flight?> SomeRouteAsync(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<FindFlights>().FirstAsync(services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(30), cancel);
}
