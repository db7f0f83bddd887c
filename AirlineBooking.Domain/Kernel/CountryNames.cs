using System.Collections.Concurrent;
using System.Globalization;

namespace AirlineBooking.Domain.Kernel;

/// <summary>Countries by their names, not their codes.</summary>
public static class CountryNames
{
    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<IReadOnlyDictionary<string, string>> CodesByName = new(() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .Where(region => region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        .GroupBy(region => region.EnglishName, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.First().TwoLetterISORegionName, StringComparer.OrdinalIgnoreCase));

    /// <summary>Every country's name, in order.</summary>
    public static IEnumerable<string> All => CodesByName.Value.Keys.Order(StringComparer.InvariantCultureIgnoreCase);

    /// <summary>The two letters of a country that was typed as its name or as its code; anything else as it was typed, in capitals.</summary>
    public static string CodeOf(string typed) => CodesByName.Value.TryGetValue(typed, out var code) ? code : typed.ToUpperInvariant();

    /// <summary>Singapore for SG; the code itself where no name is known.</summary>
    public static string Of(string code) => Names.GetOrAdd(code, static asked =>
    {
        try
        {
            var name = new RegionInfo(asked).EnglishName;
            return name.StartsWith("Unknown", StringComparison.Ordinal) ? asked : name;
        }
        catch (ArgumentException)
        {
            // The framework knows no region by that code.
            return asked;
        }
    });
}
