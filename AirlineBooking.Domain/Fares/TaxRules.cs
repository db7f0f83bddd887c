using System.Collections.Frozen;
using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using CsvHelper;

namespace AirlineBooking.Domain.Fares;

/// <summary>All tax rules of one selling currency, found by airport and country.</summary>
public sealed class TaxRules
{
    internal const string Resource = "tax-rules.csv";

    private readonly FrozenDictionary<string, TaxRule[]> _byPlace;

    public TaxRules(CurrencyCode currency, IReadOnlyList<TaxRule> all)
    {
        (Currency, All) = (currency, all);
        _byPlace = all.GroupBy(rule => rule.Place).ToFrozenDictionary(rules => rules.Key, rules => rules.ToArray(), StringComparer.Ordinal);
    }

    public CurrencyCode Currency { get; }

    public IReadOnlyList<TaxRule> All { get; }

    /// <summary>The rules that came with this build. Amounts stand in the selling currency, since a price must not move with an exchange rate.</summary>
    public static TaxRules OfThisBuild(CurrencyCode currency)
    {
        var rules = ReferenceFiles.Read(Resource, csv => csv.Text("currency") == currency.ToString() ? ReadRule(csv, currency) : null).OfType<TaxRule>().ToList();
        return rules.Count > 0 ? new(currency, rules) : throw new InvalidOperationException($"There are no tax rules in {currency}, so nothing can be sold in it: set Airline:Currency to GBP or add rules to {Resource}.");
    }

    /// <summary>What is due at an airport: its own rules, and its country's where it has none of the same code and event.</summary>
    public AirportTaxes Of(AirportCode airport, string country)
    {
        var own = _byPlace.GetValueOrDefault(airport.ToString(), []);
        var common = _byPlace.GetValueOrDefault(country, []);
        if (own.Length + common.Length == 0) return AirportTaxes.None;
        var all = common.Where(rule => !own.Any(mine => mine.Code == rule.Code && mine.Event == rule.Event)).Concat(own)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal).ToList();
        return new AirportTaxes(
            [.. all.Where(rule => rule.Event == TaxEvent.Departure)],
            [.. all.Where(rule => rule.Event == TaxEvent.Transfer)],
            [.. all.Where(rule => rule.Event == TaxEvent.Arrival)]);
    }

    private static TaxRule ReadRule(CsvReader csv, CurrencyCode currency) => new()
    {
        Code = csv.Text("code"),
        Name = csv.Text("name"),
        Place = csv.Text("place"),
        Event = Enum.Parse<TaxEvent>(csv.Text("event"), ignoreCase: true),
        Reach = csv.Text("reach") switch
        {
            "DD" => TaxReach.DomesticToDomestic,
            "DI" => TaxReach.DomesticToInternational,
            "ID" => TaxReach.InternationalToDomestic,
            "II" => TaxReach.InternationalToInternational,
            var word => Enum.Parse<TaxReach>(word, ignoreCase: true),
        },
        Cabins = Several<CabinSet>(csv.Text("cabins")),
        Passengers = Several<PassengerSet>(csv.Text("passengers")),
        FromKm = csv.TextOrNull("from_km") is { Length: > 0 } from ? int.Parse(from, CultureInfo.InvariantCulture) : -1,
        ToKm = csv.TextOrNull("to_km") is { Length: > 0 } to ? int.Parse(to, CultureInfo.InvariantCulture) : int.MaxValue,
        ValidFrom = Date(csv.TextOrNull("valid_from")) ?? DateOnly.MinValue,
        ValidTo = Date(csv.TextOrNull("valid_to")) ?? DateOnly.MaxValue,
        Amount = csv.TextOrNull("amount") is { Length: > 0 } amount ? Money.FromDecimal(decimal.Parse(amount, CultureInfo.InvariantCulture), currency).MinorUnits : 0,
        PerMilleOfFare = csv.TextOrNull("percent_of_fare") is { Length: > 0 } percent ? (int)(decimal.Parse(percent, CultureInfo.InvariantCulture) * 10) : 0,
        Refundable = csv.Text("refundable") == "yes",
        Source = csv.Text("source"),
        Illustrative = csv.Text("illustrative") == "yes",
    };

    // "any" or names with spaces between; an underscore is only there to be read.
    private static T Several<T>(string text) where T : struct, Enum =>
        Enum.Parse<T>(text.Replace("_", "", StringComparison.Ordinal).Replace(' ', ','), ignoreCase: true);

    private static DateOnly? Date(string? text) =>
        text is { Length: > 0 } ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
