using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Home;

/// <summary>The first page: where next?</summary>
public partial class HomePage(AirportDirectories directories, FindRoutes findRoutes, FindLowestFares findLowestFares, TimeProvider clock)
{
    private TripFields _fields = TripFields.Read(QueryCollection.Empty);
    private DateOnly _today;
    private IReadOnlyList<HubFares> _hubs = [];
    private string _lede = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places { get; set; } = AirportDirectory.Empty;

    protected override async Task OnParametersSetAsync()
    {
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        Places = directories.Current;
        _fields = TripFields.Read(Http?.Request.Query ?? QueryCollection.Empty);
        _today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var map = await findRoutes.RunAsync(cancel);
        _hubs = await HubFares.FindAsync(map, Places, findLowestFares, cancel);
        var from = string.Join(" and ", _hubs.Select(hub => hub.City));
        _lede = _hubs.Count == 0
            ? "The first price you see is the last price you pay."
            : $"{Count(map.Airports.Count() - 1)} places from {from}. The first price you see is the last price you pay.";
    }

    // Sixty reads better than 60 in a sentence this large, and stays true when it is not quite.
    private static string Count(int places) => places switch
    {
        60 => "Sixty",
        > 60 and < 66 => "More than sixty",
        _ => places.ToString(CultureInfo.InvariantCulture),
    };
}
