using System.Net;
using System.Text.Json;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Seats;

public sealed class SeatMapApiTests
{
    [Fact]
    public async Task Every_seat_of_the_aircraft_stands_in_its_row_and_section()
    {
        await using var airline = await RunningAirline.OpenAsync();

        var map = await airline.Client.GetJsonAsync(SeatCalls.Map());

        Assert.Equal((SeatCalls.SmallFlight, 0, "A20N"), (map.Text("flightId"), map.GetProperty("version").GetInt32(), map.Text("aircraft")));
        var seats = map.Elements().Where(element => element.Text("type") == "seat").ToList();
        Assert.Equal(174, seats.Count);
        Assert.All(seats, seat => Assert.Equal("available", seat.Text("state")));
        var economy = map.GetProperty("cabins")[1];
        Assert.Equal(("economy", 1), (economy.Text("cabin"), economy.GetProperty("aisles").GetInt32()));
        Assert.All(economy.GetProperty("rows").EnumerateArray(), row => Assert.Equal(2, row.GetProperty("sections").GetArrayLength()));
        var exits = economy.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("exitRow").GetBoolean()).Select(row => row.GetProperty("number").GetInt32());
        Assert.Equal([11, 12], exits);
        Assert.Equal(9, economy.GetProperty("wings").GetProperty("firstRow").GetInt32());
        Assert.Contains(map.Elements(), element => element.Text("type") == "galley");
        Assert.Contains(map.Elements(), element => element.Text("type") == "bassinet");
    }

    [Fact]
    public async Task A_held_seat_says_until_when_only_to_who_names_the_hold()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var hold = await airline.Client.HeldAsync("12C");

        using var others = await airline.Client.GetAtAsync(SeatCalls.Map());
        using var mine = await airline.Client.GetAtAsync($"{SeatCalls.Map()}?holdIds={hold.Text("id")}");

        var (seen, own) = ((await others.JsonAsync()).Seat("12C"), (await mine.JsonAsync()).Seat("12C"));
        Assert.Equal(("held", JsonValueKind.Null), (seen.Text("state"), seen.GetProperty("heldUntil").ValueKind));
        Assert.Equal(("held_by_you", hold.Text("expiresAt")), (own.Text("state"), own.Text("heldUntil")));
        Assert.Equal("no-cache", others.Header("Cache-Control"));
        Assert.Contains("private", mine.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.DoesNotContain(hold.Text("id"), await others.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_knows_the_version_gets_304_until_something_changes()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var first = await airline.Client.GetAtAsync(SeatCalls.Map());
        var tag = first.Header("ETag") ?? "";

        using var same = await airline.Client.GetAtAsync(SeatCalls.Map(), ("If-None-Match", tag));
        await airline.Client.HeldAsync("12C");
        using var changed = await airline.Client.GetAtAsync(SeatCalls.Map(), ("If-None-Match", tag));

        Assert.False(tag.StartsWith("W/", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, changed.StatusCode));
        Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        Assert.NotEqual(tag, changed.Header("ETag"));
    }

    [Fact]
    public async Task Each_coding_of_it_has_a_tag_of_its_own_and_any_of_them_is_known_again()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var tags = new List<string>();
        foreach (var coding in new[] { "identity", "gzip", "br" })
        {
            using var read = await airline.Client.GetAtAsync(SeatCalls.Map(), ("Accept-Encoding", coding));
            tags.Add(read.Header("ETag") ?? "");
            using var same = await airline.Client.GetAtAsync(SeatCalls.Map(), ("Accept-Encoding", coding), ("If-None-Match", tags[^1]));
            using var unchanged = await airline.Client.GetAtAsync(SeatCalls.Map(), ("If-Match", tags[^1]));
            Assert.Equal((HttpStatusCode.NotModified, tags[^1], HttpStatusCode.OK), (same.StatusCode, same.Header("ETag"), unchanged.StatusCode));
        }

        Assert.Equal(3, tags.Distinct().Count());
    }

    [Fact]
    public async Task An_offer_decides_what_seats_cost_and_which_cabin_is_its_own()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (light, flex) = (await airline.Client.OfferAsync("light"), await airline.Client.OfferAsync("flex"));

        var list = await airline.Client.GetJsonAsync(SeatCalls.Map());
        var withLight = await airline.Client.GetJsonAsync($"{SeatCalls.Map()}?offerId={light.Text("id")}");
        var withFlex = await airline.Client.GetJsonAsync($"{SeatCalls.Map()}?offerId={flex.Text("id")}");

        Assert.Equal("0.00", withFlex.Seat("20C").GetProperty("price").Text("amount"));
        Assert.NotEqual("0.00", withLight.Seat("20C").GetProperty("price").Text("amount"));
        Assert.Equal(list.Seat("20C").GetProperty("price").Text("amount"), withLight.Seat("20C").GetProperty("price").Text("amount"));
        Assert.Equal(JsonValueKind.Null, withLight.Seat("1A").GetProperty("price").ValueKind);
        Assert.Contains("chargeable", withLight.Seat("20C").GetProperty("characteristics").EnumerateArray().Select(trait => trait.GetString()));
        Assert.DoesNotContain("chargeable", withFlex.Seat("20C").GetProperty("characteristics").EnumerateArray().Select(trait => trait.GetString()));
    }

    [Fact]
    public async Task Prices_of_an_expired_offer_are_still_told_to_who_holds_seats()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = await airline.Client.OfferAsync();
        airline.Clock.Advance(TimeSpan.FromMinutes(10));
        using var held = await airline.Client.HoldAsync(SeatCalls.Wish($"\"offerId\":\"{offer.Text("id")}\",\"seats\":[\"20C\"]"));
        var hold = await held.JsonAsync();
        airline.Clock.Advance(TimeSpan.FromMinutes(13));

        using var without = await airline.Client.GetAtAsync($"{SeatCalls.Map()}?offerId={offer.Text("id")}");
        using var with = await airline.Client.GetAtAsync($"{SeatCalls.Map()}?offerId={offer.Text("id")}&holdIds={hold.Text("id")}");

        await without.IsProblemAsync(410, "offer_expired");
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/flights/flt_fffffffffff/seat-map", 404, "flight_unknown")]
    [InlineData("/api/v1/flights/nonsense/seat-map", 404, "flight_unknown")]
    [InlineData("/api/v1/flights/flt_9/seat-map?offerId=off_unknown", 404, "offer_unknown")]
    [InlineData("/api/v1/flights/flt_9/seat-map?holdIds=nonsense", 400, "request_invalid")]
    [InlineData("/api/v1/flights/flt_9/seat-map?colour=red", 400, "request_invalid")]
    [InlineData("/api/v1/flights/flt_fffffffffff/seat-map/changes?after=0", 404, "flight_unknown")]
    [InlineData("/api/v1/flights/flt_9/seat-map/changes", 400, "request_invalid")]
    [InlineData("/api/v1/flights/flt_9/seat-map/changes?after=-1", 400, "request_invalid")]
    [InlineData("/api/v1/flights/flt_9/seat-map/changes?after=7", 410, "gap")]
    public async Task What_cannot_be_answered_is_refused_by_name(string address, int status, string code)
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.GetAtAsync(address);

        await answer.IsProblemAsync(status, code);
    }

    [Fact]
    public async Task An_offer_of_another_flight_does_not_fit()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = await airline.Client.OfferAsync();

        using var answer = await airline.Client.GetAtAsync($"{SeatCalls.Map("flt_1")}?offerId={offer.Text("id")}");

        Assert.Equal("/offerId", (await answer.IsProblemAsync(422, "offer_does_not_fit")).GetProperty("errors")[0].Text("pointer"));
    }

    [Fact]
    public async Task Changes_after_a_version_add_up_to_the_map()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var first = await airline.Client.HeldAsync("12C");
        await airline.Client.HeldAsync("14A", "14B");
        await airline.Client.SendAsync(HttpMethod.Delete, $"/api/v1/seat-holds/{first.Text("id")}");

        var since = await airline.Client.GetJsonAsync($"{SeatCalls.Map()}/changes?after=1");

        Assert.Equal(3, since.GetProperty("version").GetInt32());
        Assert.Equal(["12C available", "14A held", "14B held"], since.GetProperty("seats").EnumerateArray().Select(seat => $"{seat.Text("number")} {seat.Text("state")}"));
    }

    [Fact]
    public async Task Changes_older_than_a_day_are_a_gap()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.Client.HeldAsync("12C");
        airline.Clock.AdjustTime(RunningAirline.Start + SeatChange.Kept + TimeSpan.FromMinutes(1));
        await airline.Get<ExpireHolds>().RunAsync(default);
        await airline.Get<ExpireHolds>().ForgetAsync(default);

        using var answer = await airline.Client.GetAtAsync($"{SeatCalls.Map()}/changes?after=0");

        await answer.IsProblemAsync(410, "gap");
    }
}
