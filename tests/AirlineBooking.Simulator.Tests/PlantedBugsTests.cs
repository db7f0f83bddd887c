using System.Runtime.CompilerServices;

namespace AirlineBooking.Simulator.Tests;

/// <summary>The planted bugs are built and run by planted/run.sh; here they are only kept in step with the sources that they change.</summary>
public sealed class PlantedBugsTests
{
    private const int FewestBugs = 12;

    public static IEnumerable<object[]> Bugs => Directory.EnumerateFiles(Path.Combine(Top(), "tests/AirlineBooking.Simulator/planted"), "*.patch").Order(StringComparer.Ordinal).Select(file => new object[] { Path.GetFileName(file) });

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Bugs.Count() >= FewestBugs);

    [Theory, MemberData(nameof(Bugs))]
    public void A_planted_bug_still_applies(string bug)
    {
        var lines = File.ReadAllLines(Path.Combine(Top(), "tests/AirlineBooking.Simulator/planted", bug));
        var (source, before, hunks) = ("", new List<string>(), 0);
        foreach (var line in lines.Append("@@"))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                if (before.Count > 0) Assert.Contains(string.Join('\n', before), source, StringComparison.Ordinal);
                if (before.Count > 0) hunks++;
                before.Clear();
            }
            else if (line.StartsWith("--- a/", StringComparison.Ordinal)) source = File.ReadAllText(Path.Combine(Top(), line[6..])).ReplaceLineEndings("\n");
            else if (line.StartsWith("+++ ", StringComparison.Ordinal)) continue;
            else if (line is [' ' or '-', ..]) before.Add(line[1..]);
        }
        Assert.True(hunks > 0, $"{bug} changes nothing.");
    }

    private static string Top([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "../.."));
}
