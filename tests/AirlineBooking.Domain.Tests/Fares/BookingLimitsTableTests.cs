using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class BookingLimitsTableTests
{
    private static readonly Gen<(Cabin, int, int)> Cabins =
        Gen.Select(Gen.Enum<Cabin>(), Gen.Int[0, BookingLimitsTable.HighestCapacity], Gen.Int[0, Demand.Levels - 1]);

    [Fact]
    public void Limits_are_nested_and_the_dearest_class_may_sell_the_whole_cabin() => Cabins.Sample((cabin, capacity, level) =>
    {
        var limits = LimitsOf(cabin, capacity, level);
        Assert.Equal(BookingClassLadder.Of(cabin).Count, limits.Length);
        Assert.Equal(limits.Order(), limits);
        Assert.Equal(capacity, limits[^1]);
    });

    [Fact]
    public void More_demand_never_opens_a_cheaper_class() => Cabins.Sample((cabin, capacity, level) =>
    {
        if (level == 0) return;
        var (quiet, busy) = (LimitsOf(cabin, capacity, level - 1), LimitsOf(cabin, capacity, level));
        Assert.All(quiet.Zip(busy), pair => Assert.True(pair.Second <= pair.First));
    });

    [Fact]
    public void The_lowest_open_class_is_the_first_with_room_for_the_party()
    {
        ushort[] limits = [10, 40, 100];
        Assert.Equal(0, BookingLimitsTable.LowestOpenRank(limits, sold: 8, seats: 2));
        Assert.Equal(1, BookingLimitsTable.LowestOpenRank(limits, sold: 9, seats: 2));
        Assert.Equal(2, BookingLimitsTable.LowestOpenRank(limits, sold: 40, seats: 1));
        Assert.Equal(-1, BookingLimitsTable.LowestOpenRank(limits, sold: 98, seats: 3));
    }

    [Fact]
    public void A_cabin_that_does_not_exist_sells_nothing() =>
        Assert.Equal(-1, BookingLimitsTable.LowestOpenRank(LimitsOf(Cabin.First, 0, 0), 0, 1));

    [Theory]
    [InlineData(0, 9)]
    [InlineData(31, 9)]
    [InlineData(32, 8)]
    [InlineData(40, 0)]
    [InlineData(50, 0)]
    public void Seats_left_are_shown_up_to_nine(int sold, int left) => Assert.Equal(left, BookingLimitsTable.SeatsLeft([10, 40, 100], sold, 1));

    [Fact]
    public void An_empty_flight_costs_more_on_a_busy_day()
    {
        var ranks = Enumerable.Range(0, Demand.Levels).Select(level => BookingLimitsTable.LowestOpenRank(LimitsOf(Cabin.Economy, 174, level), 0, 1)).ToList();
        Assert.Equal(ranks.Order(), ranks);
        Assert.Equal(0, ranks[0]);
        Assert.True(ranks[^1] >= 3, string.Join(' ', ranks));
    }

    [Fact]
    public void A_class_costs_more_than_the_one_below_it() => Assert.All(Enum.GetValues<Cabin>(), cabin =>
    {
        var prices = BookingClassLadder.Of(cabin).Select(step => step.PricePerMille).ToList();
        Assert.Equal(prices.Distinct().Order(), prices);
        Assert.Equal(1000, BookingClassLadder.Of(cabin).Sum(step => step.DemandPerMille));
    });

    [Fact]
    public void No_letter_stands_for_two_classes() =>
        Assert.Distinct(Enum.GetValues<Cabin>().SelectMany(BookingClassLadder.Of).Select(step => step.Code));

    private static ushort[] LimitsOf(Cabin cabin, int capacity, int level) =>
        BookingLimitsTable.Standard.Limits(BookingLimitsTable.IndexOf(cabin, capacity, level)).ToArray();
}
