using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Fares;

internal enum Given { Plain, Good, No }

/// <summary>What a fare allows in one respect, in words.</summary>
internal sealed record FareCell(string Words, Given Given = Given.Plain);

/// <summary>A line of the comparison of fares.</summary>
internal sealed record FareRow(string Name, Func<Offer, FareCell> Cell);

/// <summary>The words of the fares.</summary>
internal static class FareWords
{
    public static FareRow[] Rows(SeatQuotes quotes) =>
    [
        new("Under the seat", _ => new("1 small bag")),
        new("Hand luggage", offer => Bags(offer, BaggageType.Cabin, "10 kg")),
        new("Checked bag", offer => Bags(offer, BaggageType.Checked, offer.Cabin is Cabin.Economy or Cabin.PremiumEconomy ? "23 kg" : "32 kg")),
        new("Choosing seats", offer => Seats(offer, quotes)),
        new("Changing flights", offer => Change(offer.Conditions.Change)),
        new("Cancelling", offer => Refund(offer)),
        new("Meals", _ => new("Included")),
    ];

    public static string Name(FareFamily family) => family switch
    {
        FareFamily.Classic => "Classic",
        FareFamily.Flex => "Flex",
        _ => "Light",
    };

    public static string Moved(Money before, Money now) => now > before
        ? $"The price rose by {MoneyText.Exact(now - before)}"
        : $"The price fell by {MoneyText.Exact(before - now)}";

    private static FareCell Bags(Offer offer, BaggageType type, string weight)
    {
        var quantity = offer.Baggage.Where(bag => bag.Type == type).Sum(bag => bag.Quantity);
        return quantity == 0
            ? new("None", Given.No)
            : new($"{quantity.ToString(CultureInfo.InvariantCulture)} each, {weight}", type is BaggageType.Checked ? Given.Good : Given.Plain);
    }

    // How far it goes makes no difference to what is free.
    private static FareCell Seats(Offer offer, SeatQuotes quotes) => FareFamilies.Of(offer.Cabin, offer.Family, DistanceBand.LongHaul).Seats switch
    {
        SeatChoice.Charged => new($"From {MoneyText.Brief(quotes.LowestOf(offer))} a seat"),
        SeatChoice.Standard => new("Free, except extra legroom", Given.Good),
        _ => new("Free, any seat", Given.Good),
    };

    private static FareCell Change(FareCondition change) => change switch
    {
        { Allowed: false } => new("Not possible", Given.No),
        { Penalty: { MinorUnits: > 0 } penalty } => new($"{MoneyText.Brief(penalty)} each, plus any difference"),
        _ => new("Free, plus any difference", Given.Good),
    };

    private static FareCell Refund(Offer offer) => offer.Conditions.Refund switch
    {
        { Allowed: false } => new("Unused taxes only", Given.No),
        { Penalty: { MinorUnits: > 0 } penalty } => new($"All but {MoneyText.Brief(penalty)} each"),
        _ => new("Everything back", Given.Good),
    };
}
