using System.Net;
using AirlineBooking.Web.Tests.Seats;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Bookings;

public sealed class TripApiTests
{
    [Theory]
    [InlineData("Müller")]
    [InlineData("MUELLER")]
    [InlineData("muller")]
    public async Task A_booking_is_found_by_locator_and_surname(string surname)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();

        using var answer = await airline.Client.PostAsync($"{BookingCalls.Bookings}/lookup", Pair(booked.Locator, surname));
        var found = await answer.JsonAsync();

        Assert.Equal(1800, found.GetProperty("expiresIn").GetInt32());
        Assert.Equal(booked.Locator, (await (booked with { Token = found.Text("bookingToken") }).ReadAsync(airline.Client)).Text("locator"));
    }

    [Fact]
    public async Task No_such_booking_and_a_wrong_name_are_the_same_answer_but_for_the_requests_id()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();

        using var wrongName = await airline.Client.PostAsync($"{BookingCalls.Bookings}/lookup", Pair(booked.Locator, "Nobody"));
        using var noSuch = await airline.Client.PostAsync($"{BookingCalls.Bookings}/lookup", Pair("AAAAAA", "Müller"));

        var (one, other) = (await wrongName.IsProblemAsync(404, "booking_not_found"), await noSuch.IsProblemAsync(404, "booking_not_found"));
        Assert.Equal(one.GetRawText().Replace(one.Text("requestId"), "", StringComparison.Ordinal), other.GetRawText().Replace(other.Text("requestId"), "", StringComparison.Ordinal));
        Assert.Equal(Names(wrongName), Names(noSuch));
    }

    [Fact]
    public async Task Whoever_guesses_wrong_too_often_is_told_to_wait_and_others_are_served()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();
        for (var i = 0; i < 10; i++) (await airline.Client.PostAsync($"{BookingCalls.Bookings}/lookup", Pair("AAAAAA", "Nobody"))).Dispose();

        using var refused = await airline.Client.PostAsync($"{BookingCalls.Bookings}/lookup", Pair(booked.Locator, "Müller"));
        using var stranger = airline.NewClient("127.0.0.9");
        using var served = await stranger.PostAsync($"{BookingCalls.Bookings}/lookup", Pair(booked.Locator, "Müller"));

        await refused.IsProblemAsync(429, "rate_limited");
        Assert.Equal("900", refused.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer btk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic eDp5")]
    public async Task Who_has_no_token_of_it_finds_no_booking(string? authorization)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();

        foreach (var (method, below) in new[]
        {
            (HttpMethod.Get, ""), (HttpMethod.Post, "/payment"), (HttpMethod.Post, "/cancellations"), (HttpMethod.Post, "/cancellations/cnl_1/confirm"), (HttpMethod.Put, "/seats"),
            (HttpMethod.Post, "/check-in"), (HttpMethod.Get, "/boarding-passes/bps_1"), (HttpMethod.Get, "/boarding-passes/bps_1.svg"),
            (HttpMethod.Get, "/itinerary.ics"), (HttpMethod.Get, "/receipt.pdf"),
        })
        {
            using var request = new HttpRequestMessage(method, new Uri(booked.Address + below, UriKind.Relative));
            if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
            request.Headers.TryAddWithoutValidation("Idempotency-Key", BookingCalls.NewKey());
            if (method != HttpMethod.Get) request.Content = new StringContent(BodyFor(below, booked), System.Text.Encoding.UTF8, "application/json");
            using var answer = await airline.Client.SendAsync(request);
            await answer.IsProblemAsync(404, "booking_not_found");
        }
    }

    [Fact]
    public async Task A_token_is_for_one_booking_and_half_an_hour()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (mine, others) = (await airline.Client.BookedAsync(), await airline.Client.BookedAsync());

        using var foreign = await airline.Client.GetAtAsync(others.Address, mine.Bearer);
        airline.Clock.Advance(TimeSpan.FromMinutes(31));
        using var late = await airline.Client.GetAtAsync(mine.Address, mine.Bearer);

        await foreign.IsProblemAsync(404, "booking_not_found");
        await late.IsProblemAsync(404, "booking_not_found");
    }

    [Fact]
    public async Task The_contact_is_masked_and_no_document_is_shown()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var passenger = BookingCalls.Adult.Replace("\"bornOn\"", "\"document\":{\"type\":\"passport\",\"number\":\"C01X00T47\",\"nationality\":\"GB\",\"issuingCountry\":\"GB\"},\"bornOn\"", StringComparison.Ordinal);
        using var answer = await airline.Client.BookAsync(BookingCalls.Body((await airline.Client.OfferAsync()).Text("id"), passengers: passenger));

        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("z•••@example.com", text, StringComparison.Ordinal);
        foreach (var secret in new[] { "zoe@example.com", "2079460958", "C01X00T47", "1990-05-01" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_booking_has_an_ETag_that_changes_with_it_and_guards_a_change()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();
        using var first = await airline.Client.GetAtAsync(booked.Address, booked.Bearer);
        var etag = first.Headers.ETag?.ToString() ?? "";

        using var same = await airline.Client.GetAtAsync(booked.Address, booked.Bearer, ("If-None-Match", etag));
        using var changed = await booked.PutSeatAsync(airline.Client, "20C", ("If-Match", etag));
        using var stale = await booked.PutSeatAsync(airline.Client, "20B", ("If-Match", etag));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, changed.StatusCode));
        Assert.Equal("20C", (await changed.JsonAsync()).GetProperty("passengers")[0].GetProperty("seats").Text(booked.Flight));
        await stale.IsProblemAsync(412, "precondition_failed");
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
    }

    [Theory]
    [InlineData("199Z", null, "/seat", "seat_unknown")]
    [InlineData("window", null, "/seat", "seat_unknown")]
    [InlineData("1A", null, "/seat", "seat_not_suitable")]
    [InlineData("20C", "flt_1", "/flightId", "not_in_booking")]
    public async Task A_seat_that_cannot_be_given_is_refused_by_name(string seat, string? flight, string at, string code)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();

        using var answer = await (booked with { Flight = flight ?? booked.Flight }).PutSeatAsync(airline.Client, seat);

        Assert.Equal(at, (await answer.IsProblemAsync(422, code)).GetProperty("errors")[0].Text("pointer"));
    }

    [Fact]
    public async Task A_seat_that_somebody_has_is_told_with_what_else_there_is()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.Client.HeldAsync("20C");
        var booked = await airline.Client.BookedAsync();

        using var answer = await booked.PutSeatAsync(airline.Client, "20C");

        var problem = await answer.IsProblemAsync(409, "seats_taken");
        Assert.Equal("held", problem.GetProperty("seats")[0].Text("state"));
        Assert.NotEqual(0, problem.GetProperty("alternatives").GetArrayLength());
    }

    [Fact]
    public async Task Cancelling_is_quoted_and_confirmed_once_and_the_refund_comes()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();
        using var asked = await booked.PostAsync(airline.Client, "cancellations", "{}");
        var (quote, key) = (await asked.JsonAsync(), BookingCalls.NewKey());

        using var first = await booked.PostAsync(airline.Client, $"cancellations/{quote.Text("id")}/confirm", null, key);
        using var again = await booked.PostAsync(airline.Client, $"cancellations/{quote.Text("id")}/confirm", null, key);
        var cancelled = await first.JsonAsync();

        Assert.Equal((HttpStatusCode.Created, "original_payment"), (asked.StatusCode, quote.Text("refundTo")));
        Assert.Equal("cancelled", cancelled.Text("status"));
        Assert.Equal("refunded", cancelled.GetProperty("passengers")[0].GetProperty("coupons")[0].Text("status"));
        Assert.Equal(quote.GetProperty("refund").GetRawText(), cancelled.GetProperty("refund").GetProperty("amount").GetRawText());
        Assert.Equal((await first.Content.ReadAsStringAsync(), "true"), (await again.Content.ReadAsStringAsync(), again.Header("Idempotency-Replayed")));
        await airline.SettleAsync();
        var refunded = await booked.ReadAsync(airline.Client);
        Assert.Equal("refunded", refunded.Text("status"));
        Assert.Equal(quote.GetProperty("refund").GetRawText(), refunded.GetProperty("refunded").GetRawText());
        using var used = await booked.PostAsync(airline.Client, $"cancellations/{quote.Text("id")}/confirm", null);
        await used.IsProblemAsync(410, "quote_expired");
    }

    [Theory]
    [InlineData("{\"passengerIds\":[\"pax_1\"]}", "/passengerIds/0")]
    [InlineData("{\"sliceIndexes\":[0,7]}", "/sliceIndexes/1")]
    public async Task What_a_booking_does_not_have_cannot_be_cancelled(string body, string at)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();

        using var answer = await booked.PostAsync(airline.Client, "cancellations", body);

        Assert.Equal(at, (await answer.IsProblemAsync(422, "not_in_booking")).GetProperty("errors")[0].Text("pointer"));
    }

    [Fact]
    public async Task Check_in_says_when_it_opens_and_then_which_document_is_missing()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();
        var asked = $$"""{"flightId":"{{booked.Flight}}","passengerIds":["{{booked.Passenger}}"]}""";

        using var early = await booked.PostAsync(airline.Client, "check-in", asked);
        airline.Clock.Advance(TimeSpan.FromHours(2));
        var found = await FoundAgainAsync(airline, booked);
        using var without = await found.PostAsync(airline.Client, "check-in", asked);

        var window = await early.IsProblemAsync(409, "check_in_closed");
        Assert.Equal(window.GetProperty("opensAt").GetDateTimeOffset().AddHours(23), window.GetProperty("closesAt").GetDateTimeOffset());
        var missing = await without.IsProblemAsync(422, "document_required");
        Assert.Equal($"/documents/{booked.Passenger}/number", missing.GetProperty("errors")[0].Text("pointer"));
    }

    [Fact]
    public async Task Whoever_checks_in_gets_a_boarding_pass_and_a_seat()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();
        airline.Clock.Advance(TimeSpan.FromHours(2));
        var found = await FoundAgainAsync(airline, booked);

        using var answer = await found.PostAsync(
            airline.Client, "check-in",
            $$$"""{"flightId":"{{{booked.Flight}}}","passengerIds":["{{{booked.Passenger}}}"],"documents":{"{{{booked.Passenger}}}":{"type":"passport","number":"C01X00T47","nationality":"GB","issuingCountry":"GB"} } }""");
        var pass = (await answer.JsonAsync()).GetProperty("data")[0];
        using var shown = await airline.Client.GetAtAsync($"{booked.Address}/boarding-passes/{pass.Text("id")}", found.Bearer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("M1MUELLER/ZOE", pass.Text("barCode"), StringComparison.Ordinal);
        Assert.NotEmpty(pass.Text("seat"));
        Assert.Equal(pass.GetRawText(), (await shown.JsonAsync()).GetRawText());
        using var unknown = await airline.Client.GetAtAsync($"{booked.Address}/boarding-passes/bps_0199f3a8c0de7b21a4c5d6e7f8091a2e", found.Bearer);
        await unknown.IsProblemAsync(404, "boarding_pass_unknown");
    }

    [Fact]
    public async Task Checking_in_again_with_the_key_answers_as_it_was_also_when_the_seat_is_another_one_since()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();
        airline.Clock.Advance(TimeSpan.FromHours(2));
        var (found, key) = (await FoundAgainAsync(airline, booked), BookingCalls.NewKey());
        var asked = $$$"""{"flightId":"{{{booked.Flight}}}","passengerIds":["{{{booked.Passenger}}}"],"documents":{"{{{booked.Passenger}}}":{"type":"passport","number":"C01X00T47","nationality":"GB","issuingCountry":"GB"} } }""";

        using var first = await found.PostAsync(airline.Client, "check-in", asked, key);
        using var changed = await found.PutSeatAsync(airline.Client, "20C");
        using var again = await found.PostAsync(airline.Client, "check-in", asked, key);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, changed.StatusCode));
        Assert.NotEqual("20C", (await first.JsonAsync()).GetProperty("data")[0].Text("seat"));
        Assert.Equal((await first.Content.ReadAsStringAsync(), "true"), (await again.Content.ReadAsStringAsync(), again.Header("Idempotency-Replayed")));
    }

    [Theory]
    [InlineData("cancellations/cnl_1/confirm", null, 410, "quote_expired")]
    [InlineData("cancellations", """{"passengerIds":["me"]}""", 422, "not_in_booking")]
    [InlineData("check-in", """{"flightId":"flt_9","passengerIds":["me"]}""", 422, "not_in_booking")]
    [InlineData("payment", """{"token":""}""", 422, "booking_invalid")]
    public async Task What_is_refused_before_anything_is_done_is_kept_too(string below, string? body, int status, string code)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (booked, key) = (await airline.Client.BookedAsync(), BookingCalls.NewKey());

        using var first = await booked.PostAsync(airline.Client, below, body, key);
        using var again = await booked.PostAsync(airline.Client, below, body, key);

        await first.IsProblemAsync(status, code);
        Assert.Equal((await first.Content.ReadAsStringAsync(), "true"), (await again.Content.ReadAsStringAsync(), again.Header("Idempotency-Replayed")));
    }

    [Fact]
    public async Task The_lookup_takes_post_alone()
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.GetAtAsync($"{BookingCalls.Bookings}/lookup");

        await answer.IsProblemAsync(405, "method_not_allowed");
        Assert.Equal("POST", answer.Header("Allow"));
    }

    [Theory]
    [InlineData("itinerary.ics", "text/calendar", "BEGIN:VCALENDAR")]
    [InlineData("receipt.pdf", "application/pdf", "%PDF-")]
    public async Task The_trip_comes_as_files(string name, string type, string begins)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var booked = await airline.Client.BookedAsync();

        using var answer = await airline.Client.GetAtAsync($"{booked.Address}/{name}", booked.Bearer);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith(begins, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static async Task<BookedByCall> FoundAgainAsync(RunningAirline airline, BookedByCall booked)
    {
        using var answer = await airline.Client.PostAsync($"{BookingCalls.Bookings}/lookup", Pair(booked.Locator, "Müller"));
        return booked with { Token = (await answer.JsonAsync()).Text("bookingToken") };
    }

    private static string Pair(string locator, string surname) => $$"""{"locator":"{{locator}}","familyName":"{{surname}}"}""";

    private static string BodyFor(string below, BookedByCall booked) => below switch
    {
        "/payment" => """{"token":"tok_visa"}""",
        "/seats" => $$"""{"flightId":"{{booked.Flight}}","passengerId":"{{booked.Passenger}}","seat":"20C"}""",
        "/check-in" => $$"""{"flightId":"{{booked.Flight}}","passengerIds":["{{booked.Passenger}}"]}""",
        _ => "{}",
    };

    private static string Names(HttpResponseMessage answer) => string.Join(' ', answer.Headers.Select(header => header.Key).Order());
}
