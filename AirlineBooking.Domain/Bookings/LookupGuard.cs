namespace AirlineBooking.Domain.Bookings;

/// <summary>How often somebody guessed wrong lately.</summary>
/// <param name="ByAddress">From this address within <see cref="LookupGuard.AddressWindow"/>.</param>
/// <param name="ByAddressToday">From this address within a day.</param>
/// <param name="ByLocator">At this locator within <see cref="LookupGuard.LocatorWindow"/>.</param>
/// <param name="Lately">By anybody within <see cref="LookupGuard.AddressWindow"/>.</param>
/// <param name="Today">By anybody within a day.</param>
public readonly record struct WrongGuesses(int ByAddress, int ByAddressToday, int ByLocator, int Lately, int Today);

/// <summary>Whether a lookup is answered at all: guessing many bookings, or one booking often, leads nowhere. A right pair from an address that never guessed wrong is always served.</summary>
public static class LookupGuard
{
    public const int MostByAddress = 10;
    public const int MostByLocator = 20;

    /// <summary>So many times the usual rate of wrong guesses is an attack.</summary>
    public const int TimesUsual = 5;

    /// <summary>A quiet day has so many in a window; fewer are never an attack.</summary>
    public const int FewestUsual = 20;

    public static readonly TimeSpan AddressWindow = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan LocatorWindow = TimeSpan.FromHours(1);
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static bool Serves(in WrongGuesses wrong)
    {
        if (wrong.ByAddress >= MostByAddress) return false;
        if (wrong.ByAddressToday == 0) return true;
        if (wrong.ByLocator >= MostByLocator) return false;
        var windows = (int)(Day / AddressWindow);
        var usual = Math.Max(FewestUsual, wrong.Today / windows);
        return wrong.Lately <= TimesUsual * usual;
    }
}
