using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Limits;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Seats;

/// <summary>Holding seats: some or the best, for longer, and giving them back.</summary>
public static class SeatHoldsApi
{
    private const string IdWords = "As the hold's answer named it. Who knows it owns the hold.";

    public static RouteGroupBuilder MapSeatHolds(this RouteGroupBuilder api)
    {
        var holds = api.MapGroup("/seat-holds").WithTags("Seats").CountsFor(RatePolicy.Booking);
        holds.MapPost("", HoldAsync)
            .WithName("holdSeats").WithSummary("Hold seats for fifteen minutes")
            .WithDescription("All or none: seats by name, or the best of a kind. With an offer its cabin, party and prices count, and its price is kept while the hold lives.")
            .RunsOnce()
            .Asks()
            .Accepts<HoldQuestion>("application/json")
            .Answers<HoldAnswer>(StatusCodes.Status201Created)
            .Refuses(
                ProblemCode.FlightUnknown, ProblemCode.SaleClosed, ProblemCode.SeatUnknown, ProblemCode.SeatNotSuitable, ProblemCode.OfferUnknown, ProblemCode.OfferExpired,
                ProblemCode.PriceChanged, ProblemCode.OfferDoesNotFit, ProblemCode.SeatsTaken, ProblemCode.CabinFull, ProblemCode.HoldLimitReached)
            .WithExample("best", SeatExamples.HoldTheBestAsync)
            .WithExample("seats", SeatExamples.HoldSeatsAsync)
            .WithExample("for_an_offer", SeatExamples.HoldForAnOfferAsync)
            .WithExample("seat_unknown", SeatExamples.SeatUnknownAsync);
        holds.MapPost("/{holdId}/extend", ExtendAsync)
            .WithName("extendSeatHold").WithSummary("Hold them fifteen minutes more")
            .WithDescription("From now on, ten times at most.")
            .AsksInPath("holdId", IdWords)
            .RunsOnce(keyRequired: false)
            .Asks()
            .Answers<HoldAnswer>()
            .Refuses(ProblemCode.HoldUnknown, ProblemCode.HoldExpired, ProblemCode.HoldInUse)
            .WithExample("extend", SeatExamples.ExtendAsync);
        holds.MapDelete("/{holdId}", ReleaseAsync)
            .WithName("releaseSeatHold").WithSummary("Give seats back")
            .WithDescription("They are free to everybody at once.")
            .AsksInPath("holdId", IdWords)
            .Asks()
            .AnswersNothing()
            .Refuses(ProblemCode.HoldUnknown, ProblemCode.HoldInUse)
            .WithExample("release", SeatExamples.ReleaseAsync);
        return api;
    }

    private static async Task<IResult> HoldAsync(
        HoldQuestion question, HttpContext context, HoldSeats holdSeats, RunOnce runOnce, ReadOffer readOffer, IOptions<RateLimitSettings> limits, TimeProvider clock, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        if (Idempotency.ReadKey(context, question, out var key) is { } keyless) return keyless;
        if (question.Problem() is { } wrong) return wrong;
        IResult Answered(Once<HeldSeats, SeatRefusal> once) => Idempotency.Answer(
            context, once, held => JsonAnswer.Of(HoldAnswer.Of(held), StatusCodes.Status201Created), (refusal, detail) => Refused(context, refusal, detail, question, clock));

        Offer? offer = null;
        if (question.OfferId is { } offerId)
        {
            // A hold that was made is answered again, also when its offer has expired meanwhile.
            if (key is not null && await runOnce.FindAsync<HeldSeats, SeatRefusal, HoldDetail>(key, cancel) is { } known) return Answered(known);
            var reading = await readOffer.RunAsync(offerId, cancel);
            if (!reading.Accepted) return OfferProblems.Of(reading.Refusal.Value);
            if (reading.Value.PreviousTotal is { } before) return OfferProblems.PriceChanged(before, reading.Value.Offer);
            offer = reading.Value.Offer;
        }
        var request = new HoldRequest(question.FlightId, question.SeatNumbers(), question.Best?.ToWish(), GuestOf(context, limits.Value), offer, Instead: null);
        return Answered(await holdSeats.RunAsync(key, request, cancel));
    }

    private static async Task<IResult> ExtendAsync(string holdId, HttpContext context, ExtendHold extendHold, TimeProvider clock, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        if (Idempotency.ReadKey(context, out var key) is { } keyless) return keyless;
        if (!HoldId.TryParse(holdId, out var id)) return SeatsWords.Of(SeatRefusal.HoldUnknown, null);
        return Idempotency.Answer(
            context, await extendHold.RunAsync(key, id, cancel), held => JsonAnswer.Of(HoldAnswer.Of(held)), (refusal, detail) => Refused(context, refusal, detail, null, clock));
    }

    private static async Task<IResult> ReleaseAsync(string holdId, HttpContext context, ReleaseHold releaseHold, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        if (!HoldId.TryParse(holdId, out var id)) return SeatsWords.Of(SeatRefusal.HoldUnknown, null);
        var released = await releaseHold.RunAsync(id, cancel);
        return released.Accepted ? TypedResults.NoContent() : SeatsWords.Of(released.Refusal.Value, null);
    }

    private static ApiProblem Refused(HttpContext context, SeatRefusal refusal, object? detail, HoldQuestion? question, TimeProvider clock)
    {
        if (refusal is SeatRefusal.TooManyRequests)
        {
            context.Response.Headers.RetryAfter = ((int)HoldRequests.RetryAfter(clock.GetUtcNow()).TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        return SeatsWords.Of(refusal, detail as HoldDetail, question?.Seats);
    }

    // A guest of the API: each hold is its own holder, and limits count by address unless they are off.
    private static Holder GuestOf(HttpContext context, RateLimitSettings limits) =>
        new(Key: null, DraftSeating.AddressOf(context, limits));
}
