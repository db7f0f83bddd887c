using System.Globalization;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Search;

/// <summary>A day of the strip above the results: its lowest price as a bar to scale.</summary>
internal sealed record StripDay(DateOnly Date, string? Price, string? Bar, bool IsLowest)
{
    private const int ShortestBar = 40, TallestBar = 84;

    public static IReadOnlyList<StripDay> Of(IReadOnlyList<DayFare> fares)
    {
        if (!fares.Any(fare => fare.Lowest is not null)) return [];
        var prices = fares.Where(fare => fare.Lowest is not null).Select(fare => fare.Lowest.GetValueOrDefault().MinorUnits).ToArray();
        var (low, high) = (prices.Min(), prices.Max());
        return [.. fares.Select(fare => fare.Lowest is { } price
            ? new StripDay(fare.Date, MoneyText.Rounded(price), Height(price, low, high), price.MinorUnits == low && low < high)
            : new StripDay(fare.Date, null, null, false))];
    }

    private static string Height(Money price, long low, long high)
    {
        var height = high == low ? ShortestBar : ShortestBar + (TallestBar - ShortestBar) * (price.MinorUnits - low) / (high - low);
        return "--h:" + height.ToString(CultureInfo.InvariantCulture);
    }
}
