using System.Text.RegularExpressions;

namespace AirlineBooking.Domain.Tests.HouseRules;

/// <summary>
/// A file of the Domain is either storage and operations, or rules. What names EF Core or a clock says so by what it is: an
/// operation with RunAsync, a mapping, a holder of what was read. Everything else takes values and the time.
/// </summary>
public sealed partial class RuleFilesTests
{
    [Fact]
    public void A_rule_file_names_no_database_no_clock_and_no_web_type() =>
        Assert.Empty(Sources.Of("AirlineBooking.Domain").SelectMany(Impurities));

    [Fact]
    public void An_impure_rule_is_found_and_named()
    {
        var rule = new SourceFile("AirlineBooking.Domain/Fares/Rule.cs", "public static class Rule { bool Due(TimeProvider clock) => clock.GetUtcNow() > X; }");
        Assert.Equal(["AirlineBooking.Domain/Fares/Rule.cs names TimeProvider"], Impurities(rule));
        Assert.Empty(Impurities(rule with { Text = rule.Text + " public Task RunAsync() { }" }));
        Assert.Equal(["AirlineBooking.Domain/Fares/Op.cs names Microsoft.AspNetCore.Http"], Impurities(new("AirlineBooking.Domain/Fares/Op.cs", "using Microsoft.AspNetCore.Http; Task RunAsync()")));
    }

    private static IEnumerable<string> Impurities(SourceFile file)
    {
        var parts = file.Path.Split('/');
        if (parts.Length < 3) yield break;
        foreach (var named in WebType().Matches(file.Text).Select(match => match.Value).Distinct()) yield return $"{file.Path} names {named}";
        if (parts[1] is "Platform" || file.Path.EndsWith("Mapping.cs", StringComparison.Ordinal) || file.Path.EndsWith("UtcInstant.cs", StringComparison.Ordinal) || TouchesTheDatabase().IsMatch(file.Text)) yield break;
        foreach (var named in Clock().Matches(file.Text).Select(match => match.Value).Distinct()) yield return $"{file.Path} names {named}";
    }

    // Operations (RunAsync), what holds a snapshot of the database (RefreshAsync) and helpers that take the context they work in.
    [GeneratedRegex(@"\b(RunAsync|RefreshAsync)\s*(<[^>]*>)?\(|\(\s*AirlineDb db\b")]
    private static partial Regex TouchesTheDatabase();

    [GeneratedRegex(@"Microsoft\.EntityFrameworkCore|TimeProvider|IDbContextFactory|\bAirlineDb\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"Microsoft\.AspNetCore\.(Http|Mvc|Components|Builder|Routing)|HttpContext")]
    private static partial Regex WebType();
}
