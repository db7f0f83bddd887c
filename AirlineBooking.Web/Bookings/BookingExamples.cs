using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Bookings;

/// <summary>Calls for the document. None of them is made while it is: reading a document must not book anything.</summary>
internal static class BookingExamples
{
    private const string Surname = "Müller";
    private const string SomeQuote = "cnl_0199f3a8c0de7b21a4c5d6e7f8091a2d";
    private static readonly SeatNumber SomeSeat = SeatNumber.Parse("24A");
    private const string SomeToken = "btk_bm90LWEtcmVhbC10b2tlbi1vbmx5LWFuLWV4YW1wbGU";

    public static ValueTask<ExampleCall?> BookAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services, offer => Call(Question(offer, "tok_visa"), StatusCodes.Status201Created) with { Shown = Answer(offer, services, BookingStatus.Confirmed) }, cancel);

    public static ValueTask<ExampleCall?> DeclinedAsync(IServiceProvider services, CancellationToken cancel) =>
        MakeAsync(services, offer => Call(Question(offer, "tok_declined"), StatusCodes.Status402PaymentRequired), cancel);

    public static ValueTask<ExampleCall?> ChallengeAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services, offer => Call(Question(offer, "tok_challenge"), StatusCodes.Status202Accepted) with { Shown = Answer(offer, services, BookingStatus.PendingPayment) }, cancel);

    public static ValueTask<ExampleCall?> LookUpAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services,
        _ => Call(new LookupQuestion("$locator", Surname)) with
        {
            After = new ExampleStep("book", "book", new Dictionary<string, string> { ["$locator"] = "/locator" }),
            Shown = new LookupAnswer(SomeToken, (int)BookingToken.Lifetime.TotalSeconds),
        },
        cancel);

    public static ValueTask<ExampleCall?> GetAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services, offer => OfBooking() with { After = BookingExample.AfterBooking(), Shown = Answer(offer, services, BookingStatus.Confirmed) }, cancel);

    public static ValueTask<ExampleCall?> PayAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services, offer => OfBooking(new PaymentQuestion("tok_visa")) with { After = BookingExample.After("book", "declined"), Shown = Answer(offer, services, BookingStatus.Confirmed) }, cancel);

    public static ValueTask<ExampleCall?> PayWithChallengeAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services,
        offer => OfBooking(new PaymentQuestion("tok_challenge")) with
        {
            After = BookingExample.After("book", "declined"), Shown = Answer(offer, services, BookingStatus.PendingPayment), Status = StatusCodes.Status202Accepted,
        },
        cancel);

    public static ValueTask<ExampleCall?> BookSeatAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services,
        offer => Call(Question(offer, "tok_visa") with { HoldIds = [default] }, StatusCodes.Status201Created) with
        {
            Body = BookingExample.Write(Question(offer, "tok_visa") with { HoldIds = [default] }).Replace(default(HoldId).ToString(), "$hold", StringComparison.Ordinal),
            After = new ExampleStep("holdSeats", "for_an_offer", new Dictionary<string, string> { ["$hold"] = "/id" }), Shown = Answer(offer, services, BookingStatus.Confirmed, SomeSeat),
        },
        cancel);

    // They change to the seat that they have: the call runs whatever is free.
    public static ValueTask<ExampleCall?> ChangeSeatAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services,
        offer =>
        {
            var flight = offer.Slices[0].Segments[0].FlightId;
            return OfBooking(new SeatQuestion(flight, "$passenger", "$seat")) with
            {
                After = BookingExample.After("book", "with_seats", ("$passenger", "/passengers/0/id"), ("$seat", $"/passengers/0/seats/{flight}")),
                Shown = Answer(offer, services, BookingStatus.Confirmed, SomeSeat),
            };
        },
        cancel);

    public static ValueTask<ExampleCall?> QuoteAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services,
        offer => OfBooking(new CancellationQuestion(SliceIndexes: [0])) with
        {
            After = BookingExample.AfterBooking(), Status = StatusCodes.Status201Created,
            Shown = new CancellationAnswer(SomeQuote, offer.Total, Money.Zero(offer.Total.Currency), CancellationAnswer.OriginalPayment, Now(services) + CancellationQuote.Lifetime),
        },
        cancel);

    public static ValueTask<ExampleCall?> ConfirmAsync(IServiceProvider services, CancellationToken cancel) => MakeAsync(
        services,
        offer => ExampleCall.With((BookingEndpoints.Locator, BookingExample.SomeLocator), ("cancellationId", SomeQuote)) with
        {
            IsMade = false, Shown = Answer(offer, services, BookingStatus.Cancelled),
            After = new ExampleStep("quoteCancellation", "whole", new Dictionary<string, string> { ["cancellationId"] = "/id" }),
        },
        cancel);

    public static ValueTask<ExampleCall?> FileAsync(IServiceProvider services, CancellationToken cancel) =>
        MakeAsync(services, _ => OfBooking() with { After = BookingExample.AfterBooking(), Shown = "A file." }, cancel);

    private static async ValueTask<ExampleCall?> MakeAsync(IServiceProvider services, Func<Offer, ExampleCall> make, CancellationToken cancel) =>
        await BookingExample.OfferAsync(services, cancel) is { } offer ? make(offer) : null;

    private static ExampleCall Call<T>(T question, int status = StatusCodes.Status200OK) => ExampleCall.With() with { Body = BookingExample.Write(question), Status = status, IsMade = false };

    private static ExampleCall OfBooking() => ExampleCall.With((BookingEndpoints.Locator, BookingExample.SomeLocator)) with { IsMade = false };

    private static ExampleCall OfBooking<T>(T question) => OfBooking() with { Body = BookingExample.Write(question) };

    private static BookingQuestion Question(Offer offer, string token) => new(
        offer.Id,
        [new PassengerQuestion(PassengerType.Adult, "Zoë", Surname, new DateOnly(1990, 5, 1), Id: "zoe", Title: "ms")],
        new ContactQuestion("zoe@example.com", "+442079460958", "en-GB", [Reminder.Email]),
        new PaymentQuestion(token));

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static BookingAnswer Answer(Offer offer, IServiceProvider services, BookingStatus status, SeatNumber? seat = null)
    {
        var (now, zero) = (Now(services), Money.Zero(offer.Total.Currency));
        var isPaid = status is not BookingStatus.PendingPayment;
        var flights = offer.Slices.SelectMany(slice => slice.Segments).Select(segment => segment.FlightId).ToList();
        var coupon = status is BookingStatus.Cancelled ? CouponStatus.Refunded : CouponStatus.Open;
        var passenger = new BookedPassengerAnswer(
            BookingExample.SomePassenger, "zoe", PassengerType.Adult, "ms", "Zoë", Surname, isPaid ? "9990000000017" : null, [],
            seat is { } own ? new Dictionary<string, string> { [flights[0].ToString()] = own.ToString() } : new Dictionary<string, string>(), null,
            isPaid ? [.. flights.Select(flight => new CouponAnswer(flight, coupon))] : []);
        return new BookingAnswer(
            BookingExample.SomeBooking, BookingExample.SomeLocator, status, now, offer.Total, isPaid ? offer.Total : zero, zero, offer.Family, offer.Cabin, [passenger],
            [.. offer.Slices.Select(BookedSliceAnswer.Of)], new ContactAnswer("z•••@example.com", "+44•••58", "en-GB", ["email"]),
            status is BookingStatus.Confirmed ? [BookingAction.ChangeSeats, BookingAction.Cancel, BookingAction.CheckIn] : [],
            offer.Conditions, offer.Baggage, status is BookingStatus.Cancelled ? new RefundAnswer(offer.Total, now + Refund.PromisedWithin, null) : null,
            [new HistoryAnswer(now, "created"), .. isPaid ? [new HistoryAnswer(now, "confirmed")] : Array.Empty<HistoryAnswer>()],
            isPaid ? null : new NextActionAnswer(NextActionAnswer.Redirect, "https://pay.example/0199f3a8", now + Payment.Longest));
    }
}
