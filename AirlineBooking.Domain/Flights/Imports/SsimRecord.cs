using System.Globalization;

namespace AirlineBooking.Domain.Flights;

/// <summary>One record of a schedule message in IATA SSIM chapter 7: 200 characters whose positions are counted from 1.</summary>
internal readonly record struct SsimRecord(string Text, int Line)
{
    public const int Length = 200;
    public const int LastSerial = 999_999;

    public const char Header = '1';
    public const char Carrier = '2';
    public const char Leg = '3';
    public const char Segment = '4';
    public const char Trailer = '5';

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    public char Type => Text[0];

    /// <summary>The number that counts the records; null when it is not a number.</summary>
    public int? Serial => TryWhole(Field(195, 200), out var serial) ? serial : null;

    /// <summary>The text between two positions, without the blanks around it.</summary>
    public string Field(int first, int last) => Text.AsSpan(first - 1, last - first + 1).Trim().ToString();

    public char At(int position) => Text[position - 1];

    /// <summary>Records that only fill a block: zeros or blanks.</summary>
    public static bool IsPadding(string line) => line.AsSpan().Trim("0 \t\u001a").IsEmpty;

    public static bool TryWhole(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads 05JUL26; years before 70 are of this century.</summary>
    public static bool TryDate(string text, out DateOnly date)
    {
        date = default;
        if (text.Length != 7 || !TryWhole(text.AsSpan(0, 2), out var day) || !TryWhole(text.AsSpan(5, 2), out var year)) return false;
        var month = Array.IndexOf(Months, text.Substring(2, 3).ToUpperInvariant()) + 1;
        year += year < 70 ? 2000 : 1900;
        if (month == 0 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Reads the end of a period, which may be open: 00XXX00.</summary>
    public static bool TryEnd(string text, out DateOnly? end)
    {
        end = null;
        if (text.Equals("00XXX00", StringComparison.OrdinalIgnoreCase)) return true;
        if (!TryDate(text, out var date)) return false;
        end = date;
        return true;
    }
}
