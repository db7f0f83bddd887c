using System.Diagnostics.CodeAnalysis;

namespace AirlineBooking.Domain.Kernel;

/// <summary>An international telephone number after E.164: +442079460958.</summary>
public readonly record struct PhoneNumber : IStoredAs
{
    public const int FewestDigits = 7;
    public const int MostDigits = 15;

    /// <summary>Longer than any number with its spaces.</summary>
    public const int LongestText = 40;

    private readonly string? _text;

    private PhoneNumber(string text) => _text = text;

    object IStoredAs.Stored => ToString();

    public static PhoneNumber Parse(string text) => TryParse(text, out var number) ? number : throw new FormatException("That is not an international telephone number.");

    /// <summary>Reads a number that begins with + or 00 and its country's code; spaces, dashes, dots, brackets and a zero in brackets do not matter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        number = default;
        if (text is null || text.Length > LongestText) return false;
        var trimmed = text.Trim().Replace("(0)", "", StringComparison.Ordinal);
        var international = trimmed.StartsWith('+') ? trimmed.AsSpan(1) : trimmed.StartsWith("00", StringComparison.Ordinal) ? trimmed.AsSpan(2) : default;
        Span<char> digits = stackalloc char[MostDigits + 1];
        var count = 0;
        foreach (var letter in international)
        {
            if (letter is ' ' or '\u00A0' or '-' or '–' or '.' or '/' or '(' or ')') continue;
            if (!char.IsAsciiDigit(letter) || count == MostDigits) return false;
            digits[++count] = letter;
        }
        if (count < FewestDigits || digits[1] == '0') return false;
        digits[0] = '+';
        number = new PhoneNumber(digits[..(count + 1)].ToString());
        return true;
    }

    public override string ToString() => _text ?? "";
}
