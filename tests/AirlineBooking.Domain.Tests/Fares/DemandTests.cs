using AirlineBooking.Domain.Fares;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class DemandTests
{
    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_when_the_calendar_says(int year, string sunday) => Assert.Equal(Books.Day(sunday), Demand.EasterSunday(year));

    [Fact]
    public void A_level_is_one_of_eight() => Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 1439]).Sample((day, minute) =>
        Assert.InRange(LevelAt(new DateTime(2026, 1, 1).AddDays(day).AddMinutes(minute)), 0, Demand.Levels - 1));

    [Fact]
    public void The_same_flight_is_always_asked_for_alike() => Assert.Equal(LevelAt(new DateTime(2026, 12, 1, 9, 35, 0)), LevelAt(new DateTime(2026, 12, 1, 9, 35, 0)));

    [Theory]
    [InlineData("2026-12-20", "2026-12-06")] // before Christmas, and a Sunday a fortnight earlier
    [InlineData("2027-03-26", "2027-03-12")] // Good Friday
    [InlineData("2026-08-07", "2026-11-13")] // school holidays
    [InlineData("2026-11-27", "2026-11-25")] // Friday, Wednesday
    public void Some_days_are_asked_for_more(string busy, string quiet) =>
        Assert.True(AverageOver(Books.Day(busy)) > AverageOver(Books.Day(quiet)));

    [Fact]
    public void Every_level_occurs_within_a_year()
    {
        var levels = from day in Enumerable.Range(0, 365) from hour in (int[])[2, 7, 12, 18] from to in (string[])["SIN", "CDG", "JFK"] select LevelOf(to, new DateTime(2026, 6, 1, hour, 0, 0).AddDays(day));
        Assert.Equal(Enumerable.Range(0, Demand.Levels), levels.Distinct().Order());
    }

    [Fact]
    public void Prices_move_over_a_month_without_a_single_sale()
    {
        var lowest = Enumerable.Range(0, 30).Select(day => BookingLimitsTable.LowestOpenRank(
            BookingLimitsTable.Standard.Limits(BookingLimitsTable.IndexOf(0, 250, LevelAt(new DateTime(2027, 2, 1, 21, 35, 0).AddDays(day)))), 0, 1));
        Assert.InRange(lowest.Distinct().Count(), 3, 9);
    }

    private static double AverageOver(DateOnly day) =>
        (from hour in Enumerable.Range(0, 24) from to in (string[])["SIN", "CDG", "JFK", "BKK", "SYD", "MUC"] select LevelOf(to, day.ToDateTime(new TimeOnly(hour, 0)))).Average();

    private static int LevelAt(DateTime departingAt) => LevelOf("SIN", departingAt);

    private static int LevelOf(string destination, DateTime departingAt) => Demand.LevelOf(Books.Code("LHR"), Books.Code(destination), departingAt);
}
