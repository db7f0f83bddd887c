using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>
/// What choosing a seat costs, in minor units of the airline's currency: by zone and distance, half as much again in premium
/// economy, nothing in business and first. The fare family decides what is free: no seat with Light and Classic, all but extra
/// legroom and exit rows with Flex. Nobody pays for a seat that is given at check-in.
/// </summary>
public static class SeatPrices
{
    // By distance band, then in the order of SeatZone.
    private static readonly long[][] List =
    [
        [800, 1000, 1400, 1800, 1800],
        [1400, 1800, 2400, 3800, 3800],
        [2400, 3000, 3800, 6900, 6900],
    ];

    /// <summary>The price of a seat; the list price when no fare family is known.</summary>
    public static long MinorUnitsOf(CabinLayout layout, SeatNumber seat, FareFamily? family, DistanceBand band)
    {
        if (layout.CabinOf(seat.Row, seat.Letter) is not { } cabin || cabin.Cabin is Cabin.Business or Cabin.First) return 0;
        var zone = SeatCharacteristics.ZoneOf(layout, seat);
        if (family is { } sold && IsFree(FareFamilies.Of(cabin.Cabin, sold, band).Seats, zone)) return 0;
        var price = List[(int)band][(int)zone];
        return cabin.Cabin is Cabin.PremiumEconomy ? price * 3 / 2 : price;
    }

    /// <summary>The least that a seat costs which is not free to choose.</summary>
    public static long LowestMinorUnitsOf(Cabin cabin, DistanceBand band) => cabin switch
    {
        Cabin.Business or Cabin.First => 0,
        Cabin.PremiumEconomy => List[(int)band][0] * 3 / 2,
        _ => List[(int)band][0],
    };

    private static bool IsFree(SeatChoice choice, SeatZone zone) => choice switch
    {
        SeatChoice.Charged => false,
        SeatChoice.Standard => zone is SeatZone.Standard or SeatZone.Preferred or SeatZone.Front,
        _ => true,
    };
}
