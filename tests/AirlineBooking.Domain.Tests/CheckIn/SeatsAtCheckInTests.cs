using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Tests.CheckIn;

public sealed class SeatsAtCheckInTests
{
    private static readonly SeatedPassenger Adult = new(PassengerType.Adult);
    private static readonly SeatedPassenger WithInfant = Adult with { CarriesInfant = true };
    private static readonly SeatedPassenger InAWheelchair = Adult with { NeedsAssistance = true };
    private static readonly SeatedPassenger Child = new(PassengerType.Child);

    // Row 1 is usual, row 2 is at the exits.
    private static readonly CabinLayout Small = new(
        "TEST", [new LayoutCabin(Cabin.Economy, ["AC", "DF"], [new LayoutRow(1), new LayoutRow(2, IsExit: true)], null, [])]);

    [Fact]
    public void Two_with_infants_sit_in_different_sections()
    {
        var seats = Choose([], [WithInfant, WithInfant]);

        Assert.Equal(2, seats.Select(seat => "AC".Contains(seat.Letter, StringComparison.Ordinal)).Distinct().Count());
        Assert.All(seats, seat => Assert.Equal(1, seat.Row));
    }

    [Fact]
    public void An_infant_does_not_come_beside_that_of_somebody_who_has_a_seat()
    {
        var seat = Assert.Single(Choose(["1A"], [WithInfant], withInfants: ["1A"]));

        Assert.Contains(seat.ToString(), new[] { "1D", "1F" });
        Assert.Empty(Choose(["1A", "1D", "1F"], [WithInfant], withInfants: ["1A"]));
        Assert.Equal("1C", Assert.Single(Choose(["1A", "1D", "1F"], [Adult], withInfants: ["1A"])).ToString());
    }

    [Fact]
    public void Only_adults_who_can_open_an_exit_and_carry_nobody_sit_there()
    {
        string[] usual = ["1A", "1C", "1D", "1F"];

        Assert.Equal(2, Assert.Single(Choose(usual, [Adult])).Row);
        foreach (var person in new[] { WithInfant, InAWheelchair, Child }) Assert.Empty(Choose(usual, [person]));
    }

    [Fact]
    public void Of_a_party_only_the_able_go_to_the_exits()
    {
        var seats = Choose(["1D", "1F"], [InAWheelchair, Adult, Child, Adult]);

        Assert.Equal([1, 2, 1, 2], seats.Select(seat => seat.Row));
    }

    [Fact]
    public void A_seat_is_free_on_every_leg()
    {
        var seats = SeatsAtCheckIn.Choose([Map(["1A", "1C"]), Map(["1D"])], Cabin.Economy, [(new PassengerId(Guid.NewGuid()), Adult)], []);

        Assert.Equal("1F", seats?.Values.Single().ToString());
    }

    // In the order of the people; none when there are too few seats.
    private static List<SeatNumber> Choose(string[] taken, SeatedPassenger[] people, string[]? withInfants = null)
    {
        var named = people.Select(person => (Id: new PassengerId(Guid.NewGuid()), Person: person)).ToList();
        var seats = SeatsAtCheckIn.Choose([Map(taken)], Cabin.Economy, named, [.. (withInfants ?? []).Select(SeatNumber.Parse)]);
        return seats is null ? [] : named.ConvertAll(one => seats[one.Id]);
    }

    private static SeatMap Map(string[] taken) =>
        new(new FlightId(1), "TEST", Small, 1, taken.ToDictionary(SeatNumber.Parse, _ => SeatState.Occupied), new Dictionary<SeatNumber, DateTimeOffset>());
}
