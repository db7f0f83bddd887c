using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class TaxRulesTests
{
    private static readonly IReadOnlyList<TaxRule> All = TaxRules.OfThisBuild(Books.Gbp).All;

    [Theory]
    [InlineData(Cabin.Economy, PassengerType.Adult, 10600)]
    [InlineData(Cabin.Economy, PassengerType.Child, 0)]
    [InlineData(Cabin.Economy, PassengerType.Infant, 0)]
    [InlineData(Cabin.PremiumEconomy, PassengerType.Adult, 25300)]
    [InlineData(Cabin.Business, PassengerType.Child, 25300)]
    [InlineData(Cabin.Business, PassengerType.Infant, 0)]
    public void Air_passenger_duty_goes_by_cabin_and_passenger(Cabin cabin, PassengerType passenger, long pence) =>
        Assert.Equal(pence, Due("GB", cabin, passenger, "LHR", "SIN"));

    [Theory]
    [InlineData("EDI", 800)]
    [InlineData("CDG", 1500)]
    [InlineData("JFK", 10200)]
    [InlineData("SYD", 10600)]
    public void Air_passenger_duty_goes_by_distance(string destination, long pence) =>
        Assert.Equal(pence, Due("GB", Cabin.Economy, PassengerType.Adult, "LHR", destination));

    [Fact]
    public void Air_passenger_duty_is_due_where_the_journey_begins_by_where_it_ends() =>
        Assert.Equal(10600, Due("GB", Cabin.Economy, PassengerType.Adult, "MAN", "LHR", "SIN"));

    [Fact]
    public void Changing_in_London_owes_no_air_passenger_duty() => Assert.Equal(0, Due("GB", Cabin.Economy, PassengerType.Adult, "CDG", "LHR", "BKK"));

    [Fact]
    public void Coming_home_owes_no_air_passenger_duty() => Assert.Equal(0, Due("GB", Cabin.Economy, PassengerType.Adult, "SIN", "LHR"));

    [Fact]
    public void An_airports_rule_stands_in_place_of_its_countrys()
    {
        Assert.Equal(2780, Due("UB", Cabin.Economy, PassengerType.Adult, "LHR", "SIN"));
        Assert.Equal(1640, Due("UB", Cabin.Economy, PassengerType.Adult, "MAN", "SIN"));
    }

    [Fact]
    public void A_transfer_has_a_charge_of_its_own() => Assert.Equal(1410, Due("UB", Cabin.Economy, PassengerType.Adult, "CDG", "LHR", "BKK"));

    [Fact]
    public void The_American_excise_is_a_share_of_a_domestic_fare()
    {
        var offer = Price(Cabin.Economy, new Party(1, 0, 0), "JFK", "BOI");
        var excise = offer.Taxes.Single(tax => tax.Code == "US").Amount.MinorUnits;
        Assert.Equal((offer.Base.MinorUnits * 75 + 500) / 1000, excise);
        Assert.Equal(1760, Due("US", Cabin.Economy, PassengerType.Adult, "JFK", "LHR"));
    }

    [Fact]
    public void An_American_segment_is_taxed_at_the_start_and_at_each_domestic_change()
    {
        Assert.Equal(410, Due("ZP", Cabin.Economy, PassengerType.Adult, "JFK", "BOI"));
        Assert.Equal(820, Due("ZP", Cabin.Economy, PassengerType.Adult, "JFK", "ORD", "BOI"));
        Assert.Equal(0, Due("ZP", Cabin.Economy, PassengerType.Adult, "BOI", "JFK", "LHR"));
    }

    [Fact]
    public void Rules_end_and_begin_on_their_dates() => Assert.Equal(0, Due("GB", Cabin.Economy, PassengerType.Adult, new DateTime(2026, 3, 31, 12, 0, 0), "LHR", "SIN"));

    [Fact]
    public void Taxes_of_one_code_are_one_line_for_the_party()
    {
        var offer = Price(Cabin.Economy, new Party(2, 1, 0), "LHR", "SIN");
        Assert.Equal(["GB", "UB"], offer.Taxes.Select(tax => tax.Code));
        Assert.Equal([21200, 8340], offer.Taxes.Select(tax => tax.Amount.MinorUnits));
    }

    [Fact]
    public void Every_rule_says_where_its_amount_comes_from() => Assert.All(All, rule => Assert.NotEqual("", rule.Source));

    [Fact]
    public void Every_rule_has_an_amount_or_a_share_and_a_code_of_two_characters() => Assert.All(All, rule =>
    {
        Assert.Equal(2, rule.Code.Length);
        Assert.True(rule.Amount > 0 ^ rule.PerMilleOfFare > 0, $"{rule.Code} {rule.Name}");
        // A search keeps one table of transfer taxes for all journeys: a stop knows neither their fare nor their distance.
        Assert.False(rule.Event == TaxEvent.Transfer && (rule.PerMilleOfFare > 0 || rule.FromKm >= 0 || rule.ToKm < int.MaxValue), $"{rule.Code} {rule.Name}");
    });

    [Fact]
    public void Every_place_is_an_airport_or_a_country_that_has_one()
    {
        var known = Books.Airports.Select(airport => airport.Country).Concat(Books.Airports.Select(airport => airport.Code.ToString())).ToHashSet();
        Assert.All(All, rule => Assert.Contains(rule.Place, known));
    }

    [Fact]
    public void A_code_has_one_name_in_a_place() => Assert.All(All.GroupBy(rule => (rule.Code, rule.Place)), rules => Assert.Single(rules.Select(rule => rule.Name).Distinct()));

    [Fact]
    public void No_two_rules_of_one_code_are_due_for_the_same_passenger()
    {
        var places = All.GroupBy(rule => (rule.Code, rule.Place, rule.Event)).Where(rules => rules.Count() > 1).ToList();
        (from place in OneOf([.. places])
         from cabin in Gen.Enum<Cabin>()
         from passenger in Gen.Enum<PassengerType>()
         from kilometres in Gen.OneOf(Gen.Int[0, 20000], OneOf([.. All.Select(rule => rule.ToKm).Where(km => km < 20000)]))
         from reach in OneOf([TaxReach.DomesticToDomestic, TaxReach.DomesticToInternational, TaxReach.InternationalToDomestic, TaxReach.InternationalToInternational])
         from day in Gen.Int[0, 1000]
         select (place, passenger, new TaxedJourney(cabin, Books.Day("2026-04-01").AddDays(day), kilometres, false), reach)).Sample((place, passenger, journey, reach) =>
             Assert.InRange(place.Count(rule => rule.IsDueFor(passenger, journey, reach)), 0, 1));
    }

    [Fact]
    public void A_currency_without_rules_is_refused_with_what_to_do() =>
        Assert.Contains("Airline:Currency", Assert.Throws<InvalidOperationException>(() => TaxRules.OfThisBuild(CurrencyCode.Parse("JPY"))).Message, StringComparison.Ordinal);

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static long Due(string code, Cabin cabin, PassengerType passenger, params string[] airports) =>
        Due(code, cabin, passenger, new DateTime(2026, 12, 1, 12, 0, 0), airports);

    private static long Due(string code, Cabin cabin, PassengerType passenger, DateTime departingAt, params string[] airports)
    {
        var slice = new PricedSlice(Books.ByDistance, Books.Slice(cabin, departingAt, 0, airports), cabin, 0);
        return Enumerable.Range(0, slice.Rules).Where(rule => slice.RuleAt(rule).Code == code).Sum(rule => slice.DueAt(rule, passenger, FareFamily.Light));
    }

    private static Offer Price(Cabin cabin, Party party, params string[] airports) =>
        PriceOffer.From(Books.ByDistance, Books.Signer, [Books.Slice(cabin, new DateTime(2026, 12, 1, 12, 0, 0), 0, airports)], party, cabin, FareFamily.Light, 1)
        ?? throw new InvalidOperationException("Nothing was open.");
}
