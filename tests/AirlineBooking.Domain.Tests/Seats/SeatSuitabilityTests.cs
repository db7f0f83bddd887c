using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Tests.Seats;

public sealed class SeatSuitabilityTests
{
    private static readonly CabinLayout Layout = CabinLayouts.For("A20N", 174);
    private static readonly SeatedPassenger Adult = new(PassengerType.Adult);

    [Theory]
    [InlineData("20A", null)]
    [InlineData("12A", null)]
    [InlineData("13A", SeatObjection.NoSuchSeat)]
    [InlineData("1A", SeatObjection.OtherCabin)]
    [InlineData("4A", SeatObjection.KeptForInfants)]
    public void An_adult_may_sit_where_the_fare_and_the_row_allow(string seat, SeatObjection? objection) => Assert.Equal(objection, Against(seat, Adult));

    [Fact]
    public void A_child_does_not_sit_at_an_exit() => Assert.Equal(SeatObjection.ExitForAdultsOnly, Against("12A", new(PassengerType.Child)));

    [Fact]
    public void Who_needs_assistance_does_not_sit_at_an_exit() => Assert.Equal(SeatObjection.ExitForTheAbleOnly, Against("12A", Adult with { NeedsAssistance = true }));

    [Fact]
    public void Who_has_an_infant_does_not_sit_at_an_exit() => Assert.Equal(SeatObjection.ExitWithoutInfants, Against("12A", Adult with { CarriesInfant = true }));

    [Fact]
    public void Who_has_an_infant_may_sit_at_a_bassinet() => Assert.Null(Against("4A", Adult with { CarriesInfant = true }));

    [Fact]
    public void Anybody_may_sit_at_a_bassinet_when_nothing_else_is_left() =>
        Assert.Null(SeatSuitability.Against(Layout, Cabin.Economy, SeatNumber.Parse("4A"), Adult, [], bassinetsOpen: true));

    [Fact]
    public void A_seat_kept_for_the_crew_is_for_nobody_else() =>
        Assert.Equal(SeatObjection.Blocked, SeatSuitability.Against(Layout, Cabin.Economy, SeatNumber.Parse("20A"), Adult, [], isBlocked: true));

    [Theory]
    [InlineData("20A", SeatObjection.InfantNextToInfant)]
    [InlineData("20D", null)]
    [InlineData("21A", null)]
    public void A_section_of_a_row_has_a_mask_for_one_infant(string seat, SeatObjection? objection) =>
        Assert.Equal(objection, SeatSuitability.Against(Layout, Cabin.Economy, SeatNumber.Parse(seat), Adult with { CarriesInfant = true }, [SeatNumber.Parse("20C")]));

    [Fact]
    public void Who_has_no_infant_may_sit_beside_one() => Assert.Null(SeatSuitability.Against(Layout, Cabin.Economy, SeatNumber.Parse("20A"), Adult, [SeatNumber.Parse("20C")]));

    [Theory]
    [InlineData("20A 20B", 2, 0, 0, null)]
    [InlineData("12A 12B", 2, 0, 0, null)]
    [InlineData("12A 12B", 1, 1, 0, SeatObjection.ExitForAdultsOnly)]
    [InlineData("12A 20B", 1, 1, 0, null)]
    [InlineData("12A 12B", 2, 0, 1, SeatObjection.ExitWithoutInfants)]
    [InlineData("20A 20B", 2, 0, 2, SeatObjection.InfantNextToInfant)]
    [InlineData("20C 20D", 2, 0, 2, null)]
    [InlineData("20A", 2, 0, 2, null)]
    [InlineData("4A 4B", 1, 1, 1, null)]
    [InlineData("4A 4B", 1, 1, 0, SeatObjection.KeptForInfants)]
    [InlineData("20A 1A", 2, 0, 0, SeatObjection.OtherCabin)]
    public void Seats_suit_a_party_when_somebody_of_it_could_take_each(string seats, int adults, int children, int infants, SeatObjection? objection) =>
        Assert.Equal(objection, SeatSuitability.Against(Layout, Cabin.Economy, [.. seats.Split(' ').Select(SeatNumber.Parse)], new Party(adults, children, infants))?.Objection);

    [Fact]
    public void Adults_who_need_assistance_do_not_count_for_an_exit() =>
        Assert.Equal(
            (SeatNumber.Parse("12B"), SeatObjection.ExitForTheAbleOnly),
            SeatSuitability.Against(Layout, Cabin.Economy, [SeatNumber.Parse("12A"), SeatNumber.Parse("12B")], new Party(2, 0, 0), needAssistance: 1));

    private static SeatObjection? Against(string seat, SeatedPassenger passenger) =>
        SeatSuitability.Against(Layout, Cabin.Economy, SeatNumber.Parse(seat), passenger, []);
}
