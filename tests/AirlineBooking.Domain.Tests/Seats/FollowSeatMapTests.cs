using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.Seats;

public sealed class FollowSeatMapTests
{
    [Theory, EveryDatabase]
    public async Task The_first_change_is_told_at_once_and_what_comes_soon_after_it_together(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await using var news = Follow(airline, flight, null);
        await news.MoveNextAsync();
        await SeatRaceTests.HoldAsync(airline, flight, "a", "14A");

        await news.MoveNextAsync();
        Assert.Equal(["14A"], SeatsOf(news.Current));
        await SeatRaceTests.HoldAsync(airline, flight, "b", "14B");
        await SeatRaceTests.HoldAsync(airline, flight, "c", "14C");
        var next = news.MoveNextAsync();
        Assert.False(next.IsCompleted);
        airline.Clock.Advance(FollowSeatMap.Pause);
        await next;

        Assert.Equal((SeatMapNewsKind.Change, 3), (news.Current.Kind, news.Current.Change.Version));
        Assert.Equal(["14B", "14C"], SeatsOf(news.Current));
    }

    [Theory, EveryDatabase]
    public async Task What_the_feed_lost_or_told_out_of_order_is_read_and_told_once(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await SeatRaceTests.HoldAsync(airline, flight, "a", "14A");
        await SeatRaceTests.HoldAsync(airline, flight, "b", "14B");
        await SeatRaceTests.HoldAsync(airline, flight, "c", "14C");
        await using var news = Follow(airline, flight, 1);
        await news.MoveNextAsync();
        await news.MoveNextAsync();

        Assert.Equal((3, "14B 14C"), (news.Current.Change.Version, string.Join(' ', SeatsOf(news.Current))));
        // What is heard again is known already.
        airline.Get<SeatMapFeed>().Publish(new SeatsChanged(flight, 2, [new SeatOnMap(SeatNumber.Parse("14B"), SeatState.Held)], []));
        await SeatRaceTests.HoldAsync(airline, flight, "d", "15A");
        await news.MoveNextAsync();
        Assert.Equal((4, "15A"), (news.Current.Change.Version, string.Join(' ', SeatsOf(news.Current))));
    }

    [Theory, EveryDatabase]
    public async Task What_nobody_keeps_any_more_is_a_gap_and_news_goes_on_after_it(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await SeatRaceTests.HoldAsync(airline, flight, "a", "14A");
        airline.Clock.Advance(SeatChange.Kept + SeatHold.Lifetime);
        await airline.Get<ExpireHolds>().RunAsync(default);
        await airline.Get<ExpireHolds>().ForgetAsync(default);
        await using var news = Follow(airline, flight, 0);
        await news.MoveNextAsync();

        await news.MoveNextAsync();
        Assert.Equal((SeatMapNewsKind.Gap, 2), (news.Current.Kind, news.Current.Change.Version));
        await SeatRaceTests.HoldAsync(airline, flight, "b", "14B");
        await news.MoveNextAsync();
        Assert.Equal((SeatMapNewsKind.Change, 3), (news.Current.Kind, news.Current.Change.Version));
    }

    [Theory, EveryDatabase]
    public async Task A_watcher_who_was_overrun_is_told_everything_all_the_same(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await using var news = Follow(airline, flight, null);
        await news.MoveNextAsync();
        var changes = SeatMapFeed.LongestBacklog + 10;
        for (var buyer = 0; buyer < changes; buyer++) await SeatRaceTests.HoldAsync(airline, flight, $"buyer {buyer}", SeatRaceTests.SeatOf(buyer));

        await news.MoveNextAsync();

        Assert.Equal((SeatMapNewsKind.Change, changes), (news.Current.Kind, news.Current.Change.Version));
        Assert.Equal(changes, news.Current.Change.Seats.Count);
    }

    [Theory, EveryDatabase]
    public async Task Silence_is_told_too_and_who_leaves_is_forgotten(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var news = Follow(airline, flight, null);
        await news.MoveNextAsync();
        var next = news.MoveNextAsync();
        Assert.Equal(1, airline.Get<SeatMapFeed>().Watching);

        airline.Clock.Advance(TimeSpan.FromSeconds(15));
        await next;
        Assert.Equal(SeatMapNewsKind.Quiet, news.Current.Kind);

        await news.DisposeAsync();
        Assert.Equal(0, airline.Get<SeatMapFeed>().Watching);
    }

    private static IAsyncEnumerator<SeatMapNews> Follow(HeadlessAirline airline, FlightId flight, long? after) =>
        airline.Get<FollowSeatMap>().RunAsync(flight, after, TimeSpan.FromSeconds(15), default).GetAsyncEnumerator();

    private static IEnumerable<string> SeatsOf(SeatMapNews news) => news.Change.Seats.Select(seat => seat.Number.ToString()).Order();
}
