using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Tests.Flights;

public sealed class CabinLayoutTests
{
    public static TheoryData<string, int> Named
    {
        get
        {
            var named = new TheoryData<string, int>();
            foreach (var layout in CabinLayouts.All) named.Add(layout.Aircraft, layout.Seats);
            return named;
        }
    }

    [Theory]
    [InlineData("A20N", 174, 162, 0, 12)]
    [InlineData("A21N", 214, 198, 0, 16)]
    [InlineData("B789", 288, 230, 28, 30)]
    [InlineData("A359", 315, 243, 32, 40)]
    [InlineData("B738", 160, 144, 0, 16)]
    public void A_known_aircraft_has_its_cabins(string aircraft, int seats, int economy, int premiumEconomy, int business)
    {
        var layout = CabinLayouts.For(aircraft, seats);

        Assert.Equal(aircraft, layout.Aircraft);
        Assert.Equal((economy, premiumEconomy, business), (layout.SeatsIn(Cabin.Economy), layout.SeatsIn(Cabin.PremiumEconomy), layout.SeatsIn(Cabin.Business)));
    }

    [Fact]
    public void An_import_that_says_nothing_gets_a_layout_of_our_own() =>
        Assert.Equal(Flight.DefaultAircraft, CabinLayouts.For(Flight.DefaultAircraft, Flight.DefaultSeats).Aircraft);

    [Fact]
    public void An_aircraft_with_another_number_of_seats_has_economy_alone()
    {
        var layout = CabinLayouts.For("A20N", 186);

        Assert.Equal(186, layout.SeatsIn(Cabin.Economy));
        Assert.Equal(186, layout.Seats);
    }

    [Fact]
    public void Any_number_of_seats_has_a_layout_of_just_so_many()
    {
        for (var seats = 0; seats <= 1000; seats++) Assert.Equal(seats, CabinLayouts.For("ZZZZ", seats).Seats);
    }

    [Theory]
    [InlineData(19, 2)]
    [InlineData(34, 3)]
    [InlineData(70, 4)]
    [InlineData(125, 5)]
    [InlineData(189, 6)]
    [InlineData(270, 7)]
    [InlineData(300, 8)]
    [InlineData(396, 9)]
    [InlineData(500, 10)]
    public void A_larger_aircraft_is_wider(int seats, int abreast) =>
        Assert.Equal(abreast, CabinLayouts.For("ZZZZ", seats).Cabins[0].Groups.Sum(group => group.Length));

    [Theory, MemberData(nameof(Named))]
    public void Letters_run_from_A_without_I_and_each_stands_once(string aircraft, int seats)
    {
        foreach (var cabin in CabinLayouts.For(aircraft, seats).Cabins)
        {
            var letters = string.Concat(cabin.Groups);
            Assert.Equal('A', letters[0]);
            Assert.DoesNotContain('I', letters);
            Assert.Equal(string.Concat(letters.Order().Distinct()), letters);
        }
    }

    [Theory, MemberData(nameof(Named))]
    public void Rows_count_up_through_the_aircraft_and_exits_wings_and_facilities_are_among_them(string aircraft, int seats)
    {
        var layout = CabinLayouts.For(aircraft, seats);
        var numbers = layout.Cabins.SelectMany(cabin => cabin.Rows).Select(row => row.Number).ToList();

        Assert.Equal(numbers.Order().Distinct(), numbers);
        Assert.Contains(layout.Cabins, cabin => cabin.Rows.Any(row => row.IsExit));
        foreach (var cabin in layout.Cabins)
        {
            Assert.All(cabin.Facilities, facilities => Assert.Contains(cabin.Rows, row => row.Number == facilities.Row));
            Assert.All(cabin.Facilities, facilities => Assert.Equal(cabin.Groups.Length, facilities.ByGroup.Length));
            if (cabin.Wings is { } wings) Assert.Contains(cabin.Rows, row => wings.Has(row.Number));
        }
    }

    [Theory]
    [InlineData("A20N", 174)]
    [InlineData("A21N", 214)]
    [InlineData("ZZZZ", 186)]
    public void Row_13_is_left_out(string aircraft, int seats) =>
        Assert.DoesNotContain(CabinLayouts.For(aircraft, seats).Cabins.SelectMany(cabin => cabin.Rows), row => row.Number == 13);

    [Fact]
    public void A_seat_is_in_one_cabin_or_does_not_exist()
    {
        var layout = CabinLayouts.For("B789", 288);

        Assert.Equal(Cabin.Business, layout.CabinOf(1, 'A')?.Cabin);
        Assert.Equal(Cabin.Economy, layout.CabinOf(45, 'D')?.Cabin);
        Assert.Null(layout.CabinOf(45, 'A'));
        Assert.Null(layout.CabinOf(1, 'B'));
        Assert.Null(layout.CabinOf(7, 'A'));
    }
}
