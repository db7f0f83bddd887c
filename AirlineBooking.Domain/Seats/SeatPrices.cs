using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>What choosing a seat costs, in minor units of the airline's currency.</summary>
public static class SeatPrices
{
    public static long MinorUnitsOf(CabinLayout layout, SeatNumber seat, FareFamily? family, DistanceBand band) =>
        layout.CabinOf(seat.Row, seat.Letter) is { Cabin: Cabin.Economy } ? 800 * (1 + (int)band) : 0;
}
