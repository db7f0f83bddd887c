using System.Text.Json.Serialization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Flights;

/// <summary>An airport or a city, as partners read it.</summary>
public sealed record AirportAnswer(
    PlaceKind Type, AirportCode Iata, string Name, string City, string Country, string TimeZone, double Latitude, double Longitude)
{
    public static AirportAnswer Of(Place place) => new(
        place.Kind, place.Code, place.Name, place.City, place.Country, place.TimeZone, place.Main.Latitude, place.Main.Longitude);

    public static AirportAnswer Of(Airport airport) => new(
        PlaceKind.Airport, airport.Code, airport.Name, airport.City, airport.Country, airport.TimeZone, airport.Latitude, airport.Longitude);
}

/// <summary>A dated flight, as partners read it. Times at the airports are local, beside their zones.</summary>
public sealed record FlightAnswer(
    FlightId Id,
    FlightNumber FlightNumber,
    AirportCode Origin,
    AirportCode Destination,
    DateTime DepartingAt,
    DateTime ArrivingAt,
    string OriginTimeZone,
    string DestinationTimeZone,
    [property: JsonPropertyName("departsAtUtc")] DateTimeOffset DepartsAt,
    [property: JsonPropertyName("arrivesAtUtc")] DateTimeOffset ArrivesAt,
    TimeSpan Duration,
    string Aircraft,
    FlightStatus Status,
    string? Terminal,
    string? Gate,
    IReadOnlyList<CabinAnswer> Cabins)
{
    public static FlightAnswer Of(Flight flight, AirportDirectory airports, IEnumerable<FlightCabin> promised) => new(
        flight.Id, flight.FlightNumber, flight.Origin, flight.Destination, flight.DepartsAtLocal, flight.ArrivesAtLocal,
        ZoneOf(flight.Origin, airports), ZoneOf(flight.Destination, airports), flight.DepartsAt, flight.ArrivesAt, flight.Duration,
        flight.Aircraft, flight.Status, flight.DepartureTerminal, flight.Gate, CabinAnswer.Of(flight, promised));

    // A flight's airports are in the table, by a foreign key; the directory may be a moment behind an import.
    private static string ZoneOf(AirportCode code, AirportDirectory airports) => airports.Find(code)?.TimeZone ?? "Etc/UTC";
}

/// <summary>A cabin of a flight and what is left in it.</summary>
public sealed record CabinAnswer(Cabin Cabin, int Capacity, int SeatsLeft)
{
    /// <summary>Every cabin of the aircraft; what is held counts as promised, for it may be sold the next moment.</summary>
    public static IReadOnlyList<CabinAnswer> Of(Flight flight, IEnumerable<FlightCabin> promised)
    {
        var byCabin = promised.ToDictionary(cabin => cabin.Cabin);
        return
        [
            .. CabinLayouts.For(flight.Aircraft, flight.Seats).Cabins
                .GroupBy(cabin => cabin.Cabin, cabin => cabin.Seats)
                .Select(cabin => new CabinAnswer(cabin.Key, cabin.Sum(), byCabin.TryGetValue(cabin.Key, out var known) ? Math.Max(0, known.Authorised - known.Taken) : cabin.Sum())),
        ];
    }
}
