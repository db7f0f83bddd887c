using System.Net;
using AirlineBooking.Web.Tests.Seats;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Bookings;

public sealed class BookingsApiTests
{
    [Fact]
    public async Task A_guest_books_and_reads_it_with_the_token_that_came_back()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = await airline.Client.OfferAsync();

        using var answer = await airline.Client.BookAsync(BookingCalls.Body(offer.Text("id")));
        var made = new BookedByCall(await answer.JsonAsync(), answer.Header("Booking-Token") ?? "");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(made.Address, answer.Headers.Location?.ToString());
        Assert.Equal("confirmed", made.Json.Text("status"));
        Assert.Equal(offer.GetProperty("total").Text("amount"), made.Json.GetProperty("paid").Text("amount"));
        Assert.Equal(13, made.Json.GetProperty("passengers")[0].Text("ticketNumber").Length);
        Assert.Equal((await made.ReadAsync(airline.Client)).GetRawText(), made.Json.GetRawText());
    }

    [Fact]
    public async Task Seats_that_were_held_are_paid_for_and_sold()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = (await airline.Client.OfferAsync()).Text("id");
        using var held = await airline.Client.HoldAsync($$"""{"flightId":"{{SeatCalls.SmallFlight}}","offerId":"{{offer}}","seats":["20C"]}""");
        var hold = await held.JsonAsync();

        var booked = await airline.Client.BookedAsync(holds: hold.Text("id"), offer: offer);

        Assert.Equal("20C", booked.Json.GetProperty("passengers")[0].GetProperty("seats").Text(SeatCalls.SmallFlight));
        var (total, seats) = (Amount(booked.Json, "total"), Amount(hold, "total"));
        Assert.True(seats > 0);
        using var again = await airline.Client.GetAtAsync($"/api/v1/offers/{offer}");
        Assert.Equal(total, seats + Amount(await again.JsonAsync(), "total"));
        Assert.Equal("occupied", (await airline.Client.GetJsonAsync(SeatCalls.Map())).Seat("20C").Text("state"));
    }

    [Fact]
    public async Task The_same_request_again_answers_the_same_bytes_and_books_once()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (body, key) = (BookingCalls.Body((await airline.Client.OfferAsync()).Text("id")), BookingCalls.NewKey());

        using var first = await airline.Client.BookAsync(body, key);
        using var second = await airline.Client.BookAsync(body, key);

        Assert.Equal((first.StatusCode, await first.Content.ReadAsStringAsync()), (second.StatusCode, await second.Content.ReadAsStringAsync()));
        Assert.Equal((null, "true"), (first.Header("Idempotency-Replayed"), second.Header("Idempotency-Replayed")));
        // The token is not kept with the answer, so the second one has one of its own.
        Assert.NotEqual(first.Header("Booking-Token"), second.Header("Booking-Token"));
    }

    [Fact]
    public async Task The_same_key_for_another_booking_is_refused()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (offer, key) = ((await airline.Client.OfferAsync()).Text("id"), BookingCalls.NewKey());
        using var first = await airline.Client.BookAsync(BookingCalls.Body(offer), key);

        using var second = await airline.Client.BookAsync(BookingCalls.Body(offer, passengers: BookingCalls.Adult.Replace("Zoë", "Zoe", StringComparison.Ordinal)), key);

        await second.IsProblemAsync(422, "idempotency_key_reused");
    }

    [Theory]
    [InlineData("tok_declined", "declined")]
    [InlineData("tok_insufficient_funds", "insufficient_funds")]
    [InlineData("tok_expired_card", "expired_card")]
    public async Task A_decline_says_why_and_the_booking_can_be_paid_while_its_seats_are_kept(string token, string reason)
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var declined = await airline.Client.BookAsync(BookingCalls.Body((await airline.Client.OfferAsync()).Text("id"), token));
        var problem = await declined.IsProblemAsync(402, "payment_declined");
        var booking = new BookedByCall(problem, declined.Header("Booking-Token") ?? "");
        using var paid = await booking.PostAsync(airline.Client, "payment", """{"token":"tok_visa"}""");

        Assert.Equal(reason, problem.Text("reason"));
        Assert.True(problem.GetProperty("seatsKeptUntil").GetDateTimeOffset() >= RunningAirline.Start.AddMinutes(10));
        Assert.Equal((HttpStatusCode.OK, "confirmed"), (paid.StatusCode, (await paid.JsonAsync()).Text("status")));
        using var twice = await booking.PostAsync(airline.Client, "payment", """{"token":"tok_visa"}""");
        await twice.IsProblemAsync(409, "not_payable");
    }

    [Fact]
    public async Task A_decline_comes_again_byte_for_byte_with_a_token_of_its_own()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (body, key) = (BookingCalls.Body((await airline.Client.OfferAsync()).Text("id"), "tok_declined"), BookingCalls.NewKey());

        using var first = await airline.Client.BookAsync(body, key);
        using var again = await airline.Client.BookAsync(body, key);

        Assert.Equal((402, await first.Content.ReadAsStringAsync(), "true"), ((int)again.StatusCode, await again.Content.ReadAsStringAsync(), again.Header("Idempotency-Replayed")));
        Assert.Equal("application/problem+json", again.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(again.Header("Booking-Token"));
    }

    [Fact]
    public async Task Who_has_a_single_name_gives_it_as_family_name_and_is_found_by_it()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var passenger = BookingCalls.Adult.Replace("Zoë", "", StringComparison.Ordinal).Replace("Müller", "Suharto", StringComparison.Ordinal);

        using var answer = await airline.Client.BookAsync(BookingCalls.Body((await airline.Client.OfferAsync()).Text("id"), passengers: passenger));
        var locator = (await answer.JsonAsync()).Text("locator");
        using var found = await airline.Client.PostAsync($"{BookingCalls.Bookings}/lookup", $$"""{"locator":"{{locator}}","familyName":"Suharto"}""");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (answer.StatusCode, found.StatusCode));
    }

    [Fact]
    public async Task A_payer_who_must_confirm_is_sent_to_the_provider()
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.BookAsync(BookingCalls.Body((await airline.Client.OfferAsync()).Text("id"), "tok_challenge"));
        var booking = await answer.JsonAsync();

        Assert.Equal((HttpStatusCode.Accepted, "pending_payment"), (answer.StatusCode, booking.Text("status")));
        Assert.Equal("redirect", booking.GetProperty("nextAction").Text("type"));
        Assert.StartsWith(airline.Address.ToString(), booking.GetProperty("nextAction").Text("url"), StringComparison.Ordinal);
        Assert.True(booking.GetProperty("nextAction").GetProperty("expiresAt").GetDateTimeOffset() > RunningAirline.Start);
    }

    [Theory]
    [InlineData("tok_late_webhook")]
    [InlineData("tok_timeout_paid")]
    public async Task An_outcome_that_is_not_known_yet_becomes_known(string token)
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.BookAsync(BookingCalls.Body((await airline.Client.OfferAsync()).Text("id"), token));
        var booking = new BookedByCall(await answer.JsonAsync(), answer.Header("Booking-Token") ?? "");

        Assert.Equal((HttpStatusCode.Accepted, "pending_payment"), (answer.StatusCode, booking.Json.Text("status")));
        await airline.SettleAsync();
        Assert.Equal("confirmed", (await booking.ReadAsync(airline.Client)).Text("status"));
    }

    [Fact]
    public async Task A_gateway_that_is_out_of_order_keeps_the_seats_and_the_same_key_may_try_again()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var key = BookingCalls.NewKey();
        var body = BookingCalls.Body((await airline.Client.OfferAsync()).Text("id"), "tok_gateway_error");

        using var answer = await airline.WhileTimePassesAsync(airline.Client.BookAsync(body, key));
        var problem = await answer.IsProblemAsync(503, "payment_unavailable");
        using var again = await airline.WhileTimePassesAsync(airline.Client.BookAsync(body, key));

        Assert.True(problem.GetProperty("seatsKeptUntil").GetDateTimeOffset() >= RunningAirline.Start.AddMinutes(30));
        Assert.Null(again.Header("Idempotency-Replayed"));
        using var paid = await new BookedByCall(problem, answer.Header("Booking-Token") ?? "").PostAsync(airline.Client, "payment", """{"token":"tok_visa"}""");
        Assert.Equal("confirmed", (await paid.JsonAsync()).Text("status"));
    }

    [Fact]
    public async Task Without_a_provider_nothing_is_booked()
    {
        await using var airline = await RunningAirline.OpenAsync(("Payments:Provider", ""));

        using var answer = await airline.Client.BookAsync(BookingCalls.Body((await airline.Client.OfferAsync()).Text("id")));

        await answer.IsProblemAsync(503, "payment_not_configured");
    }

    [Theory]
    [InlineData("""{"type":"adult","givenName":"Zoë","familyName":"Müller","bornOn":"2020-05-01"}""", "/passengers/0/bornOn", "too_young_for_adult")]
    [InlineData("""{"type":"adult","givenName":"Zoë","familyName":"王","bornOn":"1990-05-01"}""", "/passengers/0/familyName", "name_invalid")]
    [InlineData("""{"type":"adult","givenName":"Zoë","familyName":"","bornOn":"1990-05-01"}""", "/passengers/0/familyName", "name_invalid")]
    [InlineData("""{"type":"adult","givenName":"Zoë","familyName":"Müller","bornOn":"1990-05-01","seats":{"flt_1":"20C"}}""", "/passengers/0/seats/flt_1", "seat_of_another_flight")]
    [InlineData("""{"id":"a","type":"adult","givenName":"Zoë","familyName":"Müller","bornOn":"1990-05-01"},{"id":"a","type":"adult","givenName":"Zoë","familyName":"Müller","bornOn":"1990-05-01"}""", "/passengers/1/id", "reference_repeated")]
    [InlineData("""{"type":"child","givenName":"Zoë","familyName":"Müller","bornOn":"2020-05-01"}""", "/passengers", "passengers_differ")]
    [InlineData("""{"type":"adult","givenName":"Zoë","familyName":"Müller","bornOn":"1990-05-01","title":"sir"}""", "/passengers/0/title", "title_invalid")]
    [InlineData("""{"type":"adult","givenName":"Zoë","familyName":"Müller","bornOn":"1990-05-01","seats":{"flt_9":"20C"}}""", "/passengers/0/seats/flt_9", "seat_not_held")]
    [InlineData("""{"type":"adult","givenName":"Zoë","familyName":"Müller","bornOn":"1990-05-01","seats":{"flt_9":"window"}}""", "/passengers/0/seats/flt_9", "seat_unknown")]
    [InlineData("""{"type":"adult","givenName":"Zoë","familyName":"Müller","bornOn":"1990-05-01","assistance":["ZZZZ"]}""", "/passengers/0/assistance", "assistance_unknown")]
    public async Task What_is_wrong_with_passengers_is_named_with_its_place(string passenger, string place, string code)
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.BookAsync(BookingCalls.Body((await airline.Client.OfferAsync()).Text("id"), passengers: passenger));

        var errors = (await answer.IsProblemAsync(422, "booking_invalid")).GetProperty("errors").EnumerateArray().Select(error => (error.Text("pointer"), error.Text("code")));
        Assert.Contains((place, code), errors);
    }

    [Theory]
    [InlineData(",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}", 400, "unknown_field")]
    [InlineData(",\"status\":\"confirmed\"", 400, "unknown_field")]
    [InlineData(",\"isPaid\":true", 400, "unknown_field")]
    public async Task A_field_that_a_guest_may_not_set_is_refused_by_name(string more, int status, string code)
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.BookAsync(BookingCalls.Body((await airline.Client.OfferAsync()).Text("id"), more: more));

        await answer.IsProblemAsync(status, code);
    }

    [Fact]
    public async Task Paying_later_is_for_nobody_yet()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var body = BookingCalls.Body((await airline.Client.OfferAsync()).Text("id")).Replace("\"token\":\"tok_visa\"", "\"later\":true", StringComparison.Ordinal);

        using var answer = await airline.Client.BookAsync(body);

        await answer.IsProblemAsync(422, "pay_later_not_allowed");
    }

    [Fact]
    public async Task An_expired_offer_is_refused_unless_a_hold_keeps_its_price()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = (await airline.Client.OfferAsync()).Text("id");
        airline.Clock.Advance(TimeSpan.FromMinutes(14));
        using var held = await airline.Client.HoldAsync($$"""{"flightId":"{{SeatCalls.SmallFlight}}","offerId":"{{offer}}","seats":["20C"]}""");
        airline.Clock.Advance(TimeSpan.FromMinutes(10));

        using var without = await airline.Client.BookAsync(BookingCalls.Body(offer));
        using var with = await airline.Client.BookAsync(BookingCalls.Body(offer, holds: $"\"{(await held.JsonAsync()).Text("id")}\""));

        await without.IsProblemAsync(410, "offer_expired");
        Assert.Equal(HttpStatusCode.Created, with.StatusCode);
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_told_and_nothing_is_charged()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = (await airline.Client.OfferAsync()).Text("id");
        using var held = await airline.Client.HoldAsync($$"""{"flightId":"{{SeatCalls.SmallFlight}}","offerId":"{{offer}}","seats":["20C"]}""");
        var hold = (await held.JsonAsync()).Text("id");
        airline.Clock.Advance(TimeSpan.FromMinutes(16));

        using var answer = await airline.Client.BookAsync(BookingCalls.Body(offer, holds: $"\"{hold}\""));

        await answer.IsProblemAsync(409, "seats_lost");
    }

    [Fact]
    public async Task A_key_is_needed()
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.PostAsync(BookingCalls.Bookings, BookingCalls.Body("off_x"));

        await answer.IsProblemAsync(400, "idempotency_key_required");
    }

    private static decimal Amount(System.Text.Json.JsonElement json, string name) => decimal.Parse(json.GetProperty(name).Text("amount"), System.Globalization.CultureInfo.InvariantCulture);
}
