using System.Globalization;
using System.Net;
using System.Text.Json;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Tests.Seats;

public sealed class SeatHoldsApiTests
{
    [Fact]
    public async Task Seats_are_held_for_fifteen_minutes_at_their_prices()
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.HoldAsync(SeatCalls.Seats("20C", "20B"));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var hold = await answer.JsonAsync();
        Assert.StartsWith("hld_", hold.Text("id"), StringComparison.Ordinal);
        Assert.Equal((SeatCalls.SmallFlight, "2026-11-30T09:15:00Z", 10), (hold.Text("flightId"), hold.Text("expiresAt"), hold.GetProperty("extensionsLeft").GetInt32()));
        Assert.Equal(["20B", "20C"], hold.GetProperty("seats").EnumerateArray().Select(seat => seat.GetString()).Order());
        var prices = hold.GetProperty("prices").EnumerateArray().Select(price => decimal.Parse(price.GetProperty("price").Text("amount"), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(prices.Sum(), decimal.Parse(hold.GetProperty("total").Text("amount"), CultureInfo.InvariantCulture));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Contains("\"booking\"", answer.Header("RateLimit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_best_seats_are_found_near_a_wish()
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.HoldAsync(SeatCalls.Wish("\"best\":{\"count\":2,\"cabin\":\"economy\",\"near\":\"window\"}"));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(2, (await answer.JsonAsync()).GetProperty("seats").GetArrayLength());
    }

    [Fact]
    public async Task Seats_that_somebody_has_are_named_with_what_could_be_had()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.Client.HeldAsync("20C");

        using var answer = await airline.Client.HoldAsync(SeatCalls.Seats("20B", "20C"));

        var problem = await answer.IsProblemAsync(409, "seats_taken");
        var taken = Assert.Single(problem.GetProperty("seats").EnumerateArray());
        Assert.Equal(("20C", "held"), (taken.Text("number"), taken.Text("state")));
        Assert.NotEqual(0, problem.GetProperty("alternatives").GetArrayLength());
        Assert.Equal("available", (await airline.Client.GetJsonAsync(SeatCalls.Map())).Seat("20B").Text("state"));
    }

    [Theory]
    [InlineData("\"seats\":[\"199Z\"]", 422, "seat_unknown")]
    [InlineData("\"seats\":[\"nonsense\"]", 422, "seat_unknown")]
    [InlineData("\"seats\":[\"20C\",\"20C\"]", 422, "seat_unknown")]
    [InlineData("\"seats\":[\"14A\",\"14B\",\"14C\",\"14D\",\"14E\",\"14F\",\"15A\",\"15B\",\"15C\",\"15D\"]", 409, "hold_limit_reached")]
    [InlineData("\"seats\":[]", 400, "request_invalid")]
    [InlineData("\"seats\":[\"20C\"],\"best\":{\"count\":1}", 400, "request_invalid")]
    [InlineData("\"best\":{\"count\":0}", 400, "request_invalid")]
    [InlineData("\"best\":{\"count\":10}", 400, "request_invalid")]
    [InlineData("\"best\":{\"count\":2,\"near\":\"heaven\"}", 400, "request_invalid")]
    [InlineData("\"best\":{\"count\":2,\"cabin\":\"first\"}", 409, "cabin_full")]
    [InlineData("\"offerId\":\"off_unknown\",\"seats\":[\"20C\"]", 404, "offer_unknown")]
    [InlineData("\"seats\":[\"20C\"],\"colour\":\"red\"", 400, "unknown_field")]
    public async Task What_cannot_be_held_is_refused_by_name(string members, int status, string code)
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.HoldAsync(SeatCalls.Wish(members));

        await answer.IsProblemAsync(status, code);
    }

    [Theory]
    [InlineData("flt_fffffffffff", 404, "flight_unknown")]
    [InlineData("nonsense", 400, "request_invalid")]
    public async Task A_flight_that_is_not_there_is_refused(string flight, int status, string code)
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.HoldAsync(SeatCalls.Wish("\"seats\":[\"20C\"]", flight));

        await answer.IsProblemAsync(status, code);
    }

