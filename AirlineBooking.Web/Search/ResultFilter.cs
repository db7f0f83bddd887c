using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Search;

/// <summary>A way to narrow what is shown: words, whether it is on, and the search it leads to.</summary>
internal sealed record ResultFilter(string Words, bool IsOn, TripQuery Query)
{
    private const int MostStopCities = 2;

    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>What is chosen already, and what would leave out some of the itineraries but not all.</summary>
    public static IReadOnlyList<ResultFilter> Of(TripQuery query, OfferPage page, AirportDirectory places)
    {
        var (start, offers, filters) = (query with { Shown = TripQuery.FewestShown }, page.Offers, new List<ResultFilter>());
        // Of a list that goes on nobody knows here what the rest is like.
        var isWhole = page.Count == offers.Count && !page.Truncated;
        bool Narrows(Func<Offer, bool> keeps) => !isWhole || (offers.Any(keeps) && !offers.All(keeps));

        if (query.DirectOnly || Narrows(IsDirect)) filters.Add(new("Direct only", query.DirectOnly, start with { DirectOnly = !query.DirectOnly, Via = null }));
        var after = query.LeaveAfter ?? Morning;
        if (query.LeaveAfter is not null || Narrows(offer => LeavesFrom(after, offer)))
        {
            filters.Add(new($"Leave after {TimeText.Clock(after)}", query.LeaveAfter is not null, start with { LeaveAfter = query.LeaveAfter is null ? Morning : null }));
        }
        if ((query.UnderHours ?? HoursWorthSaying(offers)) is { } hours)
        {
            filters.Add(new(string.Create(CultureInfo.InvariantCulture, $"Under {hours} h"), query.UnderHours is not null, start with { UnderHours = query.UnderHours is null ? hours : null }));
        }
        foreach (var city in query.Via is { } via ? [via] : StopCities(offers).Where(city => Narrows(offer => GoesBy(city, offer))))
        {
            filters.Add(new($"Via {PlaceText.City(places, city)}", query.Via is not null, start with { Via = query.Via is null ? city : null, DirectOnly = false }));
        }
        return filters;
    }

    private static bool IsDirect(Offer offer) => offer.Slices.All(slice => slice.Stops == 0);

    private static bool LeavesFrom(TimeOnly time, Offer offer) => TimeOnly.FromDateTime(offer.Slices[0].Segments[0].DepartingAt) >= time;

    private static bool GoesBy(AirportCode stop, Offer offer) => offer.Slices.Any(slice => slice.Segments.Skip(1).Any(segment => segment.Origin == stop));

    // A limit that leaves out the long ones and keeps the rest: a third more than the quickest.
    private static int? HoursWorthSaying(IReadOnlyList<Offer> offers)
    {
        var (quickest, slowest) = (TimeSpan.MaxValue, TimeSpan.Zero);
        foreach (var offer in offers)
        {
            var longest = offer.Slices.Max(slice => slice.Duration);
            if (longest < quickest) quickest = longest;
            if (longest > slowest) slowest = longest;
        }
        if (offers.Count < 2) return null;
        var hours = (int)Math.Ceiling(quickest.TotalHours * 4 / 3);
        return slowest > TimeSpan.FromHours(hours) ? hours : null;
    }

    private static IEnumerable<AirportCode> StopCities(IReadOnlyList<Offer> offers)
    {
        var stops = new Dictionary<AirportCode, int>();
        foreach (var offer in offers)
        {
            foreach (var slice in offer.Slices)
            {
                foreach (var segment in slice.Segments.Skip(1)) stops[segment.Origin] = stops.GetValueOrDefault(segment.Origin) + 1;
            }
        }
        return stops.OrderByDescending(stop => stop.Value).ThenBy(stop => stop.Key).Take(MostStopCities).Select(stop => stop.Key);
    }
}
