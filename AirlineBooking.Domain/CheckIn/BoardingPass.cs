using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>Says that a passenger is checked in for a flight, and as which one in order. Name and seat are read where they stand.</summary>
public sealed class BoardingPass
{
    public required BoardingPassId Id { get; init; }
    public required BookingId BookingId { get; init; }
    public required PassengerId PassengerId { get; init; }
    public required FlightId FlightId { get; init; }

    /// <summary>Counted from 1 for each flight.</summary>
    public required int Sequence { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
}
