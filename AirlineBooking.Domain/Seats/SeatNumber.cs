using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AirlineBooking.Domain.Seats;

/// <summary>A seat by its row and letter: 12C.</summary>
public readonly record struct SeatNumber(int Row, char Letter) : IComparable<SeatNumber>
{
    public const int HighestRow = 199;

    public static SeatNumber Parse(string text) =>
        TryParse(text, out var seat) ? seat : throw new FormatException($"'{text}' is not a seat such as 12C.");

    /// <summary>Reads a row and a letter in either case; spaces and leading zeros do not matter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SeatNumber seat)
    {
        seat = default;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length is < 2 or > 5 || !char.IsAsciiLetter(trimmed[^1])) return false;
        if (!int.TryParse(trimmed[..^1].TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row is < 1 or > HighestRow) return false;
        seat = new SeatNumber(row, char.ToUpperInvariant(trimmed[^1]));
        return true;
    }

    public int CompareTo(SeatNumber other) => Row != other.Row ? Row.CompareTo(other.Row) : Letter.CompareTo(other.Letter);

    public static bool operator <(SeatNumber left, SeatNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(SeatNumber left, SeatNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(SeatNumber left, SeatNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SeatNumber left, SeatNumber right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Row}{Letter}");
}
