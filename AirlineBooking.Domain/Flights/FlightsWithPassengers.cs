namespace AirlineBooking.Domain.Flights;

/// <summary>Which flights somebody holds or bought a seat on: an import may not remove them, retime them much or change their layout.</summary>
public sealed class FlightsWithPassengers
{
    /// <summary>Those of the flights that have passengers, as the unit of work sees them.</summary>
    /// <remarks>No seats are sold yet. Holds and sales will be asked for here, in one place for planning and for the last commit.</remarks>
    public Task<IReadOnlySet<FlightId>> AmongAsync(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(flights);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlySet<FlightId>>(new HashSet<FlightId>());
    }
}
