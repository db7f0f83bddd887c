using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>The thirteen digits of a ticket: three of the airline, ten of the form and its serial number.</summary>
public readonly record struct TicketNumber : IComparable<TicketNumber>, IStoredAs
{
    public const int Digits = 13;
    public const long HighestSerial = 9_999_999_999;

    private const int CheckedBy = 7;

    private readonly long _number;

    private TicketNumber(long number) => _number = number;

    /// <summary>The airline's three digits.</summary>
    public string Prefix => (_number / (HighestSerial + 1)).ToString("D3", CultureInfo.InvariantCulture);

    public long Serial => _number % (HighestSerial + 1);

    /// <summary>The digit that follows where one is printed: the whole number modulo seven.</summary>
    public int CheckDigit => (int)(_number % CheckedBy);

    object IStoredAs.Stored => ToString();

    /// <summary>The ticket of an airline with a serial number from its sequence.</summary>
    public static TicketNumber Of(string prefix, long serial)
    {
        if (prefix.Length != 3 || !int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var airline)) throw new ArgumentException($"'{prefix}' is not three digits.", nameof(prefix));
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, HighestSerial);
        return new TicketNumber(airline * (HighestSerial + 1) + serial);
    }

    public static TicketNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException($"'{text}' is not a ticket number such as 901-2106312810.");

    /// <summary>Reads thirteen digits, or fourteen with the check digit; spaces and dashes do not matter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TicketNumber number)
    {
        number = default;
        var (value, count) = (0L, 0);
        foreach (var letter in text.AsSpan().Trim())
        {
            if (letter is ' ' or '-' or '–') continue;
            if (!char.IsAsciiDigit(letter) || ++count > Digits + 1) return false;
            value = value * 10 + (letter - '0');
        }
        if (count == Digits) number = new TicketNumber(value);
        if (count != Digits + 1) return count == Digits;
        number = new TicketNumber(value / 10);
        // Some airlines reckon the check digit from the serial number alone.
        return value % 10 == number.CheckDigit || value % 10 == number.Serial % CheckedBy;
    }

    public int CompareTo(TicketNumber other) => _number.CompareTo(other._number);

    public static bool operator <(TicketNumber left, TicketNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(TicketNumber left, TicketNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(TicketNumber left, TicketNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TicketNumber left, TicketNumber right) => left.CompareTo(right) >= 0;

    /// <summary>As passengers see it: 901-2106312810.</summary>
    public string ToDisplay() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Serial:D10}");

    public override string ToString() => _number.ToString("D13", CultureInfo.InvariantCulture);
}
