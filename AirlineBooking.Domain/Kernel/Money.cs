using System.Globalization;

namespace AirlineBooking.Domain.Kernel;

/// <summary>An amount in the smallest unit of its currency: 12 345 minor units of GBP are £123.45. Sums are exact.</summary>
public readonly record struct Money(long MinorUnits, CurrencyCode Currency) : IComparable<Money>
{
    public static Money Zero(CurrencyCode currency) => new(0, currency);

    /// <summary>The amount that a decimal names exactly; one with more digits than the currency has is no amount of it.</summary>
    public static Money FromDecimal(decimal amount, CurrencyCode currency)
    {
        var minorUnits = amount * (decimal)Math.Pow(10, currency.MinorDigits);
        return decimal.IsInteger(minorUnits)
            ? new((long)minorUnits, currency)
            : throw new FormatException($"{amount.ToString(CultureInfo.InvariantCulture)} {currency} has more than {currency.MinorDigits} digits behind the point.");
    }

    public static Money operator +(Money left, Money right) =>
        left with { MinorUnits = checked(left.MinorUnits + SameCurrency(left, right).MinorUnits) };

    public static Money operator -(Money left, Money right) =>
        left with { MinorUnits = checked(left.MinorUnits - SameCurrency(left, right).MinorUnits) };

    public static Money operator *(Money amount, int times) => amount with { MinorUnits = checked(amount.MinorUnits * times) };

    public int CompareTo(Money other) => MinorUnits.CompareTo(SameCurrency(this, other).MinorUnits);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>The amount as a decimal string with exactly the currency's minor digits: "123.45".</summary>
    public string ToDecimalString()
    {
        var digits = Currency.MinorDigits;
        if (digits == 0) return MinorUnits.ToString(CultureInfo.InvariantCulture);
        var (whole, minor) = Math.DivRem(Math.Abs(MinorUnits), (long)Math.Pow(10, digits));
        var sign = MinorUnits < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{minor.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}");
    }

    public override string ToString() => $"{ToDecimalString()} {Currency}";

    private static Money SameCurrency(Money left, Money right) => left.Currency == right.Currency
        ? right
        : throw new InvalidOperationException($"Cannot combine {right.Currency} with {left.Currency}.");
}
