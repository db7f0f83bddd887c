using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Flights;

/// <summary>Every place that something flies from, by country.</summary>
public partial class AirportsPage(AirportDirectories directories, FindRoutes findRoutes)
{
    private IReadOnlyList<(string Country, Airport[] Airports)> _countries = [];
    private string _description = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var map = await findRoutes.RunAsync(Http?.RequestAborted ?? CancellationToken.None);
        var places = directories.Current;
        var airports = map.Airports.Select(places.Find).OfType<Airport>().ToArray();
        _countries = [.. airports
            .GroupBy(airport => CountryNames.Of(airport.Country))
            .OrderBy(country => country.Key, StringComparer.Ordinal)
            .Select(country => (country.Key, country.OrderBy(airport => airport.City, StringComparer.Ordinal).ThenBy(airport => airport.Code).ToArray()))];
        _description = $"{PartyText.Count(airports.Length, "airport", "airports")} in {PartyText.Count(_countries.Count, "country", "countries")} this week. Choose one to see what leaves from it.";
    }
}
