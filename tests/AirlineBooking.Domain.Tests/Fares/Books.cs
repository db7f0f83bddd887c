using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Tests.Fares;

/// <summary>A fare book over the real airports, and flights to price with it.</summary>
internal static class Books
{
    public static readonly CurrencyCode Gbp = CurrencyCode.Parse("GBP");

    public static readonly IReadOnlyList<Airport> Airports = ReferenceFiles.Read(ReferenceFiles.Airports, csv => new Airport
    {
        Code = AirportCode.Parse(csv.Text("iata")),
        Name = csv.Text("name"),
        City = csv.TextOrNull("city") ?? "",
        MetropolitanArea = csv.TextOrNull("metro") is { } area ? AirportCode.Parse(area) : null,
        Country = csv.Text("country"),
        Latitude = csv.Number("latitude"),
        Longitude = csv.Number("longitude"),
        TimeZone = csv.Text("time_zone"),
    });

    /// <summary>Everything by distance, with the taxes of this build.</summary>
    public static readonly FareBook ByDistance = With();

    public static readonly OfferSigner Signer = new([Key(1)]);

    public static FareBook With(params Fare[] fares) => new(1, Gbp, Airports, fares, TaxRules.OfThisBuild(Gbp));

    public static Fare Fare(string origin, string destination, Cabin cabin, long amount, string from = "2026-01-01", string? to = null) => new()
    {
        Origin = Code(origin),
        Destination = Code(destination),
        Cabin = cabin,
        Amount = amount,
        Currency = Gbp,
        ValidFrom = Day(from),
        ValidTo = to is null ? null : Day(to),
    };

    public static OfferKey Key(int id, byte seed = 7, DateTimeOffset signsFrom = default) =>
        new() { Id = id, Secret = [.. Enumerable.Repeat(seed, OfferKey.SecretLength)], CreatedAt = signsFrom, SignsFrom = signsFrom };

    public static AirportCode Code(string text) => AirportCode.Parse(text);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    /// <summary>A slice over these airports, a flight every twelve hours.</summary>
    public static SliceFacts Slice(Cabin cabin, DateTime departingAt, int demandLevel, params string[] airports) => new([.. airports.Skip(1).Select((to, i) =>
    {
        var leaves = departingAt.AddHours(12 * i);
        return new SegmentFacts(
            new FlightId(1000 + i), FlightNumber.Parse("T0101"), "T0", Code(airports[i]), Code(to), leaves, leaves.AddHours(8),
            new DateTimeOffset(leaves, TimeSpan.Zero), new DateTimeOffset(leaves.AddHours(8), TimeSpan.Zero), "B789", SameAircraft: false,
            BookingLimitsTable.IndexOf(cabin, 200, demandLevel), Sold: 0);
    })]);
}
