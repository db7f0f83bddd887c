using System.Globalization;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Platform.Limits;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Bookings;

/// <summary>Booking, paying, and finding a booking again.</summary>
public static class BookingsApi
{
    private static readonly ProblemCode[] PaymentRefusals =
    [
        ProblemCode.PaymentDeclined, ProblemCode.SeatsLost, ProblemCode.CabinFull, ProblemCode.BookingInvalid, ProblemCode.PayLaterNotAllowed, ProblemCode.PaymentUnavailable, ProblemCode.PaymentNotConfigured,
    ];

    // Whoever may read a booking may keep it, and asks each time whether it is still so.
    private const string OnlyForOwner = "private, no-cache";

    public static RouteGroupBuilder MapBookings(this RouteGroupBuilder api)
    {
        var bookings = api.MapGroup("/bookings").WithTags("Bookings");
        bookings.MapPost("", BookAsync)
            .WithName("book").WithSummary("Book and pay")
            .WithDescription("What is paid is the offer's total with the prices of the seats. 202 with `pending_payment` while the outcome is not known, with `nextAction` when the payer must act. "
                + "The header `Booking-Token` lets a guest read and change this booking for 30 minutes; a decline has it too, so that the same booking can be paid again.")
            .CountsFor(RatePolicy.Booking).RunsOnce().WithMetadata(new GivesBookingToken()).Asks()
            .Accepts<BookingQuestion>("application/json")
            .Answers<BookingAnswer>(StatusCodes.Status201Created).Answers<BookingAnswer>(StatusCodes.Status202Accepted)
            .Refuses(
                [.. PaymentRefusals, ProblemCode.OfferUnknown, ProblemCode.OfferExpired, ProblemCode.PriceChanged, ProblemCode.SaleClosed, ProblemCode.SeatNotSuitable])
            .WithExample("book", BookingExamples.BookAsync)
            .WithExample("with_seats", BookingExamples.BookSeatAsync)
            .WithExample("declined", BookingExamples.DeclinedAsync)
            .WithExample("challenge", BookingExamples.ChallengeAsync);
        bookings.MapPost("/lookup", LookUpAsync)
            .WithName("lookUpBooking").WithSummary("Find a booking again")
            .WithDescription("By its locator and any passenger's surname, compared as A to Z only. The token is good for 30 minutes. Too many wrong guesses are 429, whatever is asked.")
            .CountsFor(RatePolicy.GuestLookup).Asks()
            .Accepts<LookupQuestion>("application/json")
            .Answers<LookupAnswer>()
            .Refuses(ProblemCode.BookingNotFound)
            .WithExample("look_up", BookingExamples.LookUpAsync)
            .WithExample("wrong_pair", ExampleCall.With() with { Body = """{"locator":"AAAAAA","familyName":"Nobody"}""", Status = StatusCodes.Status404NotFound, IsMade = false });
        bookings.MapOnlyPosted("/lookup");
        bookings.MapGet("/{locator}", GetAsync)
            .WithName("getBooking").WithSummary("A booking")
            .WithDescription("With what was sold, where it stands, what can be done now, and what happened so far.")
            .AboutABooking().Asks()
            .Answers<BookingAnswer>()
            .WithExample("booking", BookingExamples.GetAsync);
        bookings.MapPost("/{locator}/payment", PayAsync)
            .WithName("payBooking").WithSummary("Pay a booking whose payment failed")
            .WithDescription("While its seats are kept.")
            .AboutABooking().CountsFor(RatePolicy.Booking).RunsOnce().Asks()
            .Accepts<PaymentQuestion>("application/json")
            .Answers<BookingAnswer>().Answers<BookingAnswer>(StatusCodes.Status202Accepted)
            .Refuses([.. PaymentRefusals, ProblemCode.NotPayable])
            .WithExample("pay", BookingExamples.PayAsync)
            .WithExample("challenge", BookingExamples.PayWithChallengeAsync);
        bookings.MapTrip();
        return api;
    }

    private static async Task<IResult> BookAsync(BookingQuestion question, HttpContext context, BookTrip bookTrip, BookingAnswers answers, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        if (Idempotency.ReadKey(context, question, out var key) is { } keyless) return keyless;
        if (question.Problem() is { } wrong) return wrong;
        return await answers.OfAsync(
            context, await bookTrip.RunAsync(key, question.ToOrder(), question.Payment.Token ?? "", cancel), StatusCodes.Status201Created, givesToken: true, cancel);
    }

    private static async Task<IResult> LookUpAsync(
        LookupQuestion question, HttpContext context, LookUpBooking lookUp, BookingTokens tokens, IOptions<RateLimitSettings> limits, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        var address = ClientKey.OfAddress(context.Connection.RemoteIpAddress).ToString();
        var found = await lookUp.RunAsync(question.Locator, question.FamilyName, address, limits.Value.Enabled, cancel);
        if (found.Value is { } booking) return JsonAnswer.Of(new LookupAnswer(await tokens.RunAsync(booking.Id, cancel), (int)BookingToken.Lifetime.TotalSeconds));
        if (found.Detail is not LookupPause pause) return Problems.Of(ProblemCode.BookingNotFound, "No booking has this locator and this surname. Check both.");
        context.Response.Headers.RetryAfter = ((int)pause.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problems.Of(ProblemCode.RateLimited, "Too many wrong guesses. Wait before you try again.");
    }

    private static async Task<IResult> GetAsync(string locator, HttpContext context, BookingAccess access, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        return await access.FindAsync(context, locator, cancel) is { } details ? Shown(details) : BookingAccess.NotFound();
    }

    private static async Task<IResult> PayAsync(
        string locator, PaymentQuestion question, HttpContext context, BookingAccess access, PayBooking payBooking, BookingAnswers answers, CancellationToken cancel)
    {
        if (new QueryReader(context).Problem is { } unreadable) return unreadable;
        if (Idempotency.ReadKey(context, question, out var key) is { } keyless) return keyless;
        if (await access.FindAsync(context, locator, cancel) is not { } details) return BookingAccess.NotFound();
        if (question.Problem() is { } wrong) return wrong;
        return await answers.OfAsync(context, await payBooking.RunAsync(key, details.Booking.Id, question.Token ?? "", cancel), StatusCodes.Status200OK, givesToken: false, cancel);
    }

    internal static CachedAnswer Shown(BookingDetails details) => CachedAnswer.Of(BookingAnswer.Of(details), OnlyForOwner);
}

/// <summary>Who looks for a booking, as partners send it.</summary>
/// <param name="Locator">Six letters and digits.</param>
/// <param name="FamilyName">Any passenger's.</param>
public sealed record LookupQuestion(string Locator, string FamilyName);
