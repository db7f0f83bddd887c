using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>An airport as a file tells it; what the file does not tell is null.</summary>
internal sealed record ToldAirport(AirportCode Code, string Name, string Country, double Latitude, double Longitude, string TimeZone)
{
    public string? Icao { get; init; }
    public string? City { get; init; }
    public AirportCode? MetropolitanArea { get; init; }
    public int Line { get; init; }
}

/// <summary>Reads airports from CSV: the rules of one row. Pure.</summary>
internal sealed class AirportsFile(CsvTable table)
{
    public static readonly string[] RequiredColumns = ["iata", "name", "country", "latitude", "longitude", "time_zone"];

    private readonly int _iata = table.Find("iata");
    private readonly int _name = table.Find("name");
    private readonly int _country = table.Find("country");
    private readonly int _latitude = table.Find("latitude");
    private readonly int _longitude = table.Find("longitude");
    private readonly int _timeZone = table.Find("time_zone");
    private readonly int _icao = table.Find("icao");
    private readonly int _city = table.Find("city");
    private readonly int _metro = table.Find("metro");

    /// <summary>The airport of the row that the table stands on, or the reason why there is none.</summary>
    public ToldAirport? Read(out string reason)
    {
        reason = "";
        if (table.Broken is { } broken) return No(broken, out reason);
        if (!AirportCode.TryParse(table[_iata], out var code)) return No($"iata '{table[_iata]}' is not three letters", out reason);
        var name = table[_name];
        if (name.Length is 0 or > Airport.NameLength) return No($"name must have 1 to {Airport.NameLength} characters", out reason);
        var country = table[_country].ToUpperInvariant();
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)) return No($"country '{table[_country]}' is not two letters", out reason);
        if (!TryDegrees(table[_latitude], 90, out var latitude)) return No($"latitude '{table[_latitude]}' is not between -90 and 90", out reason);
        if (!TryDegrees(table[_longitude], 180, out var longitude)) return No($"longitude '{table[_longitude]}' is not between -180 and 180", out reason);
        var zone = table[_timeZone];
        if (zone.Length is 0 or > Airport.TimeZoneLength || !AirportClock.Knows(zone)) return No($"time_zone '{zone}' is not a name of the IANA time zones such as Europe/London", out reason);
        var icao = table[_icao].ToUpperInvariant();
        if (icao.Length > 0 && (icao.Length != 4 || !icao.All(char.IsAsciiLetterOrDigit))) return No($"icao '{icao}' is not four letters or digits", out reason);
        var city = table[_city];
        if (city.Length > Airport.CityLength) return No($"city has more than {Airport.CityLength} characters", out reason);
        AirportCode? metro = null;
        if (table[_metro] is { Length: > 0 } area)
        {
            if (!AirportCode.TryParse(area, out var found)) return No($"metro '{area}' is not three letters", out reason);
            metro = found;
        }
        return new ToldAirport(code, name, country, latitude, longitude, zone)
        {
            Icao = icao.Length == 0 ? null : icao, City = city.Length == 0 ? null : city, MetropolitanArea = metro, Line = table.Line,
        };
    }

    private static ToldAirport? No(string because, out string reason)
    {
        reason = because;
        return null;
    }

    private static bool TryDegrees(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= most;
}
