using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>How much a flight is asked for, from 0 (a Tuesday noon in February) to 7 (the Friday before Christmas).</summary>
/// <remarks>It follows from the calendar, the local time of departure and the route alone, so every process and every day agree on it.</remarks>
public static class Demand
{
    public const int Levels = 8;

    /// <summary>The level of a flight that leaves at this local time.</summary>
    public static int LevelOf(AirportCode origin, AirportCode destination, DateTime departingAt)
    {
        var date = DateOnly.FromDateTime(departingAt);
        var points = OfWeekday(date.DayOfWeek) + OfSeason(date) + OfHour(departingAt.Hour) + OfRoute(origin, destination, date);
        return Math.Clamp(points, 0, Levels - 1);
    }

    /// <summary>Easter Sunday of a year of the Gregorian calendar (Butcher's rule).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var (golden, century, inCentury) = (year % 19, year / 100, year % 100);
        var moonShift = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var month = (epact + weekday - 7 * late + 114) / 31;
        var day = (epact + weekday - 7 * late + 114) % 31 + 1;
        return new DateOnly(year, month, day);
    }

    private static int OfWeekday(DayOfWeek day) => day switch
    {
        DayOfWeek.Friday or DayOfWeek.Sunday => 2,
        DayOfWeek.Monday or DayOfWeek.Thursday or DayOfWeek.Saturday => 1,
        _ => 0,
    };

    private static int OfSeason(DateOnly date)
    {
        var day = date.Month * 100 + date.Day;
        if (day is >= 1218 or <= 104) return 3;
        var toEaster = date.DayNumber - EasterSunday(date.Year).DayNumber;
        if (toEaster is >= -9 and <= 8) return 2;
        return day switch
        {
            >= 715 and <= 905 => 2,
            >= 525 and <= 714 or >= 906 and <= 930 => 1,
            >= 1017 and <= 1101 or >= 212 and <= 224 => 1,
            _ => 0,
        };
    }

    // People like to leave before work or after it; nobody likes the middle of the night.
    private static int OfHour(int hour) => hour switch
    {
        >= 6 and <= 9 or >= 16 and <= 20 => 1,
        <= 4 => -1,
        _ => 0,
    };

    // No two routes, weeks or days are asked for alike: a fixed mix of the codes and the date stands for what a forecast would know.
    private static int OfRoute(AirportCode origin, AirportCode destination, DateOnly date)
    {
        var mix = 2166136261u;
        foreach (var letter in origin.ToString()) mix = (mix ^ letter) * 16777619u;
        foreach (var letter in destination.ToString()) mix = (mix ^ letter) * 16777619u;
        return Bit(mix) + Bit((mix ^ (uint)(date.DayNumber / 7)) * 16777619u) + Bit((mix ^ (uint)date.DayNumber) * 2654435769u);

        static int Bit(uint mix) => (int)((mix ^ mix >> 15) >> 16 & 1);
    }
}
