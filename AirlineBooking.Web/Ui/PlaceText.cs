using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Ui;

/// <summary>Places in the words of a traveller.</summary>
public static class PlaceText
{
    /// <summary>London, or the code of a place that is not known.</summary>
    public static string City(AirportDirectory directory, AirportCode code) => directory.FindPlace(code)?.City ?? code.ToString();

    /// <summary>London for its first airport and for all of them; London Luton for one that is not the first.</summary>
    public static string Asked(AirportDirectory directory, AirportCode code) =>
        directory.Find(code) is { MetropolitanArea: { } area } && area != code && directory.FindPlace(area) is { } city && city.Main.Code != code
            ? Airport(directory, code)
            : City(directory, code);

    /// <summary>London Heathrow: an airport's name with its city in front where the name does not say it.</summary>
    public static string Airport(AirportDirectory directory, AirportCode code)
    {
        if (directory.Find(code) is not { } airport) return code.ToString();
        var name = airport.Name.Replace(" Airport", "", StringComparison.Ordinal);
        return name.Contains(airport.City, StringComparison.OrdinalIgnoreCase) ? name : $"{airport.City} {name}";
    }

    /// <summary>London (LON): what a field shows so that it is understood again.</summary>
    public static string Typed(AirportDirectory directory, string typed)
    {
        if (typed.Length == 0 || directory.Understand(typed) is not { } place) return typed;
        return directory.Understand(place.City)?.Code == place.Code ? place.City : $"{place.City} ({place.Code})";
    }

    /// <summary>What stands under a field: LON, all airports; LHR, Heathrow.</summary>
    public static string Under(AirportDirectory directory, string typed) => typed.Length == 0 || directory.Understand(typed) is not { } place
        ? ""
        : place.Kind is PlaceKind.City ? $"{place.Code}, all airports" : $"{place.Code}, {place.Name.Replace(" Airport", "", StringComparison.Ordinal)}";

    /// <summary>10,885 km</summary>
    public static string Distance(Airport from, Airport to) => string.Create(CultureInfo.InvariantCulture, $"{GreatCircle.Kilometres(from, to):#,0} km");

    public static string NameAndCode(Place place) =>
        place.Kind is PlaceKind.City ? $"{place.Name}, {place.Code}" : $"{(place.Name.Contains(place.City, StringComparison.OrdinalIgnoreCase) ? place.Name : $"{place.City} {place.Name}")}, {place.Code}";
}
