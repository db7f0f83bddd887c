using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Flights;

/// <summary>Two airports with flights between them: the week's timetable, the distance, the time and the lowest fare.</summary>
public partial class RoutePage(
    AirportDirectories directories, FindRoutes findRoutes, FindWeekOfRoute findWeek, FindLowestFares findLowestFares, NavigationManager navigation)
{
    private const int DaysOfFares = 28;

    private Airport? _origin, _destination;
    private NonstopRoute? _route;
    private DateOnly _firstDay;
    private IReadOnlyList<TimetableLine> _lines = [];
    private DayFare? _lowest;
    private TripQuery _query = new() { Slices = [] };
    private string _description = "", _structured = "";

    [Parameter]
    public string Pair { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places { get; set; } = AirportDirectory.Empty;

    protected override async Task OnParametersSetAsync()
    {
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        Places = directories.Current;
        var map = await findRoutes.RunAsync(cancel);
        if (Find(map) is not { } route || Places.Find(route.Origin) is not { } origin || Places.Find(route.Destination) is not { } destination)
        {
            navigation.NotFound();
            return;
        }
        _firstDay = map.FirstDay;
        _lines = TimetableLine.Of(await findWeek.RunAsync(route.Origin, route.Destination, map.FirstDay, cancel));
        var fares = await findLowestFares.RunAsync(new LowestFaresRequest(route.Origin, route.Destination, map.FirstDay.AddDays(1), map.FirstDay.AddDays(DaysOfFares), new Party(1, 0, 0), Cabin.Economy), cancel);
        _lowest = fares.Where(fare => fare.Lowest is not null).OrderBy(fare => fare.Lowest.GetValueOrDefault().MinorUnits).ThenBy(fare => fare.Date).FirstOrDefault();
        _query = new TripQuery { Slices = [new SliceRequest(route.Origin, route.Destination, map.FirstDay)] };
        _description = $"{PartyText.Count(route.FlightsAWeek, "non-stop flight", "non-stop flights")} this week from {PlaceText.Airport(Places, origin.Code)} to {PlaceText.Airport(Places, destination.Code)}, {TimeText.Duration(route.Shortest)} at the quickest.";
        _structured = StructuredData.Route(origin, destination, path => navigation.BaseUri.TrimEnd('/') + path);
        (_origin, _destination, _route) = (origin, destination, route);
    }

    private NonstopRoute? Find(RouteMap map)
    {
        var ends = Pair.Split('-');
        return ends.Length == 2 && AirportCode.TryParse(ends[0], out var from) && AirportCode.TryParse(ends[1], out var to) ? map.Find(from, to) : null;
    }
}
