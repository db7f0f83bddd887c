using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Tests.Seats;

public sealed class SeatCharacteristicsTests
{
    private static readonly CabinLayout Narrow = CabinLayouts.For("A20N", 174);
    private static readonly CabinLayout Wide = CabinLayouts.For("B789", 288);

    [Theory]
    [InlineData("20A", "window")]
    [InlineData("20B", "middle")]
    [InlineData("20C", "aisle")]
    [InlineData("20D", "aisle")]
    [InlineData("20F", "window")]
    [InlineData("12C", "aisle exit_row extra_legroom overwing")]
    [InlineData("4A", "window extra_legroom bulkhead bassinet front")]
    [InlineData("1A", "window bulkhead front")]
    public void A_seat_of_a_narrow_aircraft_is_described(string seat, string codes) =>
        Assert.Equal(codes.Split(' '), SeatCharacteristics.CodesOf(SeatCharacteristics.Of(Narrow, SeatNumber.Parse(seat)), charged: false));

    [Fact]
    public void Behind_lavatories_in_the_middle_of_a_cabin_there_is_a_wall_too() =>
        Assert.True(SeatCharacteristics.Of(Wide, SeatNumber.Parse("33E")).HasFlag(SeatTraits.Bulkhead | SeatTraits.Middle));

    [Fact]
    public void What_has_to_be_paid_for_says_so() => Assert.Equal(["window", "chargeable"], SeatCharacteristics.CodesOf(SeatTraits.Window, charged: true));

    [Fact]
    public void A_seat_that_is_not_there_is_nothing() => Assert.Equal(SeatTraits.None, SeatCharacteristics.Of(Narrow, SeatNumber.Parse("13A")));

    [Fact]
    public void Every_seat_of_every_aircraft_is_at_a_window_or_an_aisle_or_else_in_the_middle()
    {
        foreach (var layout in CabinLayouts.All)
        {
            foreach (var seat in SeatsOf(layout))
            {
                var traits = SeatCharacteristics.Of(layout, seat);
                Assert.NotEqual(traits.HasFlag(SeatTraits.Middle), (traits & (SeatTraits.Window | SeatTraits.Aisle)) != 0);
            }
        }
    }

    [Theory]
    [InlineData("25A", 800)]
    [InlineData("14A", 1000)]
    [InlineData("5A", 1400)]
    [InlineData("4A", 1800)]
    [InlineData("12C", 1800)]
    [InlineData("1A", 0)]
    public void A_seat_costs_by_its_zone(string seat, long price) =>
        Assert.Equal(price, SeatPrices.MinorUnitsOf(Narrow, SeatNumber.Parse(seat), null, DistanceBand.ShortHaul));

    [Fact]
    public void Premium_economy_costs_half_as_much_again() =>
        Assert.Equal(6900 * 3 / 2, SeatPrices.MinorUnitsOf(Wide, SeatNumber.Parse("10A"), FareFamily.Light, DistanceBand.LongHaul));

    [Theory]
    [InlineData(FareFamily.Light, 800, 1800)]
    [InlineData(FareFamily.Classic, 800, 1800)]
    [InlineData(FareFamily.Flex, 0, 1800)]
    public void The_family_decides_what_is_free(FareFamily family, long standard, long legroom)
    {
        Assert.Equal(standard, SeatPrices.MinorUnitsOf(Narrow, SeatNumber.Parse("25A"), family, DistanceBand.ShortHaul));
        Assert.Equal(legroom, SeatPrices.MinorUnitsOf(Narrow, SeatNumber.Parse("12A"), family, DistanceBand.ShortHaul));
    }

    [Fact]
    public void No_seat_costs_more_in_a_dearer_family_or_on_a_shorter_flight()
    {
        foreach (var seat in SeatsOf(Wide))
        {
            foreach (var band in Enum.GetValues<DistanceBand>())
            {
                var prices = Enum.GetValues<FareFamily>().Select(family => SeatPrices.MinorUnitsOf(Wide, seat, family, band)).ToArray();
                Assert.Equal(prices.OrderDescending(), prices);
                Assert.True(prices[0] <= SeatPrices.MinorUnitsOf(Wide, seat, null, DistanceBand.LongHaul));
            }
        }
    }

    internal static IEnumerable<SeatNumber> SeatsOf(CabinLayout layout) =>
        from cabin in layout.Cabins
        from row in cabin.Rows
        from letter in string.Concat(cabin.Groups)
        where row.Has(letter)
        select new SeatNumber(row.Number, letter);
}
