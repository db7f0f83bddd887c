using AirlineBooking.Domain.Fares;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class PassengerAgesTests
{
    [Theory]
    [InlineData("2014-12-02", "2026-12-01", 11)]
    [InlineData("2014-12-01", "2026-12-01", 12)]
    [InlineData("2024-02-29", "2026-02-28", 1)]
    [InlineData("2024-02-29", "2026-03-01", 2)]
    [InlineData("2024-02-29", "2028-02-28", 3)]
    [InlineData("2024-02-29", "2028-02-29", 4)]
    [InlineData("2026-12-01", "2026-12-01", 0)]
    public void A_year_is_completed_on_the_birthday(string born, string on, int years) =>
        Assert.Equal(years, PassengerAges.On(Books.Day(born), Books.Day(on)));

    [Theory]
    [InlineData("2024-12-02", PassengerType.Infant)]
    [InlineData("2024-12-01", PassengerType.Child)]
    [InlineData("2014-12-02", PassengerType.Child)]
    [InlineData("2014-12-01", PassengerType.Adult)]
    public void Type_goes_by_the_age_on_the_first_flights_date(string born, PassengerType type) =>
        Assert.Equal(type, PassengerAges.TypeOf(Books.Day(born), Books.Day("2026-12-01")));

    [Fact]
    public void A_child_stays_a_child_when_it_turns_twelve_on_the_way() =>
        Assert.Null(Check(PassengerType.Child, "2014-12-05", "2026-12-01", "2026-12-10"));

    [Fact]
    public void Who_turns_twelve_on_the_first_flights_date_is_no_child() =>
        Assert.Equal(new AgeProblem(AgeRefusal.TooOldForAChild, 0), Check(PassengerType.Child, "2014-12-01", "2026-12-01"));

    [Fact]
    public void Who_is_eleven_is_no_adult() =>
        Assert.Equal(new AgeProblem(AgeRefusal.TooYoungForAnAdult, 0), Check(PassengerType.Adult, "2014-12-02", "2026-12-01", "2026-12-10"));

    [Fact]
    public void A_lap_infant_is_under_two_on_every_flight() =>
        Assert.Null(Check(PassengerType.Infant, "2024-12-11", "2026-12-01", "2026-12-02", "2026-12-10"));

    [Fact]
    public void An_infant_that_turns_two_before_a_later_flight_needs_a_seat_from_that_flight() =>
        Assert.Equal(new AgeProblem(AgeRefusal.TooOldForAnInfant, 2), Check(PassengerType.Infant, "2024-12-10", "2026-12-01", "2026-12-02", "2026-12-10", "2026-12-11"));

    [Fact]
    public void An_infant_born_on_29_February_may_sit_on_a_lap_until_28_February() =>
        Assert.Equal(new AgeProblem(AgeRefusal.TooOldForAnInfant, 1), Check(PassengerType.Infant, "2024-02-29", "2026-02-28", "2026-03-01"));

    [Fact]
    public void Anybody_under_twelve_may_have_a_childs_seat() => Assert.Null(Check(PassengerType.Child, "2026-06-01", "2026-12-01"));

    [Fact]
    public void Nobody_flies_before_being_born() =>
        Assert.Equal(new AgeProblem(AgeRefusal.NotYetBorn, 0), Check(PassengerType.Infant, "2026-12-02", "2026-12-01"));

    private static AgeProblem? Check(PassengerType bookedAs, string born, params string[] flights) =>
        PassengerAges.Check(bookedAs, Books.Day(born), [.. flights.Select(Books.Day)]);
}
