using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Home;

/// <summary>A place to go to from a hub: the lowest return of a week in the month to come.</summary>
internal sealed record HubFare(string City, TimeSpan Takes, DateOnly Day, Money Lowest, string Href);

/// <summary>A hub and a few places to go to from it, near and far.</summary>
internal sealed record HubFares(string City, IReadOnlyList<HubFare> Fares)
{
    private const int MostHubs = 2, Nights = 7, DaysAhead = 14, Days = 28;

    /// <summary>Where along the routes, from the shortest to the longest, the places are taken.</summary>
    private static readonly double[] Reach = [0.15, 0.35, 0.55, 0.75, 0.95];

    public static async Task<IReadOnlyList<HubFares>> FindAsync(RouteMap map, AirportDirectory places, FindLowestFares findLowestFares, CancellationToken cancel)
    {
        var hubs = new List<HubFares>();
        foreach (var hub in map.Airports.OrderByDescending(airport => map.From(airport).Count).ThenBy(airport => airport).Take(MostHubs))
        {
            var fares = new List<HubFare>();
            foreach (var route in Choose(map.From(hub)))
            {
                if (await LowestAsync(route, map.FirstDay, places, findLowestFares, cancel) is { } fare) fares.Add(fare);
            }
            if (fares.Count > 0) hubs.Add(new(PlaceText.City(places, hub), fares));
        }
        return hubs;
    }

    private static IEnumerable<NonstopRoute> Choose(IReadOnlyList<NonstopRoute> routes)
    {
        var byTime = routes.OrderBy(route => route.Shortest).ThenBy(route => route.Destination).ToArray();
        return Reach.Select(share => (int)(share * byTime.Length)).Distinct().Where(at => at < byTime.Length).Select(at => byTime[at]);
    }

    private static async Task<HubFare?> LowestAsync(NonstopRoute route, DateOnly today, AirportDirectory places, FindLowestFares findLowestFares, CancellationToken cancel)
    {
        var from = today.AddDays(DaysAhead);
        var request = new LowestFaresRequest(route.Origin, route.Destination, from, from.AddDays(Days), new Party(1, 0, 0), Cabin.Economy, Nights);
        var fares = await findLowestFares.RunAsync(request, cancel);
        var lowest = fares.Where(fare => fare.Lowest is not null).OrderBy(fare => fare.Lowest.GetValueOrDefault().MinorUnits).ThenBy(fare => fare.Date).FirstOrDefault();
        if (lowest is not { Lowest: { } price }) return null;
        var query = new TripQuery { Slices = [new SliceRequest(route.Origin, route.Destination, lowest.Date)], Back = lowest.Date.AddDays(Nights) };
        return new HubFare(PlaceText.City(places, route.Destination), route.Shortest, lowest.Date, price, Links.Calendar(query, lowest.Date));
    }
}
