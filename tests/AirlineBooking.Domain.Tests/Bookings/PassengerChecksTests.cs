using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class PassengerChecksTests
{
    private static readonly DateOnly Out = new(2026, 12, 1);
    private static readonly DateOnly Back = new(2026, 12, 20);
    private static readonly PassengerToCheck Grown = new(PassengerType.Adult, new DateOnly(1990, 5, 5));
    private static readonly PassengerToCheck Youth = new(PassengerType.Adult, new DateOnly(2012, 5, 5));
    private static readonly PassengerToCheck Child = new(PassengerType.Child, new DateOnly(2018, 5, 5));
    private static readonly PassengerToCheck Infant = new(PassengerType.Infant, new DateOnly(2026, 1, 5));

    [Fact]
    public void A_family_may_fly() => Assert.Empty(Check(Grown, Child, Infant with { InfantOf = 0 }));

    [Fact]
    public void Somebody_of_twelve_may_fly_alone() => Assert.Empty(Check(new PassengerToCheck(PassengerType.Adult, Out.AddYears(-12))));

    [Fact]
    public void Who_is_younger_than_booked_is_refused_at_their_date_of_birth() =>
        Assert.Equal([("/passengers/1/bornOn", PassengerRefusal.TooYoungForAnAdult)], Places(Grown, Grown with { BornOn = Out.AddYears(-12).AddDays(1) }));

    [Fact]
    public void A_child_is_a_child_by_the_first_flight() => Assert.Empty(Check(Grown, Child with { BornOn = Out.AddYears(-12).AddDays(1) }));

    [Fact]
    public void A_child_of_twelve_on_the_first_flight_is_none() =>
        Assert.Equal([("/passengers/1/bornOn", PassengerRefusal.TooOldForAChild)], Places(Grown, Child with { BornOn = Out.AddYears(-12) }));

    [Fact]
    public void An_infant_who_is_two_on_the_way_back_needs_a_seat_from_there()
    {
        var problem = Assert.Single(Check(Grown, Infant with { BornOn = Back.AddYears(-2) }));
        Assert.Equal((1, PassengerChecks.BornOn, PassengerRefusal.TooOldForAnInfant, 1), (problem.Passenger, problem.Field, problem.Refusal, problem.FlightIndex));
    }

    [Fact]
    public void An_infant_who_is_two_the_day_after_the_way_back_may_sit_on_a_lap() => Assert.Empty(Check(Grown, Infant with { BornOn = Back.AddYears(-2).AddDays(1) }));

    [Fact]
    public void Nobody_is_born_after_the_first_flight_or_in_another_century() =>
        Assert.Equal(
            [("/passengers/1/bornOn", PassengerRefusal.NotYetBorn), ("/passengers/2/bornOn", PassengerRefusal.NotPlausible)],
            Places(Grown, Infant with { BornOn = Out.AddDays(1) }, Grown with { BornOn = new DateOnly(1026, 1, 1) }));

    [Fact]
    public void A_child_needs_somebody_of_sixteen() =>
        Assert.Equal([("/passengers/1/type", PassengerRefusal.NobodyOldEnough)], Places(Youth, Child));

    [Fact]
    public void Sixteen_on_the_day_of_the_first_flight_is_enough() => Assert.Empty(Check(Youth with { BornOn = Out.AddYears(-16) }, Child));

    [Fact]
    public void A_youth_has_no_lap_to_offer() =>
        Assert.Equal([("/passengers/3/type", PassengerRefusal.TooManyInfants)], Places(Grown, Youth, Infant, Infant));

    [Theory]
    [InlineData(-1, PassengerRefusal.LapUnknown)]
    [InlineData(9, PassengerRefusal.LapUnknown)]
    [InlineData(3, PassengerRefusal.LapUnknown)]
    [InlineData(1, PassengerRefusal.LapTooYoung)]
    [InlineData(2, PassengerRefusal.LapTooYoung)]
    public void An_infant_sits_on_the_lap_of_somebody_of_sixteen(int lap, PassengerRefusal refusal) =>
        Assert.Equal([("/passengers/3/infantOf", refusal)], Places(Grown, Youth, Child, Infant with { InfantOf = lap }));

    [Fact]
    public void Two_infants_do_not_share_a_lap() =>
        Assert.Equal([("/passengers/3/infantOf", PassengerRefusal.LapTaken)], Places(Grown, Grown, Infant with { InfantOf = 0 }, Infant with { InfantOf = 0 }));

    [Fact]
    public void Only_an_infant_sits_on_a_lap() =>
        Assert.Equal([("/passengers/1/infantOf", PassengerRefusal.NotAnInfant)], Places(Grown, Child with { InfantOf = 0 }));

    [Fact]
    public void Infants_without_a_lap_get_the_first_that_is_free() =>
        Assert.Equal([null, null, null, 2, 0], PassengerChecks.LapsOf([Grown, Youth, Grown, Infant with { InfantOf = 2 }, Infant], Out));

    private static IReadOnlyList<PassengerProblem> Check(params PassengerToCheck[] passengers) => PassengerChecks.Check(passengers, [Out, Back]);

    private static IEnumerable<(string, PassengerRefusal)> Places(params PassengerToCheck[] passengers) => Check(passengers).Select(problem => (problem.Place, problem.Refusal));
}
