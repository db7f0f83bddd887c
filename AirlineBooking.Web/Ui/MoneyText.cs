using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Ui;

/// <summary>Money as a passenger reads it: £2,847.40. The sign or code of the currency always stands with it, once.</summary>
public static class MoneyText
{
    /// <summary>£2,847.40</summary>
    public static string Exact(Money amount) => Whole(amount) + Minor(amount);

    /// <summary>£90, or £90.50: for an amount in a sentence or on a seat.</summary>
    public static string Brief(Money amount) => Minor(amount).AsSpan().TrimStart('.').Trim('0').Length == 0 ? Whole(amount) : Exact(amount);

    /// <summary>£2,847: for a drawing with little room, rounded up so that nobody pays more than it says.</summary>
    public static string Rounded(Money amount)
    {
        var unit = Unit(amount.Currency);
        var up = amount.MinorUnits + (unit - amount.MinorUnits % unit) % unit;
        return Whole(amount with { MinorUnits = up });
    }

    /// <summary>£2,847, the part before the point.</summary>
    public static string Whole(Money amount)
    {
        var whole = Math.Abs(amount.MinorUnits) / Unit(amount.Currency);
        var sign = amount.MinorUnits < 0 ? "−" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Symbol(amount.Currency)}{whole:N0}");
    }

    /// <summary>.40, the part behind it; nothing for a currency that has none.</summary>
    public static string Minor(Money amount)
    {
        var digits = amount.Currency.MinorDigits;
        if (digits == 0) return "";
        var minor = Math.Abs(amount.MinorUnits) % Unit(amount.Currency);
        return "." + minor.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    private static string Symbol(CurrencyCode currency) => currency.ToString() switch
    {
        "GBP" => "£",
        "EUR" => "€",
        "USD" => "$",
        "JPY" => "¥",
        var code => code + "\u00a0",
    };

    private static long Unit(CurrencyCode currency)
    {
        var unit = 1L;
        for (var i = 0; i < currency.MinorDigits; i++) unit *= 10;
        return unit;
    }
}
