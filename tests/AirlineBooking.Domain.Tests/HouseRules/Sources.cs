using System.Runtime.CompilerServices;

namespace AirlineBooking.Domain.Tests.HouseRules;

/// <summary>One source file: its path from the top of the repository, with slashes, and its text.</summary>
public sealed record SourceFile(string Path, string Text);

/// <summary>The sources as the house rules read them.</summary>
public static class Sources
{
    public static IEnumerable<SourceFile> Of(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(Top(), folder), "*", SearchOption.AllDirectories))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Select(file => new SourceFile(System.IO.Path.GetRelativePath(Top(), file).Replace('\\', '/'), File.ReadAllText(file)))
        .Where(file => !file.Path.Contains("/bin/", StringComparison.Ordinal)
            && !file.Path.Contains("/obj/", StringComparison.Ordinal)
            && !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    public static string Top([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here) ?? "", "../../.."));
}
