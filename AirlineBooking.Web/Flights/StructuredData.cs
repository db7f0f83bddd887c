using System.Text.Json;
using System.Text.Json.Nodes;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Web.Flights;

/// <summary>What search engines read of a page: schema.org as JSON-LD. The serializer escapes what HTML would read.</summary>
internal static class StructuredData
{
    public static string Airport(Airport airport) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Airport",
        ["name"] = airport.Name,
        ["iataCode"] = airport.Code.ToString(),
        ["icaoCode"] = airport.Icao,
        ["address"] = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = airport.City, ["addressCountry"] = airport.Country },
        ["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = airport.Latitude, ["longitude"] = airport.Longitude },
    }.ToJsonString(JsonSerializerOptions.Web);

    /// <summary>The way from the list of places to a route.</summary>
    public static string Route(Airport origin, Airport destination, Func<string, string> absolute) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray(
            Crumb(1, "Where we fly", absolute(Links.Destinations)),
            Crumb(2, origin.City, absolute(Links.Airport(origin.Code))),
            Crumb(3, destination.City, absolute(Links.Route(origin.Code, destination.Code)))),
    }.ToJsonString(JsonSerializerOptions.Web);

    private static JsonObject Crumb(int position, string name, string address) => new()
    {
        ["@type"] = "ListItem",
        ["position"] = position,
        ["name"] = name,
        ["item"] = address,
    };
}
