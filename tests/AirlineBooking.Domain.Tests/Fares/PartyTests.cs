using AirlineBooking.Domain.Fares;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class PartyTests
{
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(9, 0, 0)]
    [InlineData(1, 8, 0)]
    [InlineData(4, 1, 4)]
    public void Up_to_nine_people_with_a_lap_for_each_infant_fly_together(int adults, int children, int infants) =>
        Assert.Null(new Party(adults, children, infants).Refusal);

    [Theory]
    [InlineData(0, 0, 0, PartyRefusal.NoPassengers)]
    [InlineData(-1, 2, 0, PartyRefusal.NoPassengers)]
    [InlineData(10, 0, 0, PartyRefusal.TooManyPassengers)]
    [InlineData(9, 0, 1, PartyRefusal.TooManyPassengers)]
    [InlineData(5, 5, 0, PartyRefusal.TooManyPassengers)]
    [InlineData(0, 2, 0, PartyRefusal.ChildrenAlone)]
    [InlineData(0, 0, 1, PartyRefusal.ChildrenAlone)]
    [InlineData(1, 0, 2, PartyRefusal.TooManyInfants)]
    [InlineData(int.MaxValue, int.MaxValue, 2, PartyRefusal.TooManyPassengers)]
    public void Other_parties_are_refused_by_name(int adults, int children, int infants, PartyRefusal refusal) =>
        Assert.Equal(refusal, new Party(adults, children, infants).Refusal);

    [Fact]
    public void An_infant_needs_no_seat() => Assert.Equal(3, new Party(2, 1, 2).Seats);
}