    [Fact]
    public async Task Selling_closes_an_hour_before_departure()
    {
        await using var airline = await RunningAirline.OpenAsync();
        airline.Clock.AdjustTime(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

        using var answer = await airline.Client.HoldAsync(SeatCalls.Seats("20C"));

        await answer.IsProblemAsync(422, "sale_closed");
    }

    [Theory]
    [InlineData("1A", "seat_not_suitable", "/seats/0")]
    [InlineData("4A", "seat_not_suitable", "/seats/0")]
    public async Task With_an_offer_a_seat_has_to_suit_its_party(string seat, string code, string at)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = await airline.Client.OfferAsync();

        using var answer = await airline.Client.HoldAsync(SeatCalls.Wish($"\"offerId\":\"{offer.Text("id")}\",\"seats\":[\"{seat}\"]"));

        Assert.Equal(at, (await answer.IsProblemAsync(422, code)).GetProperty("errors")[0].Text("pointer"));
    }

    [Fact]
    public async Task An_offer_for_one_does_not_hold_two_seats()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = await airline.Client.OfferAsync();

        using var answer = await airline.Client.HoldAsync(SeatCalls.Wish($"\"offerId\":\"{offer.Text("id")}\",\"seats\":[\"20B\",\"20C\"]"));

        Assert.Equal("/offerId", (await answer.IsProblemAsync(422, "offer_does_not_fit")).GetProperty("errors")[0].Text("pointer"));
    }

    [Fact]
    public async Task An_expired_offer_holds_nothing_but_a_hold_that_was_made_is_answered_again()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var body = SeatCalls.Wish($"\"offerId\":\"{(await airline.Client.OfferAsync()).Text("id")}\",\"seats\":[\"20C\"]");
        using var first = await airline.Client.HoldAsync(body, "one");
        airline.Clock.Advance(TimeSpan.FromMinutes(25));

        using var again = await airline.Client.HoldAsync(body, "one");
        using var anew = await airline.Client.HoldAsync(body, "two");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        await anew.IsProblemAsync(410, "offer_expired");
    }

    [Fact]
    public async Task A_cabin_that_is_promised_to_the_last_place_is_full()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.Client.HeldAsync("20C");
        await airline.WriteAsync((db, cancel) => db.FlightCabins.Where(cabin => cabin.Cabin == Cabin.Economy).ExecuteUpdateAsync(set => set.SetProperty(cabin => cabin.Authorised, 1), cancel));

        using var answer = await airline.Client.HoldAsync(SeatCalls.Seats("20B"));

        await answer.IsProblemAsync(409, "cabin_full");
    }

    [Fact]
    public async Task A_hold_is_extended_by_its_id_alone_and_a_key_is_optional()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var id = (await airline.Client.HeldAsync("20C")).Text("id");
        airline.Clock.Advance(TimeSpan.FromMinutes(5));

        using var extended = await airline.Client.PostAsync($"/api/v1/seat-holds/{id}/extend", null);
        using var once = await airline.Client.PostAsync($"/api/v1/seat-holds/{id}/extend", null, (SeatCalls.Idempotency, "e"));
        using var again = await airline.Client.PostAsync($"/api/v1/seat-holds/{id}/extend", null, (SeatCalls.Idempotency, "e"));

        var first = await extended.JsonAsync();
        Assert.Equal(("2026-11-30T09:20:00Z", 9), (first.Text("expiresAt"), first.GetProperty("extensionsLeft").GetInt32()));
        Assert.Equal(8, (await again.JsonAsync()).GetProperty("extensionsLeft").GetInt32());
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
    }

    [Fact]
    public async Task A_hold_that_ran_out_cannot_be_extended()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var id = (await airline.Client.HeldAsync("20C")).Text("id");
        airline.Clock.Advance(SeatHold.Lifetime);

        using var answer = await airline.Client.PostAsync($"/api/v1/seat-holds/{id}/extend", null);

        await answer.IsProblemAsync(410, "hold_expired");
    }

    [Fact]
    public async Task A_released_seat_is_free_at_once_and_the_hold_is_gone()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var id = (await airline.Client.HeldAsync("20C")).Text("id");

        using var released = await airline.Client.SendAsync(HttpMethod.Delete, $"/api/v1/seat-holds/{id}");
        using var again = await airline.Client.SendAsync(HttpMethod.Delete, $"/api/v1/seat-holds/{id}");
        using var extended = await airline.Client.PostAsync($"/api/v1/seat-holds/{id}/extend", null);

        Assert.Equal(HttpStatusCode.NoContent, released.StatusCode);
        await again.IsProblemAsync(404, "hold_unknown");
        await extended.IsProblemAsync(404, "hold_unknown");
        Assert.Equal("available", (await airline.Client.GetJsonAsync(SeatCalls.Map())).Seat("20C").Text("state"));
    }

    [Fact]
    public async Task Seats_that_are_being_paid_for_are_neither_extended_nor_released()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var id = (await airline.Client.HeldAsync("20C")).Text("id");
        await airline.WriteAsync((db, cancel) => db.Database.ExecuteSqlAsync($"UPDATE seat_claims SET state = 1, held_until = NULL, booking_id = {Guid.NewGuid()}", cancel));

        using var extended = await airline.Client.PostAsync($"/api/v1/seat-holds/{id}/extend", null);
        using var released = await airline.Client.SendAsync(HttpMethod.Delete, $"/api/v1/seat-holds/{id}");

        await extended.IsProblemAsync(409, "hold_in_use");
        await released.IsProblemAsync(409, "hold_in_use");
    }

    [Fact]
    public async Task What_is_held_is_not_left_on_the_flight()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var before = await airline.Client.GetJsonAsync($"/api/v1/flights/{SeatCalls.SmallFlight}");
        await airline.Client.HeldAsync("20B", "20C");

        var after = await airline.Client.GetJsonAsync($"/api/v1/flights/{SeatCalls.SmallFlight}");
        var listed = await airline.Client.GetJsonAsync("/api/v1/flights?origin=LGW&destination=JFK&date=2026-12-01");

        Assert.Equal((162, 160), (EconomyLeft(before), EconomyLeft(after)));
        Assert.Equal(160, EconomyLeft(listed.GetProperty("data")[0]));

        static int EconomyLeft(JsonElement flight) =>
            flight.GetProperty("cabins").EnumerateArray().Single(cabin => cabin.Text("cabin") == "economy").GetProperty("seatsLeft").GetInt32();
    }

    [Fact]
    public async Task An_answer_that_was_kept_is_made_anew_when_the_cheapest_class_is_held_away()
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Enabled", "false"));
        var before = await airline.Client.OfferAsync();
        for (var held = 0; held < 150 && (await airline.Client.OfferAsync()).GetProperty("total").Text("amount") == before.GetProperty("total").Text("amount"); held += 6)
        {
            await airline.Client.HeldAsync([.. "ABCDEF".Select(letter => $"{held / 6 + 5 + (held / 6 >= 8 ? 1 : 0)}{letter}")]);
        }

        var after = await airline.Client.OfferAsync();

        Assert.NotEqual(before.GetProperty("total").Text("amount"), after.GetProperty("total").Text("amount"));
    }

    [Fact]
    public async Task An_address_holds_eighteen_seats_of_a_flight_and_others_are_not_affected()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var other = airline.NewClient("127.0.0.2");
        await airline.Client.HeldAsync("14A", "14B", "14C", "14D", "14E", "14F", "15A", "15B", "15C");
        await airline.Client.HeldAsync("16A", "16B", "16C", "16D", "16E", "16F", "17A", "17B", "17C");

        using var more = await airline.Client.HoldAsync(SeatCalls.Seats("20C"));
        using var others = await other.HoldAsync(SeatCalls.Seats("20C"));

        await more.IsProblemAsync(409, "hold_limit_reached");
        Assert.Equal(HttpStatusCode.Created, others.StatusCode);
    }

    [Fact]
    public async Task An_address_asks_thirty_times_a_minute_and_is_told_when_to_come_back()
    {
        await using var airline = await RunningAirline.OpenAsync();
        for (var i = 0; i < HoldRequests.MostAMinute; i++) (await airline.Client.HoldAsync(SeatCalls.Seats("199Z"))).Dispose();
        airline.Clock.Advance(TimeSpan.FromSeconds(20));

        using var answer = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "k");
        airline.Clock.Advance(TimeSpan.FromSeconds(40));
        using var later = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "k");

        await answer.IsProblemAsync(429, "rate_limited");
        Assert.Equal("40", answer.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.Created, later.StatusCode);
    }

    [Fact]
    public async Task What_counts_by_address_is_off_together_with_the_limits()
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Enabled", "false"));
        foreach (var row in new[] { 14, 15, 16, 17 }) await airline.Client.HeldAsync([.. "ABCDEF".Select(letter => $"{row}{letter}")]);

        await using var db = await airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();

        Assert.Equal(24, await db.SeatClaims.CountAsync());
        Assert.False(await db.SeatHolds.AnyAsync(hold => hold.Address != null));
    }

    [Fact]
    public async Task No_address_is_stored_as_it_is()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.Client.HeldAsync("20C");

        await using var db = await airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();

        Assert.Matches("^[0-9a-f]{32}$", (await db.SeatHolds.SingleAsync()).Address);
    }
}
