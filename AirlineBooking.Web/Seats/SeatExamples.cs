using System.Text.Json;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Seats;

/// <summary>Calls for the document. Those that hold seats are described and not made: reading a document must not take seats away.</summary>
internal static class SeatExamples
{
    private const string SomeHold = "hld_9f86d081884c7d659a2feaa0c55ad015";
    private const string HoldId = "holdId";

    // The wish stays the same whatever is free, so the call can be made again and again.
    private static readonly BestQuestion TwoByTheWindow = new(2, Cabin.Economy, SeatWish.Window);

    public static async ValueTask<ExampleCall?> HoldTheBestAsync(IServiceProvider services, CancellationToken cancel) =>
        await SomeSeatsAsync(services, cancel) is { } some ? Held(new HoldQuestion(some.Flight, Best: TwoByTheWindow), some) : null;

    public static async ValueTask<ExampleCall?> HoldSeatsAsync(IServiceProvider services, CancellationToken cancel) =>
        await SomeSeatsAsync(services, cancel) is { } some ? Held(new HoldQuestion(some.Flight, Seats: [.. some.Seats.Select(seat => seat.ToString())]), some) : null;

    public static async ValueTask<ExampleCall?> HoldForAnOfferAsync(IServiceProvider services, CancellationToken cancel) =>
        await BookingExample.OfferAsync(services, cancel) is { } offer && await SomeSeatsAsync(services, cancel) is { } some
            ? Held(new HoldQuestion(offer.Slices[0].Segments[0].FlightId, offer.Id, Best: new BestQuestion(1)), some)
            : null;

    public static async ValueTask<ExampleCall?> SeatUnknownAsync(IServiceProvider services, CancellationToken cancel) =>
        await SomeSeatsAsync(services, cancel) is { } some
            ? ExampleCall.With() with { Body = Write(new HoldQuestion(some.Flight, Seats: ["199Z"])), Status = StatusCodes.Status422UnprocessableEntity, IsMade = false }
            : null;

    public static async ValueTask<ExampleCall?> ExtendAsync(IServiceProvider services, CancellationToken cancel) => await SomeSeatsAsync(services, cancel) is { } some
        ? ExampleCall.With((HoldId, SomeHold)) with { IsMade = false, Shown = Answer(some, SeatHold.MostExtensions - 1), After = AHold }
        : null;

    public static async ValueTask<ExampleCall?> ReleaseAsync(IServiceProvider services, CancellationToken cancel) => await SomeSeatsAsync(services, cancel) is not null
        ? ExampleCall.With((HoldId, SomeHold)) with { IsMade = false, Status = StatusCodes.Status204NoContent, After = AHold }
        : null;

    public static async ValueTask<ExampleCall?> StreamAsync(IServiceProvider services, CancellationToken cancel) => await SomeSeatsAsync(services, cancel) is { } some
        ? ExampleCall.With(("flightId", some.Flight.ToString())) with { IsMade = false, Shown = SeatMapStream.Example(some.Flight, some.Seats[0]) }
        : null;

    private static ExampleStep AHold { get; } = new("holdSeats", "best", new Dictionary<string, string> { [HoldId] = "/id" });

    private static ExampleCall Held(HoldQuestion question, SomeSeats some) =>
        ExampleCall.With() with { Body = Write(question), Status = StatusCodes.Status201Created, IsMade = false, Shown = Answer(some, SeatHold.MostExtensions) };

    private static HoldAnswer Answer(SomeSeats some, int extensionsLeft)
    {
        var prices = some.Seats.Select(seat => new SeatPriceAnswer(seat, some.PriceOf(seat))).ToList();
        var total = prices.Aggregate(Money.Zero(prices[0].Price.Currency), (sum, price) => sum + price.Price);
        return new HoldAnswer(Domain.Seats.HoldId.TryParse(SomeHold, out var id) ? id : default, some.Flight, some.Seats, prices, total, some.Until, extensionsLeft);
    }

    private static string Write(HoldQuestion question) => JsonSerializer.Serialize(question, WithoutNulls);

    private static JsonSerializerOptions WithoutNulls { get; } = new(ApiJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    // The last two free seats of a flight some days ahead, side by side or not.
    private static async Task<SomeSeats?> SomeSeatsAsync(IServiceProvider services, CancellationToken cancel)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await services.GetRequiredService<FindFlights>().NextAsync(now, cancel) is not { } flight) return null;
        if (await services.GetRequiredService<ReadSeatMap>().RunAsync(flight.Id, [], cancel) is not { } map) return null;
        var free = map.Layout.Cabins.SelectMany(cabin => cabin.Rows.SelectMany(row => cabin.Groups.SelectMany(group => group.Where(row.Has).Select(letter => new SeatNumber(row.Number, letter)))))
            .Where(seat => map.StateOf(seat) is SeatState.Available).TakeLast(2).ToList();
        var priceOf = services.GetRequiredService<SeatQuotes>().For(map.Layout, flight.Origin, flight.Destination, null);
        return free.Count == 2 ? new SomeSeats(flight.Id, free, priceOf, now + SeatHold.Lifetime) : null;
    }

    private sealed record SomeSeats(FlightId Flight, IReadOnlyList<SeatNumber> Seats, Func<SeatNumber, Money> PriceOf, DateTimeOffset Until);
}
