using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Search;

/// <summary>What stands above the itineraries: the search in words, the days around with their lowest prices, the filters, the orders.</summary>
internal static class ResultBars
{
    public static MarkupString Of(TripQuery query, string title, string note, IReadOnlyList<StripDay> days, IReadOnlyList<ResultFilter> filters, int itineraries)
    {
        var html = new Html().Add(
            $"""
            <div class="query"><h1>{title}</h1><p>{note}</p><a class="btn btn-line btn-dense" href="{Links.ChangeSearch(query)}">Change search</a></div>
            """);
        if (days.Count > 0) AddDays(html, query, days);
        // One itinerary has no order and nothing to leave out; what is chosen already can always be taken back.
        if (itineraries > 1 || query.IsFiltered)
        {
            html.Add($"""<div class="filters">""");
            if (filters.Count > 0) AddFilters(html, filters);
            if (itineraries > 1) AddOrders(html, query);
            html.Add($"</div>");
        }
        return html.Markup;
    }

    private static void AddDays(Html html, TripQuery query, IReadOnlyList<StripDay> days)
    {
        html.Add($"""<nav class="days" aria-label="Leave on another day">""");
        foreach (var day in days)
        {
            if (day.Price is null) html.Add($"""<span class="none" """);
            else html.Add($"""<a href="{Links.Search(query.On(day.Date))}" rel="nofollow" style="{day.Bar}" class="{(day.IsLowest ? "low" : "")}" """);
            if (day.Date == query.First.DepartureDate) html.Add($"""aria-current="date" """);
            html.Add($"><span>{TimeText.Weekday(day.Date)}<br />{day.Date.Day}</span>");
            if (day.IsLowest) html.Add($"""<span class="sr">lowest</span>""");
            if (day.Price is null) html.Add($"<b>None</b></span>");
            else html.Add($"<b>{day.Price}</b></a>");
        }
        var month = query.First.DepartureDate;
        html.Add($"""</nav><p class="fine days-note">{ResultWords.StripNote(query)} <a href="{Links.Calendar(query, month)}">See all of {TimeText.Month(month)}</a></p>""");
    }

    private static void AddFilters(Html html, IReadOnlyList<ResultFilter> filters)
    {
        html.Add($"""<nav class="chips" aria-label="Show only">""");
        foreach (var filter in filters) AddFilter(html, filter);
        html.Add($"</nav>");
    }

    private static void AddFilter(Html html, ResultFilter filter)
    {
        html.Add($"""<a class="chip" href="{Links.Search(filter.Query)}" rel="nofollow" """);
        if (filter.IsOn) html.Add($"""aria-current="true">{filter.Words}<span class="sr">, on: show all again</span></a>""");
        else html.Add($">{filter.Words}</a>");
    }

    private static void AddOrders(Html html, TripQuery query)
    {
        html.Add($"""<nav class="seg" aria-label="Sort by">""");
        foreach (var sort in ResultWords.Sorts)
        {
            html.Add($"""<a href="{Links.Search(query with { Sort = sort })}" rel="nofollow" """);
            if (sort == query.Sort) html.Add($"""aria-current="true" """);
            html.Add($">{ResultWords.Name(sort)}</a>");
        }
        html.Add($"</nav>");
    }
}
