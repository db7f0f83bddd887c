using System.Diagnostics.CodeAnalysis;

namespace AirlineBooking.Domain.Kernel;

/// <summary>Three letters that IATA gave an airport or a metropolitan area: LHR, LON.</summary>
public readonly record struct AirportCode : IComparable<AirportCode>
{
    public const int Length = 3;

    private const int Letters = 26;

    // The texts of the codes that were ever written; which thread writes one first does not matter.
    private static readonly string?[] Texts = new string?[Letters * Letters * Letters + 1];

    // Counted from AAA, which is 1, so that codes are compared and looked up as the small numbers they are; 0 is no code.
    private readonly ushort _number;

    private AirportCode(int number) => _number = (ushort)number;

    public static AirportCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a code of three letters such as LHR.");

    /// <summary>Reads three letters in either case; spaces around them are ignored.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AirportCode code)
    {
        code = default;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length != Length) return false;
        var number = 0;
        foreach (var letter in trimmed)
        {
            if (!char.IsAsciiLetter(letter)) return false;
            number = number * Letters + (letter | ' ') - 'a';
        }
        code = new AirportCode(number + 1);
        return true;
    }

    public int CompareTo(AirportCode other) => _number.CompareTo(other._number);

    public static bool operator <(AirportCode left, AirportCode right) => left.CompareTo(right) < 0;

    public static bool operator >(AirportCode left, AirportCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(AirportCode left, AirportCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AirportCode left, AirportCode right) => left.CompareTo(right) >= 0;

    public override string ToString() => _number == 0 ? "" : Texts[_number] ??= Write(_number - 1);

    private static string Write(int number) => string.Create(Length, number, static (text, rest) =>
    {
        for (var at = Length - 1; at >= 0; at--, rest /= Letters) text[at] = (char)('A' + rest % Letters);
    });
}
