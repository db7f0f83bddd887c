using System.Collections.Frozen;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>Two airports with flights between them: how many in a week, and how long the quickest takes.</summary>
public sealed record NonstopRoute(AirportCode Origin, AirportCode Destination, int FlightsAWeek, TimeSpan Shortest);

/// <summary>Where something flies in one week, without changing: what the pages about places say.</summary>
public sealed class RouteMap
{
    private readonly FrozenDictionary<AirportCode, NonstopRoute[]> _from;

    public RouteMap(DateOnly firstDay, IReadOnlyCollection<NonstopRoute> routes)
    {
        FirstDay = firstDay;
        Routes = [.. routes.OrderBy(route => route.Origin).ThenBy(route => route.Destination)];
        _from = Routes.GroupBy(route => route.Origin).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    public static RouteMap Empty { get; } = new(default, []);

    /// <summary>The week begins on this day, local at each origin.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<NonstopRoute> Routes { get; }

    /// <summary>Airports that something leaves from, in the order of their codes.</summary>
    public IEnumerable<AirportCode> Airports => _from.Keys.Order();

    public IReadOnlyList<NonstopRoute> From(AirportCode airport) => _from.TryGetValue(airport, out var routes) ? routes : [];

    public NonstopRoute? Find(AirportCode origin, AirportCode destination)
    {
        foreach (var route in From(origin))
        {
            if (route.Destination == destination) return route;
        }
        return null;
    }
}
