using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>How many seats each cabin of a flight may sell, and by which booking limits.</summary>
public static class CabinCapacity
{
    /// <summary>The seats of one cabin; none when the aircraft has no such cabin. An aircraft that is not known by its seats has economy alone.</summary>
    public static int Of(string aircraft, int seats, Cabin cabin)
    {
        var (premium, business) = (aircraft, seats) switch
        {
            ("A20N", 174) => (0, 12),
            ("A21N", 214) => (0, 16),
            ("B789", 288) => (28, 30),
            ("A359", 315) => (32, 40),
            _ => (0, 0),
        };
        return cabin switch
        {
            Cabin.Economy => seats - premium - business,
            Cabin.PremiumEconomy => premium,
            Cabin.Business => business,
            _ => 0,
        };
    }

    /// <summary>Where the limits of a flight's cabin stand in the table.</summary>
    public static ushort LimitsIndex(AirportCode origin, AirportCode destination, DateTime departingAt, string aircraft, int seats, Cabin cabin) =>
        BookingLimitsTable.IndexOf(cabin, Of(aircraft, seats, cabin), Demand.LevelOf(origin, destination, departingAt));
}
