using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.HouseRules;

namespace AirlineBooking.Domain.Tests.Fares;

/// <summary>The journey that PRICING.md works out: the page and the program say the same.</summary>
public sealed class PricingExampleTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Sources.Top(), "AirlineBooking.Domain/Fares/PRICING.md"));

    private static readonly Offer Offer = PriceOffer.From(
        Books.With([.. CreateDemoFares.ReadFile()]), Books.Signer,
        [
            Books.Slice(Cabin.Economy, new DateTime(2026, 12, 1, 21, 35, 0), LevelThatSells("O"), "LHR", "SIN"),
            Books.Slice(Cabin.Economy, new DateTime(2026, 12, 15, 9, 0, 0), LevelThatSells("N"), "SIN", "LHR"),
        ],
        new Party(2, 1, 0), Cabin.Economy, FareFamily.Classic, 1) ?? throw new InvalidOperationException("Nothing was open.");

    [Fact]
    public void The_example_sells_the_classes_it_says() => Assert.Equal(["O", "N"], Offer.Slices.Select(slice => slice.Segments[0].BookingClass));

    [Fact]
    public void The_examples_totals_are_those_of_the_program()
    {
        Assert.Equal([75630, 75630, 56730], Offer.Passengers.Select(passenger => passenger.Base.MinorUnits));
        Assert.Equal([16510, 16510, 5910], Offer.Passengers.Select(passenger => passenger.Taxes.MinorUnits));
        Assert.Equal((207990, 246920), (Offer.Base.MinorUnits, Offer.Total.MinorUnits));
        Assert.Equal(["GB 212.00", "UB 83.40", "L7 19.80", "OP 14.40", "SG 59.70"], Offer.Taxes.Select(tax => $"{tax.Code} {tax.Amount.ToDecimalString()}"));
    }

    [Fact]
    public void The_page_names_every_figure_of_the_program()
    {
        var figures = Offer.Passengers.SelectMany(passenger => new[] { passenger.Base, passenger.Taxes, passenger.Total })
            .Concat(Offer.Taxes.Select(tax => tax.Amount)).Concat(Offer.OtherFamilies.Select(family => family.Total)).Append(Offer.Base).Append(Offer.Total);
        Assert.All(figures, figure => Assert.Contains(Written(figure), Page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_names_every_class_with_its_factor() => Assert.All(
        Enum.GetValues<Cabin>().SelectMany(BookingClassLadder.Of),
        step => Assert.Matches($@"\b{step.Code}\s+{(step.PricePerMille / 1000m).ToString("0.00", CultureInfo.InvariantCulture).Replace(".", "\\.", StringComparison.Ordinal)}", Page));

    private static string Written(Money amount) => (amount.MinorUnits / 100m).ToString("N2", CultureInfo.InvariantCulture);

    private static int LevelThatSells(string letter) => Enumerable.Range(0, Demand.Levels).First(level =>
        BookingClassLadder.Of(Cabin.Economy)[BookingLimitsTable.LowestOpenRank(
            BookingLimitsTable.Standard.Limits(BookingLimitsTable.IndexOf(Cabin.Economy, 200, level)), 0, 3)].Code == letter);
}
