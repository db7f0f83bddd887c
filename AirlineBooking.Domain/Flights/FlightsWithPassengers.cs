namespace AirlineBooking.Domain.Flights;

/// <summary>Answers which of some flights somebody holds or bought a seat on, as the unit of work of the context sees them.</summary>
public delegate Task<IReadOnlyCollection<FlightId>> AskForPassengers(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel);

/// <summary>Which flights have passengers: an import may not remove them, retime them much or change their layout.</summary>
/// <remarks>Flights know no seats and no bookings. Who keeps them registers an <see cref="AskForPassengers"/>, and every one is asked.</remarks>
public sealed class FlightsWithPassengers(IEnumerable<AskForPassengers> asks)
{
    public async Task<IReadOnlySet<FlightId>> AmongAsync(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
    {
        var found = new HashSet<FlightId>();
        if (flights.Count == 0) return found;
        foreach (var ask in asks) found.UnionWith(await ask(db, flights, cancel));
        return found;
    }
}
