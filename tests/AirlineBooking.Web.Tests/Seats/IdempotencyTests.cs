using System.Net;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Tests.Seats;

/// <summary>One key, one effect, one answer; shown with holds, which need a key.</summary>
public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_request_again_has_no_second_effect_and_the_same_bytes()
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var first = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "key");
        using var again = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "key");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
        Assert.Equal((null, "true"), (first.Header("Idempotency-Replayed"), again.Header("Idempotency-Replayed")));
        Assert.Equal(1, await HoldsAsync(airline));
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_has_one_effect()
    {
        await using var airline = await RunningAirline.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            using var answer = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "key");
            return (answer.StatusCode, Body: await answer.Content.ReadAsStringAsync());
        }));

        Assert.Single(answers.Where(answer => answer.StatusCode is HttpStatusCode.Created).Select(answer => answer.Body).Distinct());
        Assert.DoesNotContain(answers, answer => answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.Equal(1, await HoldsAsync(airline));
    }

    [Fact]
    public async Task Spaces_and_the_order_of_fields_make_no_other_request()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var first = await airline.Client.HoldAsync($$"""{"flightId":"{{SeatCalls.SmallFlight}}","seats":["20C"]}""", "key");

        using var again = await airline.Client.HoldAsync($$"""{ "seats" : [ "20C" ], "flightId" : "{{SeatCalls.SmallFlight}}" }""", "key");

        Assert.Equal("true", again.Header("Idempotency-Replayed"));
    }

    [Fact]
    public async Task Another_request_with_the_key_is_refused()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var first = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "key");

        using var other = await airline.Client.HoldAsync(SeatCalls.Seats("20B"), "key");
        using var elsewhere = await airline.Client.PostAsync($"/api/v1/seat-holds/{(await first.JsonAsync()).Text("id")}/extend", null, (SeatCalls.Idempotency, "key"));

        await other.IsProblemAsync(422, "idempotency_key_reused");
        await elsewhere.IsProblemAsync(422, "idempotency_key_reused");
    }

    [Fact]
    public async Task Another_client_may_use_the_same_key()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var stranger = airline.NewClient("127.0.0.2");
        using var first = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "key");

        using var theirs = await stranger.HoldAsync(SeatCalls.Seats("20B"), "key");

        Assert.Equal(HttpStatusCode.Created, theirs.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(256)]
    public async Task A_key_is_needed_and_has_1_to_255_characters(object? key)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var headers = key switch { null => Array.Empty<(string, string)>(), int length => [(SeatCalls.Idempotency, new string('k', length))], _ => [(SeatCalls.Idempotency, "")] };

        using var answer = await airline.Client.PostAsync("/api/v1/seat-holds", SeatCalls.Seats("20C"), headers);

        await answer.IsProblemAsync(400, "idempotency_key_required");
        Assert.Equal(0, await HoldsAsync(airline));
    }

    [Fact]
    public async Task A_key_of_255_characters_of_any_kind_is_fine()
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "ключ \"!\" " + new string('k', 246));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task A_refusal_of_the_operation_is_kept_and_a_wrong_request_is_not()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var other = await airline.Client.HeldAsync("20C");
        using var taken = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "conflict");
        using var wrong = await airline.Client.HoldAsync(SeatCalls.Wish("\"best\":{\"count\":0}"), "wrong");
        await airline.Client.SendAsync(HttpMethod.Delete, $"/api/v1/seat-holds/{other.Text("id")}");

        using var still = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "conflict");
        using var right = await airline.Client.HoldAsync(SeatCalls.Seats("20B"), "wrong");

        await taken.IsProblemAsync(409, "seats_taken");
        Assert.Equal((await taken.Content.ReadAsStringAsync(), "true"), (await still.Content.ReadAsStringAsync(), still.Header("Idempotency-Replayed")));
        Assert.Equal(HttpStatusCode.Created, right.StatusCode);
    }

    [Theory]
    [InlineData("seat-holds", """{"flightId":"flt_9","seats":["foo"]}""", "flt_9", 422, "seat_unknown")]
    [InlineData("seat-holds", """{"flightId":"flt_9","seats":["20C","20C"]}""", "flt_9", 422, "seat_unknown")]
    [InlineData("bookings", """{"offerId":"off_1","passengers":[],"contact":{"email":"a@b.cd"},"payment":{"token":"t"}}""", "off_1", 422, "booking_invalid")]
    [InlineData("bookings", """{"offerId":"off_1","passengers":[{"type":"adult","givenName":"A","familyName":"B","bornOn":"1990-01-01"}],"contact":{"email":"a@b.cd"},"payment":{"later":true}}""", "off_1", 422, "pay_later_not_allowed")]
    [InlineData("bookings", """{"offerId":"off_1","passengers":[{"type":"adult","givenName":"A","familyName":"B","bornOn":"1990-01-01"}],"contact":{"email":"a@b.cd"},"payment":{"token":""}}""", "off_1", 422, "booking_invalid")]
    public async Task A_refusal_before_the_operation_is_kept_like_one_of_its_own(string address, string body, string named, int status, string code)
    {
        await using var airline = await RunningAirline.OpenAsync();
        Task<HttpResponseMessage> SendAsync(string sent) => airline.Client.PostAsync($"/api/v1/{address}", sent, (SeatCalls.Idempotency, "key"));

        using var first = await SendAsync(body);
        using var again = await SendAsync(body);
        using var other = await SendAsync(body.Replace(named, named[..4] + "8", StringComparison.Ordinal));

        var errors = (await first.IsProblemAsync(status, code)).GetProperty("errors");
        Assert.NotEmpty(errors[0].Text("pointer"));
        Assert.Equal((await first.Content.ReadAsStringAsync(), "true"), (await again.Content.ReadAsStringAsync(), again.Header("Idempotency-Replayed")));
        await other.IsProblemAsync(422, "idempotency_key_reused");
    }

    [Fact]
    public async Task An_offer_that_had_expired_is_refused_alike_when_it_is_sent_again()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = (await airline.Client.OfferAsync()).Text("id");
        airline.Clock.Advance(TimeSpan.FromMinutes(30));
        var body = SeatCalls.Wish($"\"offerId\":\"{offer}\",\"seats\":[\"20C\"]");

        using var first = await airline.Client.HoldAsync(body, "key");
        using var again = await airline.Client.HoldAsync(body, "key");

        await first.IsProblemAsync(410, "offer_expired");
        Assert.Equal((await first.Content.ReadAsStringAsync(), "true"), (await again.Content.ReadAsStringAsync(), again.Header("Idempotency-Replayed")));
    }

    [Fact]
    public async Task What_was_said_is_not_stored_in_the_clear()
    {
        await using var airline = await RunningAirline.OpenAsync();
        (await airline.Client.HoldAsync(SeatCalls.Seats("foo"), "key")).Dispose();

        await using var db = await airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();

        Assert.DoesNotContain("seat_unknown", (await db.RunOnceEntries.AsNoTracking().SingleAsync()).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_still_running_is_not_run_again()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var first = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "key");
        await airline.WriteAsync((db, cancel) => db.Set<RunOnceEntry>().ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Answer, (string?)null), cancel));

        using var again = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "key");

        await again.IsProblemAsync(409, "idempotency_in_progress");
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var first = await airline.Client.HoldAsync(SeatCalls.Seats("20C"), "key");
        airline.Clock.AdjustTime(RunningAirline.Start + RunOnceKey.Kept + TimeSpan.FromMinutes(1));

        using var later = await airline.Client.HoldAsync(SeatCalls.Wish("\"seats\":[\"20C\"]", "flt_a"), "key");

        Assert.Equal(HttpStatusCode.Created, later.StatusCode);
        Assert.Null(later.Header("Idempotency-Replayed"));
    }

    private static async Task<int> HoldsAsync(RunningAirline airline)
    {
        await using var db = await airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();
        return await db.SeatHolds.CountAsync();
    }
}
