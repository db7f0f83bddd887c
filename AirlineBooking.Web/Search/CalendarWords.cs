using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Search;

/// <summary>The words and choices of the fare calendar.</summary>
internal static class CalendarWords
{
    public static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static string Note(TripQuery query)
    {
        var party = query.Party.Total == 1 ? "" : " " + PartyText.ForAll(query.Party);
        var trip = query.Nights is { } nights ? $", {PartyText.Count(nights, "night", "nights")}" : "";
        return $"Lowest {(query.IsReturn ? "return" : "one way")}{party}, {PartyText.Name(query.Cabin)}{trip}";
    }

    /// <summary>A week, a fortnight, three weeks, and what was asked for.</summary>
    public static IReadOnlyList<int> NightChoices(int nights) => [.. new[] { 7, 14, 21, nights }.Distinct().Order()];

    public static TripQuery For(TripQuery query, int nights) => query with { Back = query.First.DepartureDate.AddDays(nights) };

    public static string? Saving(DayFare? chosen, DayFare? lowest) => chosen?.Lowest is { } price && lowest?.Lowest is { } least && least < price
        ? $"Leaving {TimeText.Day(lowest.Date)} instead saves {MoneyText.Exact(price - least)}"
        : null;
}
