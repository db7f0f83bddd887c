using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Search;

namespace AirlineBooking.Web.Tests.Search;

public sealed class LowestDaysTests
{
    [Fact]
    public void Every_day_with_the_lowest_price_is_marked() => Assert.Equal([true, false, true, false], Marks(49200, 53900, 49200, null));

    [Fact]
    public void Days_that_all_cost_the_same_are_not_marked() => Assert.Equal([false, false], Marks(49200, 49200));

    private static IEnumerable<bool> Marks(params long?[] pence) => StripDay.Of([.. pence.Select((price, day) => new DayFare(
        new DateOnly(2027, 2, 9).AddDays(day), price is { } minor ? new Money(minor, CurrencyCode.Parse("GBP")) : null))]).Select(day => day.IsLowest);
}
