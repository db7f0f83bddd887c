using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Search;

/// <summary>A day in the month of lowest fares.</summary>
internal sealed record CalendarDay(DateOnly Date, string? Price, bool IsLowest, string Class, string Label)
{
    private const int DaysAWeek = 7;

    /// <summary>The month in weeks from Monday on, with gaps where other months begin and end.</summary>
    public static IReadOnlyList<CalendarDay?[]> Weeks(IReadOnlyList<DayFare> fares, DayFare? lowest, TripQuery query)
    {
        var weeks = new List<CalendarDay?[]>();
        foreach (var fare in fares)
        {
            var column = ((int)fare.Date.DayOfWeek + 6) % DaysAWeek;
            if (weeks.Count == 0 || column == 0) weeks.Add(new CalendarDay?[DaysAWeek]);
            weeks[^1][column] = Of(fare, fare.Lowest is not null && fare.Lowest == lowest?.Lowest, query);
        }
        return weeks;
    }

    private static CalendarDay Of(DayFare fare, bool isLowest, TripQuery query)
    {
        var (departure, back) = (query.First.DepartureDate, query.Back);
        var (isOut, isBack) = (fare.Date == departure, fare.Date == back);
        var isBetween = back is not null && fare.Date > departure && fare.Date < back;
        return new CalendarDay(
            fare.Date,
            fare.Lowest is { } price ? MoneyText.Rounded(price) : null,
            isLowest,
            $"{(isLowest ? "low " : "")}{(isOut || isBack ? "edge" : isBetween ? "in" : "")}".Trim(),
            isOut ? " Out" : isBack ? " Back" : "");
    }
}
