using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Search;

/// <summary>What stands above the itineraries: the days around with their lowest prices, the filters, the orders.</summary>
internal static class ResultBars
{
    public static MarkupString Days(TripQuery query, IReadOnlyList<StripDay> days)
    {
        var html = new Html();
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
        return html.Markup;
    }

    public static MarkupString Filters(IReadOnlyList<ResultFilter> filters)
    {
        var html = new Html();
        foreach (var filter in filters)
        {
            html.Add($"""<a class="chip" href="{Links.Search(filter.Query)}" rel="nofollow" """);
            if (filter.IsOn) html.Add($"""aria-current="true">{filter.Words}<span class="sr">, on: show all again</span></a>""");
            else html.Add($">{filter.Words}</a>");
        }
        return html.Markup;
    }

    public static MarkupString Orders(TripQuery query)
    {
        var html = new Html();
        foreach (var sort in ResultWords.Sorts)
        {
            html.Add($"""<a href="{Links.Search(query with { Sort = sort })}" rel="nofollow" """);
            if (sort == query.Sort) html.Add($"""aria-current="true" """);
            html.Add($">{ResultWords.Name(sort)}</a>");
        }
        return html.Markup;
    }
}
