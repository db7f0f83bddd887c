using System.Text.Json;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>The offer that the document's examples book: one that leaves within a day, so that check-in for it is open.</summary>
internal static class BookingExample
{
    public const string SomeLocator = "7KXQ4M";
    public const string SomeBooking = "bkg_0199f3a8c0de7b21a4c5d6e7f8091a2b";
    public const string SomePassenger = "pax_0199f3a8c0de7b21a4c5d6e7f8091a2c";
    public const string TokenText = "$bookingToken";

    private const int MostFlights = 20;

    private static readonly TimeSpan Soonest = TimeSpan.FromHours(3);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(23);

    /// <summary>After the booking of the document's first example, with its token.</summary>
    public static ExampleStep AfterBooking(params (string Name, string From)[] more) => After("book", "book", more);

    public static ExampleStep After(string operation, string example, params (string Name, string From)[] more)
    {
        var take = new Dictionary<string, string> { [TokenText] = BookingAccess.TokenHeader, [BookingEndpoints.Locator] = "/locator" };
        foreach (var (name, from) in more) take[name] = from;
        return new ExampleStep(operation, example, take);
    }

    /// <summary>A direct flight for one adult, or any that is on sale.</summary>
    public static async Task<Offer?> OfferAsync(IServiceProvider services, CancellationToken cancel)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var flights = services.GetRequiredService<FindFlights>();
        if (await flights.FirstAsync(now + Soonest, cancel) is not { } flight) return null;
        if (flight.DepartsAt > now + Latest && await flights.NextAsync(now, cancel) is { } later) flight = later;
        var request = new SearchRequest([new SliceRequest(flight.Origin, flight.Destination, flight.Date)], new Party(1, 0, 0), Cabin.Economy, MaxStops: 0);
        var page = await services.GetRequiredService<SearchOffers>().RunAsync(request, null, MostFlights, cancel);
        if (page.Value is not { Offers: { Count: > 0 } offers }) return null;
        var cheapest = offers.FirstOrDefault(offer => offer.Slices[0].Segments[0].FlightId == flight.Id) ?? offers[0];
        // Flex, where there is one: its seats can be chosen and its refund can be seen.
        var flexible = cheapest.OtherFamilies.FirstOrDefault(family => family.Family is FareFamily.Flex);
        return flexible is null ? cheapest : (await services.GetRequiredService<ReadOffer>().RunAsync(flexible.OfferId, cancel)).Value?.Offer ?? cheapest;
    }

    public static string Write<T>(T question) => JsonSerializer.Serialize(question, WithoutNulls);

    private static JsonSerializerOptions WithoutNulls { get; } = new(ApiJson.Options) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
}
