using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AirlineBooking.Domain.Tests.HouseRules;

public sealed partial class WordsAndLengthsTests
{
    private const int LongestMethod = 70;
    private const int LongestFile = 400;

    private static readonly string[] Product = ["AirlineBooking.Domain", "AirlineBooking.Web"];

    [Fact]
    public void No_source_has_a_banned_word() => Assert.Empty(Sources.Of([.. Product, "tests"]).Where(f => !f.Path.Contains("/HouseRules/", StringComparison.Ordinal)).SelectMany(BannedWords));

    [Fact]
    public void No_file_is_longer_than_it_can_be_read() => Assert.Empty(Sources.Of([.. Product, "tests"]).SelectMany(f => TooLong(f)));

    [Fact]
    public void No_method_is_longer_than_a_screen() => Assert.Empty(Sources.Of(Product).Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(LongMethods));

    [Fact]
    public void Each_of_these_rules_can_fail()
    {
        Assert.Equal(["A.cs says FlightManager"], BannedWords(new("A.cs", "class FlightManager { }")));
        Assert.Equal(["A.cs says #region"], BannedWords(new("A.cs", "#region Fields")));
        Assert.Equal(["A.cs has 401 lines"], TooLong(new("A.cs", new string('\n', 400))));
        Assert.Equal(["A.cs M has 72 lines"], LongMethods(new("A.cs", "class A { void M() {" + new string('\n', 71) + "} }")));
    }

    private static IEnumerable<string> BannedWords(SourceFile file) =>
        Banned().Matches(file.Text).Select(match => match.Value).Distinct().Select(word => $"{file.Path} says {word}");

    private static IEnumerable<string> TooLong(SourceFile file)
    {
        var lines = file.Text.Split('\n').Length;
        if (lines > LongestFile) yield return $"{file.Path} has {lines} lines";
    }

    private static IEnumerable<string> LongMethods(SourceFile file) =>
        from method in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        let span = method.GetLocation().GetLineSpan()
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > LongestMethod
        select $"{file.Path} {method.Identifier} has {lines} lines";

    [GeneratedRegex(@"(?<=\b(class|record|struct|interface) )\w*(Manager|Helper|Helpers|Util|Utils|Repository|Mediator|Mapper|Service)\b|#region|\bDateTime(Offset)?\.(Now|UtcNow)\b|\bFIXME\b|\bNotImplementedException\b|\bThread\.Sleep\b")]
    private static partial Regex Banned();
}
