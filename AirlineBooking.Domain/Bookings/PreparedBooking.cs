using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>A booking that is ready to be written: everything was read, priced and checked before the unit of work.</summary>
internal sealed record PreparedBooking(
    Booking Booking,
    IReadOnlyList<PreparedPassenger> Passengers,
    Contact Contact,
    IReadOnlyList<FlightPlaces> Places,
    IReadOnlyList<HoldId> Holds);

/// <summary>A passenger with who they are.</summary>
internal sealed record PreparedPassenger(BookingPassenger Passenger, Traveller Traveller, TravelDocument? Document);

/// <summary>What a booking needs of one flight: seats that were chosen, and places without a seat.</summary>
internal sealed record FlightPlaces(SeatingPlan Plan, Cabin Cabin, IReadOnlyList<ChosenSeat> Seats, int Unseated);

/// <summary>A seat that a passenger chose, and the hold it is taken from.</summary>
internal sealed record ChosenSeat(SeatNumber Seat, PassengerId Passenger, HoldId? Hold);
