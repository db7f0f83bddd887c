using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class FareBookTests
{
    private static readonly DateOnly Day = Books.Day("2026-12-01");

    [Theory]
    [InlineData("LHR", "SIN", 33_750)]
    [InlineData("LHR", "CDG", 4_890)]
    [InlineData("ORD", "MSP", 5_950)]
    [InlineData("LHR", "SYD", 47_250)]
    public void A_market_without_a_fare_of_its_own_is_priced_by_distance(string origin, string destination, long pence) =>
        Assert.Equal(pence, Fare(Books.ByDistance, origin, destination, Cabin.Economy));

    [Fact]
    public void Further_never_costs_less() => Gen.Select(Gen.Int[0, 20000], Gen.Int[0, 20000], Gen.Enum<Cabin>()).Sample((one, other, cabin) =>
    {
        var (near, far) = (Math.Min(one, other), Math.Max(one, other));
        Assert.True(FareFormula.OfCabin(FareFormula.EconomyByDistance(near), cabin, near) <= FareFormula.OfCabin(FareFormula.EconomyByDistance(far), cabin, far));
    });

    [Fact]
    public void A_better_cabin_costs_more() => Gen.Int[0, 20000].Sample(kilometres =>
    {
        var fares = Enum.GetValues<Cabin>().Select(cabin => FareFormula.OfCabin(FareFormula.EconomyByDistance(kilometres), cabin, kilometres)).ToList();
        Assert.Equal(fares.Distinct().Order(), fares);
    });

    [Fact]
    public void A_markets_own_fare_is_taken_in_both_directions()
    {
        var book = Books.With(Books.Fare("LHR", "SIN", Cabin.Economy, 31_900));
        Assert.Equal(31_900, Fare(book, "LHR", "SIN", Cabin.Economy));
        Assert.Equal(31_900, Fare(book, "SIN", "LHR", Cabin.Economy));
    }

    [Fact]
    public void A_fare_of_the_airports_goes_before_one_of_their_cities()
    {
        var book = Books.With(
            Books.Fare("LON", "NYC", Cabin.Economy, 20_900), Books.Fare("JFK", "LON", Cabin.Economy, 20_100), Books.Fare("JFK", "LHR", Cabin.Economy, 21_500));
        Assert.Equal(21_500, Fare(book, "LHR", "JFK", Cabin.Economy));
        Assert.Equal(20_100, Fare(book, "LGW", "JFK", Cabin.Economy));
        Assert.Equal(20_900, Fare(book, "LGW", "EWR", Cabin.Economy));
    }

    [Fact]
    public void A_cabin_without_a_fare_of_its_own_follows_economys()
    {
        var book = Books.With(Books.Fare("LHR", "SIN", Cabin.Economy, 30_000));
        Assert.Equal(135_000, Fare(book, "LHR", "SIN", Cabin.Business));
    }

    [Fact]
    public void Of_several_fares_the_one_counts_that_is_valid_on_the_day_of_departure()
    {
        var book = Books.With(
            Books.Fare("LHR", "SIN", Cabin.Economy, 30_000), Books.Fare("LHR", "SIN", Cabin.Economy, 40_000, from: "2026-12-10", to: "2027-01-10"));
        Assert.Equal(30_000, Fare(book, "LHR", "SIN", Cabin.Economy, "2026-12-09"));
        Assert.Equal(40_000, Fare(book, "LHR", "SIN", Cabin.Economy, "2026-12-10"));
        Assert.Equal(40_000, Fare(book, "LHR", "SIN", Cabin.Economy, "2027-01-10"));
        Assert.Equal(30_000, Fare(book, "LHR", "SIN", Cabin.Economy, "2027-01-11"));
    }

    [Fact]
    public void A_fare_in_another_currency_is_not_ours()
    {
        var foreign = new Fare
        {
            Origin = Books.Code("LHR"), Destination = Books.Code("SIN"), Cabin = Cabin.Economy, Amount = 1, Currency = CurrencyCode.Parse("SGD"), ValidFrom = Day,
        };
        Assert.Equal(Fare(Books.ByDistance, "LHR", "SIN", Cabin.Economy), Fare(Books.With(foreign), "LHR", "SIN", Cabin.Economy));
    }

    [Fact]
    public void A_child_pays_three_quarters_and_an_infant_a_tenth_rounded_up_to_ten_pence()
    {
        var fares = FaresOf(Books.With(Books.Fare("LHR", "SIN", Cabin.Economy, 31_930)), "LHR", "SIN");
        Assert.Equal(31_930, fares.Of(PassengerType.Adult, 0, FareFamily.Light));
        Assert.Equal(23_950, fares.Of(PassengerType.Child, 0, FareFamily.Light));
        Assert.Equal(3_200, fares.Of(PassengerType.Infant, 0, FareFamily.Light));
    }

    [Fact]
    public void Every_fare_is_whole_fare_units() => Gen.Select(Gen.Int[0, 8], Gen.Enum<FareFamily>(), Gen.Enum<PassengerType>()).Sample((rank, family, passenger) =>
        Assert.Equal(0, FaresOf(Books.ByDistance, "LHR", "JFK").Of(passenger, rank, family) % 10));

    [Fact]
    public void A_currency_without_minor_units_is_rounded_to_its_coin() => Assert.Equal(12_346, FareFormula.RoundUp(12_346, FareFormula.UnitOf(CurrencyCode.Parse("JPY"))));

    [Fact]
    public void The_demos_own_fares_name_real_places_once_and_in_order()
    {
        var fares = CreateDemoFares.ReadFile();
        var places = Books.Airports.Select(airport => airport.Code).Concat(Books.Airports.Select(airport => airport.MetropolitanArea).OfType<AirportCode>()).ToHashSet();
        Assert.All(fares, fare => Assert.True(fare.Origin < fare.Destination && places.Contains(fare.Origin) && places.Contains(fare.Destination), $"{fare.Origin} {fare.Destination}"));
        Assert.Distinct(fares.Select(fare => (fare.Origin, fare.Destination, fare.Cabin)));
    }

    [Fact]
    public void A_better_cabin_costs_more_in_the_demo_too() => Assert.All(
        CreateDemoFares.ReadFile().GroupBy(fare => (fare.Origin, fare.Destination)),
        market => Assert.Equal(market.OrderBy(fare => fare.Cabin).Select(fare => fare.Amount), market.Select(fare => fare.Amount).Order()));

    private static SliceFares FaresOf(FareBook book, string origin, string destination) =>
        book.FaresOf(Books.Code(origin), Books.Code(destination), book.JourneyOf(Books.Code(origin), Books.Code(destination), Cabin.Economy, Day));

    private static long Fare(FareBook book, string origin, string destination, Cabin cabin, string date = "2026-12-01") =>
        book.BaseFare(Books.Code(origin), Books.Code(destination), cabin, 0, Books.Day(date));
}
