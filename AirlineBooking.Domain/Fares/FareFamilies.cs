using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>How far a journey goes, as conditions and family prices look at it.</summary>
public enum DistanceBand { ShortHaul, MediumHaul, LongHaul }

/// <summary>Which seats may be chosen without paying for them.</summary>
public enum SeatChoice { Charged, Standard, Any }

/// <summary>What a fare family allows in a cabin. Amounts are minor units for each passenger with a seat.</summary>
/// <param name="AddOn">What it costs more than Light, one way.</param>
/// <param name="ChangePenalty">What a change costs besides the difference, or none when changing is not possible.</param>
/// <param name="RefundPenalty">What is kept of the fare when cancelling, or none when it is not given back.</param>
/// <param name="Checked">Checked bags.</param>
/// <param name="InCabin">Bags in the cabin besides the personal item.</param>
/// <param name="Seats">Which seats are free to choose.</param>
public sealed record FamilyTerms(long AddOn, long? ChangePenalty, long? RefundPenalty, int Checked, int InCabin, SeatChoice Seats);

/// <summary>Light, Classic and Flex in every cabin, machine-readable.</summary>
public static class FareFamilies
{
    public const int ShortUpToKm = 1500;
    public const int MediumUpToKm = 4500;

    // In minor units for economy, by distance band: Classic's price over Light, Flex's, a change, a refund.
    private static readonly (long Classic, long Flex, long Change, long Refund)[] Bands =
        [(1500, 5500, 3500, 5000), (2500, 8500, 6000, 10000), (4000, 12000, 9000, 15000)];

    public static DistanceBand BandOf(int kilometres) =>
        kilometres <= ShortUpToKm ? DistanceBand.ShortHaul : kilometres <= MediumUpToKm ? DistanceBand.MediumHaul : DistanceBand.LongHaul;

    private static readonly FamilyTerms[] All =
        [.. from cabin in Enum.GetValues<Cabin>() from family in Enum.GetValues<FareFamily>() from band in Enum.GetValues<DistanceBand>() select Make(cabin, family, band)];

    /// <summary>How many sets of terms there are.</summary>
    public static int Count => All.Length;

    /// <summary>What a family allows on a journey of such a distance.</summary>
    public static FamilyTerms Of(Cabin cabin, FareFamily family, DistanceBand band) => All[IndexOf(cabin, family, band)];

    /// <summary>Where a set of terms stands among all.</summary>
    public static int IndexOf(Cabin cabin, FareFamily family, DistanceBand band) => ((int)cabin * 3 + (int)family) * 3 + (int)band;

    /// <summary>The terms at an index.</summary>
    public static FamilyTerms At(int index) => All[index];

    private static FamilyTerms Make(Cabin cabin, FareFamily family, DistanceBand band)
    {
        var (classic, flex, change, refund) = Bands[(int)band];
        var addOn = family switch { FareFamily.Light => 0, FareFamily.Classic => classic, _ => flex } * AddOnTimes(cabin) / 2;
        var (bags, inCabin) = (Bags(cabin, family), cabin is Cabin.Economy or Cabin.PremiumEconomy ? 1 : 2);
        var front = cabin is Cabin.Business or Cabin.First;
        return family switch
        {
            FareFamily.Light => new(addOn, front ? change : null, null, bags, inCabin, front ? SeatChoice.Any : SeatChoice.Charged),
            FareFamily.Classic => new(addOn, front ? 0 : change, refund, bags, inCabin, front ? SeatChoice.Any : SeatChoice.Charged),
            _ => new(addOn, 0, 0, bags, inCabin, front ? SeatChoice.Any : SeatChoice.Standard),
        };
    }

    // In halves: what a family is worth grows with the cabin.
    private static int AddOnTimes(Cabin cabin) => cabin switch { Cabin.Economy => 2, Cabin.PremiumEconomy => 3, Cabin.Business => 6, _ => 8 };

    private static int Bags(Cabin cabin, FareFamily family) => cabin switch
    {
        Cabin.Economy => (int)family,
        Cabin.PremiumEconomy => family is FareFamily.Light ? 1 : 2,
        _ => family is FareFamily.Flex ? 3 : 2,
    };
}
