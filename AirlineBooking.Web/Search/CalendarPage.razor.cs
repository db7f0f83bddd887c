using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Search;

/// <summary>The lowest price of every day in a month.</summary>
public partial class CalendarPage(
    AirportDirectories directories, SearchBases bases, FindLowestFares findLowestFares, NavigationManager navigation, IOptions<AirlineOptions> airline, TimeProvider clock)
{
    private const int MonthsAhead = 11;
    private const int MonthsCompared = 4;

    private TripQuery? _query;
    private DateOnly _month, _today;
    private DateOnly? _previous, _next;
    private IReadOnlyList<CalendarDay?[]> _weeks = [];
    private DayFare? _lowest, _chosen;
    private IReadOnlyList<(DateOnly Month, Money Lowest)> _months = [];
    private string _title = "Lowest fares";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var address = Http?.Request.Query ?? QueryCollection.Empty;
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        var places = directories.Current;
        var now = clock.GetUtcNow();
        _today = DateOnly.FromDateTime(now.UtcDateTime);
        if (TripReader.Read(TripFields.Read(address), places, now, TripReader.DaysOnSale(await bases.GetAsync(cancel), airline.Value, now)).Query is not { IsSeveral: false } query)
        {
            // What the calendar cannot read, the search page explains beside the field.
            navigation.NavigateTo(Links.Flights + Http?.Request.QueryString);
            return;
        }
        var thisMonth = new DateOnly(_today.Year, _today.Month, 1);
        _month = Month(address["month"].ToString()) ?? new DateOnly(query.First.DepartureDate.Year, query.First.DepartureDate.Month, 1);
        var lastMonth = thisMonth.AddMonths(MonthsAhead);
        if (_month < thisMonth || _month > lastMonth) _month = _month < thisMonth ? thisMonth : lastMonth;
        (_previous, _next) = (_month > thisMonth ? _month.AddMonths(-1) : null, _month < lastMonth ? _month.AddMonths(1) : null);
        _title = $"{TimeText.Month(_month)}, {ResultWords.Title(query, places)}";

        var fares = await LowestAsync(query, _month, cancel);
        _lowest = Least(fares, query.First.DepartureDate);
        _weeks = CalendarDay.Weeks(fares, _lowest, query);
        _chosen = fares.FirstOrDefault(fare => fare.Date == query.First.DepartureDate);
        _months = await CompareAsync(query, lastMonth, cancel);
        _query = query;
    }

    private async Task<IReadOnlyList<(DateOnly, Money)>> CompareAsync(TripQuery query, DateOnly lastMonth, CancellationToken cancel)
    {
        var months = new List<(DateOnly, Money)>();
        for (var month = _previous ?? _month; month <= lastMonth && months.Count < MonthsCompared; month = month.AddMonths(1))
        {
            if (Least(await LowestAsync(query, month, cancel), month) is { Lowest: { } price }) months.Add((month, price));
        }
        return months;
    }

    private Task<IReadOnlyList<DayFare>> LowestAsync(TripQuery query, DateOnly month, CancellationToken cancel) => findLowestFares.RunAsync(
        new LowestFaresRequest(query.First.Origin, query.First.Destination, month, month.AddMonths(1).AddDays(-1), query.Party, query.Cabin, query.Nights), cancel);

    // Of several days with the lowest fare, the one that moves the trip least.
    private static DayFare? Least(IReadOnlyList<DayFare> fares, DateOnly wanted) => fares
        .Where(fare => fare.Lowest is not null).OrderBy(fare => fare.Lowest.GetValueOrDefault().MinorUnits).ThenBy(fare => Math.Abs(fare.Date.DayNumber - wanted.DayNumber)).FirstOrDefault();

    private static DateOnly? Month(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
