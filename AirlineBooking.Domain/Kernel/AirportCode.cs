using System.Diagnostics.CodeAnalysis;

namespace AirlineBooking.Domain.Kernel;

/// <summary>Three letters that IATA gave an airport or a metropolitan area: LHR, LON.</summary>
public readonly record struct AirportCode : IComparable<AirportCode>
{
    public const int Length = 3;

    private readonly string? _text;

    private AirportCode(string text) => _text = text;

    public static AirportCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a code of three letters such as LHR.");

    /// <summary>Reads three letters in either case; spaces around them are ignored.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AirportCode code)
    {
        code = default;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length != Length) return false;
        foreach (var letter in trimmed)
        {
            if (!char.IsAsciiLetter(letter)) return false;
        }
        code = new AirportCode(string.Intern(trimmed.ToString().ToUpperInvariant()));
        return true;
    }

    public int CompareTo(AirportCode other) => string.CompareOrdinal(_text, other._text);

    public static bool operator <(AirportCode left, AirportCode right) => left.CompareTo(right) < 0;

    public static bool operator >(AirportCode left, AirportCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(AirportCode left, AirportCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AirportCode left, AirportCode right) => left.CompareTo(right) >= 0;

    public override string ToString() => _text ?? "";
}
