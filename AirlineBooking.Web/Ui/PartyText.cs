using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Ui;

/// <summary>Who flies, in words.</summary>
public static class PartyText
{
    /// <summary>2 adults, 1 child and 1 infant</summary>
    public static string Who(Party party)
    {
        var parts = new List<string>(3);
        if (party.Adults > 0) parts.Add(Count(party.Adults, "adult", "adults"));
        if (party.Children > 0) parts.Add(Count(party.Children, "child", "children"));
        if (party.Infants > 0) parts.Add(Count(party.Infants, "infant", "infants"));
        // A number stays with what it counts.
        parts = parts.ConvertAll(part => part.Replace(' ', '\u00a0'));
        return parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}";
    }

    /// <summary>3 people</summary>
    public static string People(Party party) => Count(party.Total, "person", "people");

    /// <summary>What a price stands for: return for 3, for 1, for all 3.</summary>
    public static string PriceFor(Party party, bool isReturn) =>
        (isReturn ? "return for " : "for ") + (party.Total == 1 ? "one" : party.Total.ToString(CultureInfo.InvariantCulture));

    /// <summary>for both, for all 3</summary>
    public static string ForAll(Party party) => party.Total switch
    {
        1 => "for one",
        2 => "for both",
        var total => "for all " + total.ToString(CultureInfo.InvariantCulture),
    };

    public static string Name(PassengerType type) => type switch
    {
        PassengerType.Child => "child",
        PassengerType.Infant => "infant on a lap",
        _ => "adult",
    };

    public static string Name(Cabin cabin) => cabin switch
    {
        Cabin.PremiumEconomy => "premium economy",
        Cabin.Business => "business",
        Cabin.First => "first",
        _ => "economy",
    };

    public static string Count(int number, string one, string many) => $"{number.ToString(CultureInfo.InvariantCulture)} {(number == 1 ? one : many)}";

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
