using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Finds the flights between two airports on the seven days from a day on, in the order they leave.</summary>
public sealed class FindWeekOfRoute(IDbContextFactory<AirlineDb> databases)
{
    private const int Days = 7;

    /// <summary>More than a route has in a week: every twenty minutes, day and night.</summary>
    private const int MostFlights = 504;

    public async Task<IReadOnlyList<Flight>> RunAsync(AirportCode origin, AirportCode destination, DateOnly firstDay, CancellationToken cancel)
    {
        var until = firstDay.AddDays(Days);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Flights.AsNoTracking()
            .Where(flight => flight.Origin == origin && flight.Destination == destination
                && flight.Date >= firstDay && flight.Date < until && flight.Status != FlightStatus.Cancelled)
            .OrderBy(flight => flight.DepartsAt).ThenBy(flight => flight.Id)
            .Take(MostFlights)
            .ToListAsync(cancel);
    }
}
