using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AirlineBooking.Domain.Kernel;

/// <summary>A flight number: a designator of two letters or digits, a number without leading zeros, perhaps a suffix letter: T0101, 9E2001, BA12A.</summary>
public readonly record struct FlightNumber(string Carrier, int Number, string Suffix)
{
    public const int HighestNumber = 9999;

    public static FlightNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is not a flight number such as T0101.");

    /// <summary>Accepts a space and leading zeros; the first two characters are always the designator.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FlightNumber number)
    {
        number = default;
        if (text is null) return false;
        var compact = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (compact.Length is < 3 or > 9 || !char.IsAsciiLetterOrDigit(compact[0]) || !char.IsAsciiLetterOrDigit(compact[1])) return false;
        var suffix = char.IsAsciiLetterUpper(compact[^1]) ? compact[^1..] : "";
        var digits = compact.AsSpan(2, compact.Length - 2 - suffix.Length);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1 or > HighestNumber) return false;
        number = new FlightNumber(string.Intern(compact[..2]), value, suffix);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Carrier}{Number}{Suffix}");
}
