using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Finds where something flies in the week that begins today. Read once a day and schedule version, then kept.</summary>
public sealed class FindRoutes(IDbContextFactory<AirlineDb> databases, TimeProvider clock)
{
    private const int Days = 7;

    private Kept _kept = new(long.MinValue, RouteMap.Empty);

    public async Task<RouteMap> RunAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var version = await ScheduleVersions.ReadAsync(db, cancel);
        var kept = Volatile.Read(ref _kept);
        if (kept.Version == version && kept.Map.FirstDay == today) return kept.Map;

        var until = today.AddDays(Days);
        var flights = await db.Flights.AsNoTracking()
            .Where(flight => flight.Date >= today && flight.Date < until && flight.Status != FlightStatus.Cancelled)
            .Select(flight => new { flight.Origin, flight.Destination, flight.DepartsAt, flight.ArrivesAt })
            .ToListAsync(cancel);
        var map = new RouteMap(today, [.. flights
            .GroupBy(flight => (flight.Origin, flight.Destination))
            .Select(route => new NonstopRoute(route.Key.Origin, route.Key.Destination, route.Count(), route.Min(flight => flight.ArrivesAt - flight.DepartsAt)))]);
        Volatile.Write(ref _kept, new Kept(version, map));
        return map;
    }

    private sealed record Kept(long Version, RouteMap Map);
}
