using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>What a market without a fare of its own costs by distance, and how amounts follow from each other. PRICING.md has it in words.</summary>
public static class FareFormula
{
    /// <summary>A child pays three quarters of an adult's fare, a lap infant a tenth; both in thousandths.</summary>
    public const int ChildPerMille = 750;
    public const int InfantPerMille = 100;

    // A fixed part, then hundredths of a minor unit a kilometre that fall with the distance: the first 500 km cost 6 pence each.
    private const long FixedMinorUnits = 2800;
    private static readonly (int UpToKm, int HundredthsPerKm)[] Taper = [(500, 600), (2000, 400), (6000, 280), (int.MaxValue, 220)];

    // Comfort is worth more the longer one sits in it: the factor grows evenly between these distances.
    private const int ComfortFromKm = 1000;
    private const int ComfortToKm = 6000;

    /// <summary>The fare of economy's cheapest class for an adult one way, before it is rounded.</summary>
    public static long EconomyByDistance(int kilometres)
    {
        var hundredths = FixedMinorUnits * 100;
        var reached = 0;
        foreach (var (upToKm, hundredthsPerKm) in Taper)
        {
            if (kilometres <= reached) break;
            hundredths += (long)(Math.Min(kilometres, upToKm) - reached) * hundredthsPerKm;
            reached = upToKm;
        }
        return hundredths / 100;
    }

    /// <summary>The cheapest fare of a cabin from the cheapest of economy, before it is rounded.</summary>
    public static long OfCabin(long economy, Cabin cabin, int kilometres)
    {
        var (near, far) = cabin switch
        {
            Cabin.Economy => (1000, 1000),
            Cabin.PremiumEconomy => (1500, 1850),
            Cabin.Business => (2600, 4500),
            _ => (4200, 7200),
        };
        var way = Math.Clamp(kilometres, ComfortFromKm, ComfortToKm) - ComfortFromKm;
        return economy * (near + (far - near) * way / (ComfortToKm - ComfortFromKm)) / 1000;
    }

    /// <summary>Fares are whole multiples of the fare unit: ten of the smallest coin, or one where there is no smaller coin.</summary>
    public static int UnitOf(CurrencyCode currency) => currency.MinorDigits == 0 ? 1 : 10;

    /// <summary>A share of an amount in thousandths, rounded up to the fare unit.</summary>
    public static long Share(long amount, int perMille, int unit) => RoundUp((amount * perMille + 999) / 1000, unit);

    public static long RoundUp(long minorUnits, int unit) => (minorUnits + unit - 1) / unit * unit;
}
