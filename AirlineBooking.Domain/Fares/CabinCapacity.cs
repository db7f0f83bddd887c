using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>How many seats each cabin of a flight may sell, and by which booking limits.</summary>
public static class CabinCapacity
{
    /// <summary>The seats of one cabin; none when the aircraft has no such cabin. An aircraft that is not known by its seats has economy alone.</summary>
    public static int Of(string aircraft, int seats, Cabin cabin) => CabinLayouts.For(aircraft, seats).SeatsIn(cabin);

    /// <summary>Where the limits of a flight's cabin stand in the table.</summary>
    public static ushort LimitsIndex(AirportCode origin, AirportCode destination, DateTime departingAt, string aircraft, int seats, Cabin cabin) =>
        BookingLimitsTable.IndexOf(cabin, Of(aircraft, seats, cabin), Demand.LevelOf(origin, destination, departingAt));
}
