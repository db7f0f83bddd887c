using System.Text.Json;
using System.Threading.Channels;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Limits;
using AirlineBooking.Web.Seats;
using AirlineBooking.Web.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace AirlineBooking.Web.Tests.Seats;

/// <summary>A change is told as soon as it is committed: as events of a stream, and by the hub.</summary>
public sealed class LiveSeatsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_stream_tells_a_change_with_its_version()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var stream = await EventStream.OpenAsync(airline.Client);

        await airline.Client.HeldAsync("20C");
        var told = await stream.NextAsync();

        Assert.Equal(("seats", "1"), (told.Kind, told.Id));
        Assert.Equal($$"""{"flightId":"{{SeatCalls.SmallFlight}}","version":1,"seats":[{"number":"20C","state":"held"}]}""", told.Data);
    }

    [Fact]
    public async Task An_expiring_hold_is_told_without_anybody_touching_it()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.Client.HeldAsync("20C");
        using var stream = await EventStream.OpenAsync(airline.Client);

        airline.Clock.Advance(SeatHold.Lifetime + TimeSpan.FromSeconds(1));
        var told = await stream.NextAsync();

        Assert.Contains("""{"number":"20C","state":"available"}""", told.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_resumes_with_what_was_missed()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.Client.HeldAsync("20C");
        await airline.Client.HeldAsync("21A");
        await airline.Client.HeldAsync("21B");
        using var stream = await EventStream.OpenAsync(airline.Client, lastEventId: "1");

        var told = await stream.NextAsync();

        Assert.Equal(("seats", "3"), (told.Kind, told.Id));
        Assert.Equal(["21A", "21B"], JsonDocument.Parse(told.Data).RootElement.GetProperty("seats").EnumerateArray().Select(seat => seat.Text("number")));
    }

    [Fact]
    public async Task A_version_that_nobody_has_is_a_gap_and_the_stream_goes_on()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var stream = await EventStream.OpenAsync(airline.Client, lastEventId: "99");

        var gap = await stream.NextAsync();
        await airline.Client.HeldAsync("20C");
        var told = await stream.NextAsync();

        Assert.Equal((("gap", "0"), ("seats", "1")), ((gap.Kind, gap.Id), (told.Kind, told.Id)));
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_lives()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var stream = await EventStream.OpenAsync(airline.Client);

        var beat = stream.CommentAsync();
        while (!beat.IsCompleted)
        {
            airline.Clock.Advance(TimeSpan.FromSeconds(15));
            await Task.Yield();
        }

        Assert.Equal(":", await beat);
    }

    [Theory]
    [InlineData("/api/v1/flights/flt_fffffffffff/seat-map/stream", "", 404, "flight_unknown")]
    [InlineData("/api/v1/flights/flt_9/seat-map/stream", "one", 400, "request_invalid")]
    [InlineData("/api/v1/flights/flt_9/seat-map/stream?after=1", "", 400, "request_invalid")]
    public async Task A_stream_that_cannot_be_is_refused_by_name(string address, string lastEventId, int status, string code)
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.GetAtAsync(address, ("Last-Event-ID", lastEventId));

        await answer.IsProblemAsync(status, code);
    }

    [Fact]
    public async Task An_address_has_so_many_streams_and_no_more_until_one_ends()
    {
        await using var airline = await RunningAirline.OpenAsync(("Circuits:MostPerAddress", "1"));
        using var other = airline.NewClient("127.0.0.2");
        var first = await EventStream.OpenAsync(airline.Client);

        using var second = await airline.Client.GetAtAsync($"{SeatCalls.Map()}/stream");
        using var others = await EventStream.OpenAsync(other);
        await second.IsProblemAsync(429, "too_many_connections");
        Assert.Equal("15", second.Header("Retry-After"));

        first.Dispose();
        using var patience = new CancellationTokenSource(Patience);
        while (airline.Get<ConnectionCap>().Open > 1)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        using var third = await EventStream.OpenAsync(airline.Client);
    }

    [Fact]
    public async Task The_hub_tells_a_change_to_who_watches_the_flight()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.Client.HeldAsync("14A");
        await using var hub = await HubAsync(airline);
        var told = Told(hub);

        var version = await hub.InvokeAsync<long>("Watch", SeatCalls.SmallFlight);
        await airline.Client.HeldAsync("20C");
        using var patience = new CancellationTokenSource(Patience);
        var change = await told.ReadAsync(patience.Token);

        Assert.Equal(1, version);
        Assert.Equal($$"""{"flightId":"{{SeatCalls.SmallFlight}}","version":2,"seats":[{"number":"20C","state":"held"}]}""", change.GetRawText());
    }

    [Fact]
    public async Task Who_stops_watching_or_leaves_is_forgotten()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var feed = airline.Get<SeatMapFeed>();
        await using var hub = await HubAsync(airline);
        await hub.InvokeAsync<long>("Watch", SeatCalls.SmallFlight);
        await hub.InvokeAsync<long>("Watch", SeatCalls.SmallFlight);
        await hub.InvokeAsync<long>("Watch", "flt_1");
        await UntilWatchingAsync(feed, 2);

        await hub.InvokeAsync("Unwatch", "flt_1");
        await UntilWatchingAsync(feed, 1);
        await hub.StopAsync();
        await UntilWatchingAsync(feed, 0);
    }

    [Fact]
    public async Task A_flight_that_is_not_there_cannot_be_watched()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await using var hub = await HubAsync(airline);

        var refused = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<long>("Watch", "flt_fffffffffff"));

        Assert.Contains("flight_unknown", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData(null, 200)]
    public async Task Another_site_opens_no_connection(string? origin, int status)
    {
        await using var airline = await RunningAirline.OpenAsync();
        (string, string)[] headers = origin is null ? [] : [("Origin", origin)];

        using var answer = await airline.Client.SendAsync(HttpMethod.Post, $"{SeatMapHub.Address}/negotiate?negotiateVersion=1", headers);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private static async Task<HubConnection> HubAsync(RunningAirline airline)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(airline.Address, SeatMapHub.Address)).Build();
        await hub.StartAsync();
        return hub;
    }

    private static ChannelReader<JsonElement> Told(HubConnection hub)
    {
        var told = Channel.CreateUnbounded<JsonElement>();
        hub.On<JsonElement>("SeatsChanged", change => told.Writer.TryWrite(change));
        return told.Reader;
    }

    private static async Task UntilWatchingAsync(SeatMapFeed feed, int watching)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (feed.Watching != watching)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
