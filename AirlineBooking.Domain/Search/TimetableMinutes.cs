namespace AirlineBooking.Domain.Search;

/// <summary>The timetable counts whole minutes and days from one fixed moment, so that an instant is an int and a date two bytes.</summary>
internal static class TimetableMinutes
{
    public const int InADay = 24 * 60;

    private static readonly DateTime Base = new(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly BaseDate = DateOnly.FromDateTime(Base);

    public static int Of(DateTimeOffset instant) => Whole(instant.UtcTicks - Base.Ticks);

    /// <summary>The first whole minute that is not before the instant.</summary>
    public static int NotBefore(DateTimeOffset instant) =>
        checked((int)Math.Clamp(Math.Ceiling((instant.UtcDateTime - Base).TotalMinutes), int.MinValue, int.MaxValue));

    public static int OfLocal(DateTime local) => Whole(local.Ticks - Base.Ticks);

    public static DateTimeOffset ToInstant(int minute) => new(Base.AddMinutes(minute));

    public static DateTime ToLocal(int minute) => DateTime.SpecifyKind(Base.AddMinutes(minute), DateTimeKind.Unspecified);

    public static int DayOf(DateOnly date) => date.DayNumber - BaseDate.DayNumber;

    public static DateOnly ToDate(int day) => BaseDate.AddDays(day);

    /// <summary>Rounded down, before the fixed moment too.</summary>
    private static int Whole(long ticks) => checked((int)((ticks - (ticks % TimeSpan.TicksPerMinute + TimeSpan.TicksPerMinute) % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerMinute));
}
