using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>What pricing and showing an offer need to know of one flight in the cabin asked for.</summary>
/// <param name="Id">Which flight.</param>
/// <param name="Number">What it is sold as.</param>
/// <param name="OperatingCarrier">Who flies it.</param>
/// <param name="Origin">Where it leaves from.</param>
/// <param name="Destination">Where it goes to.</param>
/// <param name="DepartingAt">Local time at the origin.</param>
/// <param name="ArrivingAt">Local time at the destination.</param>
/// <param name="DepartsAt">The instant of departure.</param>
/// <param name="ArrivesAt">The instant of arrival.</param>
/// <param name="Aircraft">ICAO type designator.</param>
/// <param name="SameAircraft">True when passengers stay on board from the flight before.</param>
/// <param name="Limits">The index of the cabin's booking limits.</param>
/// <param name="Sold">How many seats of the cabin are sold or held.</param>
public sealed record SegmentFacts(
    FlightId Id,
    FlightNumber Number,
    string OperatingCarrier,
    AirportCode Origin,
    AirportCode Destination,
    DateTime DepartingAt,
    DateTime ArrivingAt,
    DateTimeOffset DepartsAt,
    DateTimeOffset ArrivesAt,
    string Aircraft,
    bool SameAircraft,
    ushort Limits,
    int Sold);

/// <summary>The flights of one slice in order, from its origin to its destination.</summary>
public sealed record SliceFacts(IReadOnlyList<SegmentFacts> Flights)
{
    public AirportCode Origin => Flights[0].Origin;

    public AirportCode Destination => Flights[^1].Destination;

    /// <summary>The local date on which it begins: fares and taxes of the whole slice are those of this date.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Flights[0].DepartingAt);
}
