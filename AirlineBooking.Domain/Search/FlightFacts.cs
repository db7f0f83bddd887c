using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>What the timetable is told about one flight on sale. Local times are the truth; the instants are whole UTC minutes.</summary>
public readonly record struct FlightFacts
{
    public required FlightId Id { get; init; }
    public required string Carrier { get; init; }
    public required string OperatingCarrier { get; init; }
    public required int Number { get; init; }
    public string Suffix { get; init; }
    public int LegSequence { get; init; }

    /// <summary>The local date of the service's first leg.</summary>
    public required DateOnly ServiceDate { get; init; }
    public bool JoinsNextLeg { get; init; }
    public required AirportCode Origin { get; init; }
    public required AirportCode Destination { get; init; }
    public required DateTime DepartsLocal { get; init; }
    public required DateTime ArrivesLocal { get; init; }
    public required DateTimeOffset DepartsAt { get; init; }
    public required DateTimeOffset ArrivesAt { get; init; }
    public required string Aircraft { get; init; }
    public required int Seats { get; init; }
}
