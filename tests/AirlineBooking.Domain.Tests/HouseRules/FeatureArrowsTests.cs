using System.Text.RegularExpressions;

namespace AirlineBooking.Domain.Tests.HouseRules;

/// <summary>
/// Which feature folder may name which. Reading order is bottom-up: a feature knows those above it in the table and nothing
/// else. To add an arrow, add it here, in the commit that needs it, with its reason.
/// </summary>
public sealed partial class FeatureArrowsTests
{
    // Every feature that writes hands its unit of work to Platform's Writes, so all that have operations may name Platform.
    private static readonly Dictionary<string, string[]> DomainArrows = new()
    {
        ["Kernel"] = [],
        ["Platform"] = ["Kernel"],
        ["Accounts"] = ["Kernel"],
        ["Flights"] = ["Kernel", "Platform"],
        ["Fares"] = ["Kernel", "Platform", "Flights"],
        // A seat's price follows from the fare family, and a hold keeps the price of the offer it was made with.
        ["Seats"] = ["Kernel", "Platform", "Flights", "Fares"],
        ["Search"] = ["Kernel", "Flights", "Fares", "Seats"],
        ["Bookings"] = ["Kernel", "Platform", "Accounts", "Flights", "Fares", "Seats"],
        // What a payment comes to decides about seats that are being paid for, and open maps hear of it.
        ["Payments"] = ["Kernel", "Platform", "Seats", "Bookings"],
        // What a booking sold is told in the words of fares: who counts as an infant, which flights an offer had.
        ["CheckIn"] = ["Kernel", "Platform", "Flights", "Fares", "Seats", "Bookings"],
        ["Notifications"] = ["Kernel", "Platform", "Accounts", "Flights", "Bookings", "CheckIn"],
        ["Partners"] = ["Kernel", "Platform", "Accounts"],
        ["Staff"] = ["Kernel", "Platform", "Accounts", "Flights", "Fares", "Seats", "Bookings", "Payments", "CheckIn"],
    };

    // In the Web a feature names the Domain, Ui, Layout and Platform; features meet in URLs.
    private static readonly string[] SharedByTheWeb = ["Platform", "Ui", "Layout"];

    [Fact]
    public void Every_feature_of_the_Domain_names_only_those_it_may_know() =>
        Assert.Empty(Sources.Of("AirlineBooking.Domain").SelectMany(StraysInTheDomain));

    [Fact]
    public void No_feature_of_the_Web_names_another() =>
        Assert.Empty(Sources.Of("AirlineBooking.Web").SelectMany(StraysInTheWeb));

    [Fact]
    public void The_Domain_never_names_the_Web() =>
        Assert.Empty(Sources.Of("AirlineBooking.Domain").Where(file => file.Text.Contains("AirlineBooking.Web", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void The_arrows_make_no_circle()
    {
        var placed = new HashSet<string>();
        while (DomainArrows.Keys.FirstOrDefault(f => !placed.Contains(f) && DomainArrows[f].All(placed.Contains)) is { } next) placed.Add(next);
        Assert.Equal(DomainArrows.Count, placed.Count);
    }

    [Fact]
    public void A_stray_is_found_and_named()
    {
        Assert.Equal(
            ["AirlineBooking.Domain/Flights/Stray.cs names Seats, which Flights may not know"],
            StraysInTheDomain(new SourceFile("AirlineBooking.Domain/Flights/Stray.cs", "using AirlineBooking.Domain.Seats;")));
        Assert.Equal(
            ["AirlineBooking.Web/Home/Stray.cs names Search, which Home may not know"],
            StraysInTheWeb(new SourceFile("AirlineBooking.Web/Home/Stray.cs", "using AirlineBooking.Web.Search;")));
    }

    private static IEnumerable<string> StraysInTheDomain(SourceFile file)
    {
        var parts = file.Path.Split('/');
        if (parts.Length < 3) return []; // AirlineDb.cs and AirlineOperations.cs are the table of contents: they may name all.
        var feature = parts[1];
        var known = DomainArrows[feature];
        return NamedInTheDomain().Matches(file.Text)
            .Select(match => match.Groups[1].Value)
            .Where(named => named != feature && DomainArrows.ContainsKey(named) && !known.Contains(named))
            .Distinct()
            .Select(named => $"{file.Path} names {named}, which {feature} may not know");
    }

    private static IEnumerable<string> StraysInTheWeb(SourceFile file)
    {
        var parts = file.Path.Split('/');
        if (parts.Length < 3 || SharedByTheWeb.Contains(parts[1])) return [];
        var feature = parts[1];
        return NamedInTheWeb().Matches(file.Text)
            .Select(match => match.Groups[1].Value)
            .Where(named => named != feature && !SharedByTheWeb.Contains(named) && (named is "Home" || DomainArrows.ContainsKey(named)))
            .Distinct()
            .Select(named => $"{file.Path} names {named}, which {feature} may not know");
    }

    [GeneratedRegex(@"AirlineBooking\.Domain\.(\w+)")]
    private static partial Regex NamedInTheDomain();

    [GeneratedRegex(@"AirlineBooking\.Web\.(\w+)")]
    private static partial Regex NamedInTheWeb();
}
