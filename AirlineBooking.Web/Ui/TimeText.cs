using System.Globalization;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Web.Ui;

/// <summary>Times, days and durations in the words of the timetable: 08:35, Fri 12 Feb, 12–27 Feb, 13 h 15.</summary>
public static class TimeText
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static string Clock(DateTime local) => local.ToString("HH:mm", English);

    public static string Clock(TimeOnly local) => local.ToString("HH:mm", English);

    /// <summary>Fri 12 Feb</summary>
    public static string Day(DateOnly day) => day.ToString("ddd d MMM", English);

    /// <summary>12 Feb</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM", English);

    /// <summary>Friday 12 February</summary>
    public static string LongDay(DateOnly day) => day.ToString("dddd d MMMM", English);

    /// <summary>Fri 12 Feb 2027</summary>
    public static string DayAndYear(DateOnly day) => day.ToString("ddd d MMM yyyy", English);

    /// <summary>The same of an instant, at an airport of that zone.</summary>
    public static string DayAndYear(DateTimeOffset at, string zone) => DayAndYear(AirportClock.DateAt(at, zone));

    /// <summary>Thu 11 Feb, 11:20, at an airport of that zone.</summary>
    public static string DayAndClock(DateTimeOffset at, string zone)
    {
        var local = AirportClock.ToLocal(at, zone);
        return $"{Day(DateOnly.FromDateTime(local))}, {Clock(local)}";
    }

    public static string Weekday(DateOnly day) => day.ToString("ddd", English);

    public static string Month(DateOnly day) => day.ToString("MMMM", English);

    public static string MonthAndYear(DateOnly day) => day.ToString("MMMM yyyy", English);

    public static string Iso(DateOnly day) => day.ToString("O", English);

    /// <summary>12–27 Feb 2027, 27 Feb–3 Mar 2027, or Fri 12 Feb 2027 when there is no way back.</summary>
    public static string Days(DateOnly first, DateOnly? last)
    {
        if (last is not { } end || end == first) return DayAndYear(first);
        if (first.Year != end.Year) return $"{ShortDay(first)} {first.Year.ToString(English)}–{ShortDay(end)} {end.Year.ToString(English)}";
        return first.Month == end.Month
            ? $"{first.Day.ToString(English)}–{ShortDay(end)} {end.Year.ToString(English)}"
            : $"{ShortDay(first)}–{ShortDay(end)} {end.Year.ToString(English)}";
    }

    /// <summary>13 h 15, 55 min, 14 h 05</summary>
    public static string Duration(TimeSpan time)
    {
        var (hours, minutes) = ((int)time.TotalHours, time.Minutes);
        return hours == 0
            ? string.Create(English, $"{minutes} min")
            : string.Create(English, $"{hours} h {minutes:00}");
    }

    /// <summary>PT13H15M, for machines.</summary>
    public static string IsoDuration(TimeSpan time) => string.Create(English, $"PT{(int)time.TotalHours}H{time.Minutes}M");

    /// <summary>The share of a line as CSS reads it: 76.2%.</summary>
    public static string Percent(TimeSpan part, TimeSpan whole) =>
        (whole <= TimeSpan.Zero ? 0 : 100 * part / whole).ToString("0.#", English) + "%";
}
