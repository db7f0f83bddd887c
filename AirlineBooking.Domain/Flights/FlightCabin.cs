using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>What is left to sell of one cabin of a flight. The row is the lock and the counter of everybody who changes its seats.</summary>
/// <remarks>It is made when the first seat is asked for; a flight without one has sold nothing.</remarks>
public sealed class FlightCabin
{
    public required FlightId FlightId { get; init; }
    public required Cabin Cabin { get; init; }

    /// <summary>Seats of the layout in this cabin.</summary>
    public required int Capacity { get; set; }

    /// <summary>How many passengers may be taken: the capacity, unless overbooking is set.</summary>
    public required int Authorised { get; set; }

    /// <summary>Passengers who have a place but no seat yet.</summary>
    public int Unseated { get; set; }

    /// <summary>Claimed seats and unseated passengers, as of the last change; holds that ran out since still count.</summary>
    public int Taken { get; set; }

    /// <summary>Counts every change. That of the flight's lowest cabin is the version of its seat map.</summary>
    public long Version { get; set; }
}
