using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>The booking classes of each cabin, cheapest first, with the letters the trade gives them.</summary>
public static class BookingClassLadder
{
    /// <summary>The longest ladder, economy's.</summary>
    public const int MostClasses = 9;

    private static readonly BookingClass[][] Ladders =
    [
        Ladder(Cabin.Economy,
            ("O", 1000, 200), ("N", 1120, 170), ("S", 1270, 150), ("V", 1450, 130), ("Q", 1680, 110), ("M", 1980, 90), ("K", 2350, 70), ("B", 2800, 50), ("Y", 3400, 30)),
        Ladder(Cabin.PremiumEconomy, ("T", 1000, 450), ("E", 1250, 330), ("W", 1600, 220)),
        Ladder(Cabin.Business, ("Z", 1000, 350), ("D", 1220, 300), ("C", 1550, 200), ("J", 2100, 150)),
        Ladder(Cabin.First, ("A", 1000, 600), ("F", 1400, 400)),
    ];

    /// <summary>The cabin's classes; a class stands at its rank.</summary>
    public static IReadOnlyList<BookingClass> Of(Cabin cabin) => Ladders[(int)cabin];

    private static BookingClass[] Ladder(Cabin cabin, params (string Code, int Price, int Demand)[] steps) =>
        [.. steps.Select((step, rank) => new BookingClass(step.Code, cabin, rank, step.Price, step.Demand))];
}
