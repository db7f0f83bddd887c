namespace AirlineBooking.Domain.Flights;

/// <summary>Answers which of some flights somebody holds or bought a seat on, as the unit of work of the context sees them.</summary>
public delegate Task<IReadOnlyCollection<FlightId>> AskForPassengers(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel);

/// <summary>Answers which of some flights were ever sold, even where everybody has cancelled since.</summary>
public delegate Task<IReadOnlyCollection<FlightId>> AskForSales(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel);

/// <summary>Takes away what is kept of flights without passengers, in the unit of work that removes them.</summary>
public delegate Task ClearFlights(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel);

/// <summary>Which flights have passengers: an import may not remove them, retime them much or change their layout. What was sold is kept with its flight.</summary>
/// <remarks>Flights know no seats and no bookings. Who keeps them registers what it can answer and what it clears, and every one is asked.</remarks>
public sealed class FlightsWithPassengers(IEnumerable<AskForPassengers> asks, IEnumerable<AskForSales> sales, IEnumerable<ClearFlights> clears)
{
    public async Task<IReadOnlySet<FlightId>> AmongAsync(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
    {
        var found = new HashSet<FlightId>();
        if (flights.Count == 0) return found;
        foreach (var ask in asks) found.UnionWith(await ask(db, flights, cancel));
        return found;
    }

    public async Task<IReadOnlySet<FlightId>> SoldAsync(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
    {
        var found = new HashSet<FlightId>();
        if (flights.Count == 0) return found;
        foreach (var ask in sales) found.UnionWith(await ask(db, flights, cancel));
        return found;
    }

    public async Task ClearAsync(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
    {
        if (flights.Count == 0) return;
        foreach (var clear in clears) await clear(db, flights, cancel);
    }
}
