using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class EmissionsTests
{
    [Theory]
    [InlineData("LHR", "SIN", "B789", Cabin.Economy, 480, 640)]
    [InlineData("LHR", "JFK", "B789", Cabin.Economy, 240, 360)]
    [InlineData("LHR", "CDG", "A20N", Cabin.Economy, 20, 60)]
    public void A_seat_comes_out_near_what_published_calculators_say(string origin, string destination, string aircraft, Cabin cabin, double least, double most) =>
        Assert.InRange(Emissions.Kilograms(Books.ByDistance.Kilometres(Books.Code(origin), Books.Code(destination)), AircraftFuel.Of(aircraft), cabin), least, most);

    [Fact]
    public void It_is_the_formula_that_the_documentation_gives()
    {
        var aircraft = new AircraftFuel(KilogramsPerKm: 5, EconomySeats: 250, IsWide: true);
        Assert.Equal(5 * (2000 + 100) * 0.85 * 3.16 * 1 / (250 * 0.82), Emissions.Kilograms(2000, aircraft, Cabin.Economy), 1e-9);
        Assert.Equal(3 * Emissions.Kilograms(2000, aircraft, Cabin.Economy), Emissions.Kilograms(2000, aircraft, Cabin.Business), 1e-9);
    }

    [Theory]
    [InlineData(549, 599)]
    [InlineData(550, 650)]
    [InlineData(5500, 5600)]
    [InlineData(5501, 5626)]
    public void Detours_are_added_by_distance(int kilometres, int flown) => Assert.Equal(
        flown / 1000.0, Emissions.Kilograms(kilometres, new AircraftFuel(1, 1000 / 0.82 * 0.96 * 3.16, false), Cabin.Economy), 1e-9);

    [Fact]
    public void A_type_without_a_figure_of_its_own_burns_what_its_kind_does() => Assert.InRange(AircraftFuel.Of("A148").KilogramsPerKm, 1.5, 1.7);

    [Fact]
    public void A_type_that_nobody_knows_is_a_narrow_body() => Assert.Equal(new AircraftFuel(3.2, 170, false), AircraftFuel.Of("ZZZZ"));

    [Fact]
    public void The_party_is_each_passenger_with_a_seat_and_an_infant_adds_nothing()
    {
        var slice = Books.Slice(Cabin.Economy, new DateTime(2026, 12, 1, 12, 0, 0), 0, "LHR", "SIN");
        var offer = PriceOffer.From(Books.ByDistance, Books.Signer, [slice], new Party(2, 1, 1), Cabin.Economy, FareFamily.Light, 1);
        Assert.NotNull(offer);
        Assert.Equal(3 * offer.EmissionsKgPerPassenger, offer.EmissionsKg);
    }
}
