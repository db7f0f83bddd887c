using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web;

/// <summary>Every address of the site. A page that links to another asks here.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Destinations = "/airports";
    public const string PartnerDocs = "/docs";

    /// <summary>The Latin font. Its name carries its version, so that it may be kept for ever.</summary>
    public const string Font = "/fonts/instrument-sans-latin.woff2";

    public static string About(string? section = null) => Section("/about", section);

    public static string Conditions(string? section = null) => Section("/conditions", section);

    public static string FlightStatus() => "/flight-status";

    public static string FlightStatus(FlightNumber number, DateOnly date) => $"/flight-status?number={number}&date={Iso(date)}";

    public static string FlightStatus(AirportCode origin, AirportCode destination, DateOnly date) =>
        $"/flight-status?from={origin}&to={destination}&date={Iso(date)}";

    public static string Airport(AirportCode airport) => $"/airports/{airport}";

    public static string Route(AirportCode origin, AirportCode destination) => $"/routes/{origin}-{destination}";

    private static string Section(string page, string? section) => section is null ? page : $"{page}#{section}";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
