using System.Collections.Concurrent;
using System.Globalization;

namespace AirlineBooking.Web.Ui;

/// <summary>Countries by their names, not their codes.</summary>
public static class CountryNames
{
    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase);

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
