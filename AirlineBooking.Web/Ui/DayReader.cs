using System.Globalization;

namespace AirlineBooking.Web.Ui;

/// <summary>Reads a day as people write it: 12 feb, 12/2, Fri 12 Feb 2027, 2027-02-12, tomorrow. A day without a year is the next one.</summary>
public static class DayReader
{
    private const int LongestText = 40;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly char[] Separators = [' ', '/', '.', ',', '-', '\u00a0'];

    public static DateOnly? Read(string? text, DateOnly today)
    {
        if (text is null || text.Length > LongestText) return null;
        var trimmed = text.Trim();
        if (DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return iso;
        if (trimmed.Equals("today", StringComparison.OrdinalIgnoreCase)) return today;
        if (trimmed.Equals("tomorrow", StringComparison.OrdinalIgnoreCase)) return today.AddDays(1);
        return ReadParts(trimmed, today);
    }

    private static DateOnly? ReadParts(string text, DateOnly today)
    {
        int? month = null;
        var numbers = new List<int>();
        foreach (var part in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsAsciiDigit(part[0]))
            {
                if (Number(part) is not { } number) return null;
                numbers.Add(number);
            }
            else if (Named(Months, part) is { } named) month = named + 1;
            else if (Named(Weekdays, part) is null && !part.Equals("of", StringComparison.OrdinalIgnoreCase)) return null;
        }
        // Day before month, as the British write it; a month in words may stand anywhere.
        if (month is null && numbers.Count > 1)
        {
            month = numbers[1];
            numbers.RemoveAt(1);
        }
        return month is null || numbers.Count is 0 or > 2 ? null : Day(numbers[0], month.Value, numbers.Count == 2 ? numbers[1] : null, today);
    }

    private static int? Number(string part)
    {
        var digits = part.TrimEnd('t', 'h', 's', 'n', 'd', 'r', 'T', 'H', 'S', 'N', 'D', 'R');
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static int? Named(string[] names, string part)
    {
        if (part.Length < 3) return null;
        var index = Array.FindIndex(names, name => part.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index;
    }

    private static DateOnly? Day(int day, int month, int? year, DateOnly today)
    {
        if (year is { } given) return Make(given < 100 ? 2000 + given : given, month, day);
        var next = Make(today.Year, month, day);
        // 29 February waits for its year.
        for (var ahead = 1; ahead <= 8 && (next is null || next < today); ahead++) next = Make(today.Year + ahead, month, day) ?? next;
        return next >= today ? next : null;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1900 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
