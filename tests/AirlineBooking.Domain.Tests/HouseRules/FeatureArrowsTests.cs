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
        // Who sits on a lap, and so takes no place, is said in the words of fares.
        ["Payments"] = ["Kernel", "Platform", "Fares", "Seats", "Bookings"],
        // What a booking sold is told in the words of fares: who counts as an infant, which flights an offer had.
        ["CheckIn"] = ["Kernel", "Platform", "Flights", "Fares", "Seats", "Bookings"],
        ["Notifications"] = ["Kernel", "Platform", "Accounts", "Flights", "Bookings", "CheckIn"],
        ["Partners"] = ["Kernel", "Platform", "Accounts"],
        ["Staff"] = ["Kernel", "Platform", "Accounts", "Flights", "Fares", "Seats", "Bookings", "Payments", "CheckIn"],
    };

    private static readonly ILookup<string, string> DomainTypes = TypesOf("AirlineBooking.Domain"), WebTypes = TypesOf("AirlineBooking.Web");

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
        Assert.Empty(Sources.Of("AirlineBooking.Domain").SelectMany(NamingTheWeb));

    [Fact]
    public void The_arrows_make_no_circle() => Assert.Empty(InACircle(DomainArrows));

    [Fact]
    public void A_stray_is_found_and_named()
    {
        Assert.Equal(
            ["AirlineBooking.Domain/Flights/Stray.cs names Seats, which Flights may not know"],
            StraysInTheDomain(new SourceFile("AirlineBooking.Domain/Flights/Stray.cs", "using AirlineBooking.Domain.Seats;")));
        Assert.Equal(
            ["AirlineBooking.Web/Home/Stray.cs names Search, which Home may not know"],
            StraysInTheWeb(new SourceFile("AirlineBooking.Web/Home/Stray.cs", "using AirlineBooking.Web.Search;")));
        Assert.Equal(
            ["AirlineBooking.Domain/Flights/Stray.cs names AirlineBooking.Web"],
            NamingTheWeb(new SourceFile("AirlineBooking.Domain/Flights/Stray.cs", "var page = new AirlineBooking.Web.Home.HomePage();")));
        Assert.Equal(
            ["AirlineBooking.Domain/Flights/Stray.cs names AirlineBooking.Web"],
            NamingTheWeb(new SourceFile("AirlineBooking.Domain/Flights/Stray.cs", "var page = new Web.Home.HomePage();")));
    }

    [Fact]
    public void A_stray_that_leaves_out_the_beginning_of_the_name_is_found_too()
    {
        Assert.Equal(
            ["AirlineBooking.Domain/Flights/Stray.cs names Seats, which Flights may not know"],
            StraysInTheDomain(new SourceFile("AirlineBooking.Domain/Flights/Stray.cs", "var seat = Seats.SeatNumber.Parse(text);")));
        Assert.Equal(
            ["AirlineBooking.Domain/Flights/Stray.cs names Seats, which Flights may not know"],
            StraysInTheDomain(new SourceFile("AirlineBooking.Domain/Flights/Stray.cs", "var seat = Domain.Seats.SeatNumber.Parse(text);")));
        Assert.Equal(
            ["AirlineBooking.Web/Home/Stray.cs names Search, which Home may not know"],
            StraysInTheWeb(new SourceFile("AirlineBooking.Web/Home/Stray.cs", "var words = Search.ResultWords.Note(query);")));
        // A property of that name is no feature.
        Assert.Empty(StraysInTheDomain(new SourceFile("AirlineBooking.Domain/Flights/Stray.cs", "return Seats.Count + flight.Seats;")));
    }

    [Fact]
    public void A_circle_is_found_and_named() => Assert.Equal(
        ["Seats", "Fares"],
        InACircle(new() { ["Kernel"] = [], ["Seats"] = ["Kernel", "Fares"], ["Fares"] = ["Seats"] }));

    private static IEnumerable<string> NamingTheWeb(SourceFile file)
    {
        if (TheWeb().IsMatch(file.Text)) yield return $"{file.Path} names AirlineBooking.Web";
    }

    // Those that nobody can place above all that they name.
    private static IEnumerable<string> InACircle(Dictionary<string, string[]> arrows)
    {
        var placed = new HashSet<string>();
        while (arrows.Keys.FirstOrDefault(f => !placed.Contains(f) && arrows[f].All(placed.Contains)) is { } next) placed.Add(next);
        return arrows.Keys.Except(placed);
    }

    private static IEnumerable<string> StraysInTheDomain(SourceFile file)
    {
        var parts = file.Path.Split('/');
        if (parts.Length < 3) return []; // AirlineDb.cs and AirlineOperations.cs are the table of contents: they may name all.
        var feature = parts[1];
        var known = DomainArrows[feature];
        return NamedInTheDomain().Matches(file.Text).Select(match => match.Groups[1].Value).Concat(NamedInShort(file, DomainTypes))
            .Where(named => named != feature && DomainArrows.ContainsKey(named) && !known.Contains(named))
            .Distinct()
            .Select(named => $"{file.Path} names {named}, which {feature} may not know");
    }

    private static IEnumerable<string> StraysInTheWeb(SourceFile file)
    {
        var parts = file.Path.Split('/');
        if (parts.Length < 3 || SharedByTheWeb.Contains(parts[1])) return [];
        var feature = parts[1];
        return NamedInTheWeb().Matches(file.Text).Select(match => match.Groups[1].Value).Concat(NamedInShort(file, WebTypes))
            .Where(named => named != feature && !SharedByTheWeb.Contains(named) && (named is "Home" || DomainArrows.ContainsKey(named)))
            .Distinct()
            .Select(named => $"{file.Path} names {named}, which {feature} may not know");
    }

    // Inside AirlineBooking.Domain a feature may be called Seats or Domain.Seats; what follows tells it from a property.
    private static IEnumerable<string> NamedInShort(SourceFile file, ILookup<string, string> types) => ShortName().Matches(file.Text)
        .Where(match => types[match.Groups[1].Value].Contains(match.Groups[2].Value))
        .Select(match => match.Groups[1].Value);

    private static ILookup<string, string> TypesOf(string project) => Sources.Of(project)
        .Where(file => file.Path.Split('/').Length > 2)
        .SelectMany(file => Declared().Matches(file.Text).Select(match => (Feature: file.Path.Split('/')[1], Type: match.Groups[1].Value)))
        .ToLookup(one => one.Feature, one => one.Type);

    [GeneratedRegex(@"AirlineBooking\.Domain\.(\w+)")]
    private static partial Regex NamedInTheDomain();

    [GeneratedRegex(@"(?<![\w.])(?:Domain\.|Web\.)?(\w+)\.(\w+)")]
    private static partial Regex ShortName();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record)\s+(?!class\b|struct\b)(\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"AirlineBooking\.Web\b|(?<![\w.])Web\.\w")]
    private static partial Regex TheWeb();

    [GeneratedRegex(@"AirlineBooking\.Web\.(\w+)")]
    private static partial Regex NamedInTheWeb();
}
