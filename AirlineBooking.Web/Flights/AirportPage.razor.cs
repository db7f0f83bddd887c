using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Flights;

/// <summary>One airport: what leaves from it, when it is there, and what lies near by.</summary>
public partial class AirportPage(AirportDirectories directories, FindRoutes findRoutes, NavigationManager navigation, TimeProvider clock)
{
    private const double NearKilometres = 200;
    private const int MostNear = 4;

    private Airport? _airport;
    private IReadOnlyList<(NonstopRoute Route, Airport To)> _routes = [];
    private IReadOnlyList<Airport> _nearby = [];
    private DateTime _localNow;
    private string _title = "", _description = "", _structured = "";

    [Parameter]
    public string Code { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places { get; set; } = AirportDirectory.Empty;

    protected override async Task OnParametersSetAsync()
    {
        Places = directories.Current;
        if (!AirportCode.TryParse(Code, out var code) || (Places.Find(code) ?? Places.FindPlace(code)?.Main) is not { } airport)
        {
            navigation.NotFound();
            return;
        }
        if (airport.Code.ToString() != Code)
        {
            // lhr and LON have one address: the airport's.
            navigation.NavigateTo(Links.Airport(airport.Code));
            return;
        }
        var map = await findRoutes.RunAsync(Http?.RequestAborted ?? CancellationToken.None);
        var routes = new List<(NonstopRoute Route, Airport To)>();
        foreach (var route in map.From(airport.Code))
        {
            if (Places.Find(route.Destination) is { } to) routes.Add((route, to));
        }
        _routes = [.. routes.OrderBy(route => route.To.City, StringComparer.Ordinal)];
        _nearby = [.. Places.Nearby(Places.FindPlace(airport.Code) ?? new Place(PlaceKind.Airport, airport.Code, airport.Name, airport.City, airport.Country, [airport]), NearKilometres, int.MaxValue)
            .Where(near => map.From(near.Code).Count > 0).Take(MostNear)];
        _localNow = AirportClock.ToLocal(clock.GetUtcNow(), airport.TimeZone);
        _title = $"{PlaceText.Airport(Places, airport.Code)}, {airport.Code}";
        _description = _routes.Count == 0
            ? $"{airport.Name}, {CountryNames.Of(airport.Country)}."
            : $"{airport.Name}, {CountryNames.Of(airport.Country)}: non-stop flights to {PartyText.Count(_routes.Count, "place", "places")} this week.";
        _structured = StructuredData.Airport(airport);
        _airport = airport;
    }
}
