using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Tests.Support;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Tests.Bookings;

public sealed class TripPagesTests
{
    [Fact]
    public async Task A_right_pair_opens_the_trip_and_nothing_of_it_stands_in_the_query()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(2, 1, 0), seats: ["41D", "41E", "41G"]);
        using var visitor = new FormVisitor(airline);

        await visitor.OpenAsync(trip.Booking.Locator.ToString().ToLowerInvariant());

        Assert.Equal((200, null), (visitor.Status, visitor.Leads));
        Assert.EndsWith($"/trips/{trip.Booking.Locator}", visitor.Answer?.RequestMessage?.RequestUri?.ToString(), StringComparison.Ordinal);
        foreach (var expected in new[] { "Zoë O’Brien-Łuczak", "41D, 41E, 41G", trip.State.Passengers[0].Tickets[0].Shown(), MoneyText.Exact(trip.Total), "Paid, tickets issued" })
        {
            Assert.Contains(expected, visitor.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_such_booking_and_a_wrong_name_get_one_and_the_same_answer()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var locator = (await airline.BookAsync(new Party(1, 0, 0), withWayBack: false)).Booking.Locator.ToString();
        using var visitor = new FormVisitor(airline);
        await visitor.GoAsync(Links.Trips);

        await visitor.SendAsync("look-up", ("locator", locator), ("surname", "Nobody"));
        var wrongName = (visitor.Status, visitor.Text, visitor.Leads);
        await visitor.SendAsync("look-up", ("locator", "ZZZZZ9"), ("surname", "Nobody"));

        Assert.Equal(wrongName, (visitor.Status, visitor.Text, visitor.Leads));
        Assert.Equal(422, visitor.Status);
    }

    [Fact]
    public async Task What_cannot_be_a_reference_is_said_beside_the_field_and_stays_typed()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        using var visitor = new FormVisitor(airline);
        await visitor.GoAsync(Links.Trips);

        await visitor.SendAsync("look-up", ("locator", "K0"), ("surname", ""));

        Assert.Equal(422, visitor.Status);
        Assert.Contains("six letters and digits", visitor.Page.QuerySelector("#locator-problem")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("#surname-problem"));
        Assert.Equal("K0", visitor.Page.QuerySelector("#locator")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_guesses_is_told_to_wait()
    {
        await using var airline = await RunningAirline.OpenAsync(("Payments:Provider", "Sandbox"), ("Payments:AllowSandbox", "true"));
        using var visitor = new FormVisitor(airline);
        await visitor.GoAsync(Links.Trips);
        for (var guess = 0; guess < LookupGuard.MostByAddress; guess++) await visitor.SendAsync("look-up", ("locator", "ABCDE2"), ("surname", "Smith"));

        await visitor.SendAsync("look-up", ("locator", "ABCDE2"), ("surname", "Smith"));

        Assert.Equal(429, visitor.Status);
        Assert.NotNull(visitor.Answer?.Headers.RetryAfter);
        Assert.Contains("Too many wrong tries", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_sees_the_form_and_cannot_tell_whether_there_is_such_a_trip()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0));
        var (locator, flight) = (trip.Booking.Locator, trip.Sold.Segments.First().FlightId);
        using var stranger = new FormVisitor(airline);
        var asked = new[] { Links.Trip(locator), Links.CancelTrip(locator), Links.TripSeats(locator, flight), Links.CheckIn(locator, flight) };

        foreach (var address in asked)
        {
            await stranger.GoAsync(address);
            var real = (stranger.Status, stranger.Text);
            await stranger.GoAsync(address.Replace(locator.ToString(), "ZZZZZ9", StringComparison.Ordinal));

            Assert.Equal(real, (stranger.Status, stranger.Text));
            Assert.Contains("Type its reference and a surname", stranger.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(TripDesk.FamilyName, stranger.Text, StringComparison.Ordinal);
        }
        await stranger.GoAsync(Links.Receipt(locator));
        Assert.Equal((302, Links.Trips), (stranger.Status, stranger.Leads));
        await stranger.GoAsync(Links.CalendarFile(locator));
        Assert.Equal((302, Links.Trips), (stranger.Status, stranger.Leads));
    }

    [Fact]
    public async Task After_half_an_hour_the_trip_is_closed_and_a_form_sent_late_says_how_to_open_it_again()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0));
        using var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(trip.Booking.Locator.ToString());
        await visitor.GoAsync(Links.CancelTrip(trip.Booking.Locator));
        airline.Clock.Advance(BookingToken.Lifetime);

        await visitor.SendAsync("quote", ("what", "all"));

        Assert.Equal(200, visitor.Status);
        Assert.Contains("Type its reference and a surname", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync(Links.Trip(trip.Booking.Locator));
        Assert.DoesNotContain(TripDesk.FamilyName, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_and_no_file_of_a_trip_is_kept_by_anybody()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0));
        var (locator, flight) = (trip.Booking.Locator, trip.Sold.Segments.First().FlightId);
        using var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(locator.ToString());

        foreach (var address in new[] { Links.Trips, Links.Trip(locator), Links.CancelTrip(locator), Links.TripSeats(locator, flight), Links.CheckIn(locator, flight), Links.Receipt(locator), Links.CalendarFile(locator) })
        {
            await visitor.GoAsync(address);
            Assert.True(visitor.Status == 200 && visitor.Answer?.Headers.CacheControl?.NoStore is true, $"{address}: {visitor.Status} {visitor.Answer?.Headers.CacheControl}");
        }
    }

    [Fact]
    public async Task The_files_have_their_types_and_names()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var locator = (await airline.BookAsync(new Party(1, 0, 0))).Booking.Locator;
        using var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(locator.ToString());

        await visitor.GoAsync(Links.Receipt(locator));
        var receipt = (visitor.Answer?.Content.Headers.ContentType?.MediaType, visitor.Answer?.Content.Headers.ContentDisposition?.FileName);
        await visitor.GoAsync(Links.CalendarFile(locator));

        Assert.Equal(("application/pdf", $"Receipt-{locator}.pdf"), receipt);
        Assert.Equal(("text/calendar", $"Trip-{locator}.ics"), (visitor.Answer?.Content.Headers.ContentType?.MediaType, visitor.Answer?.Content.Headers.ContentDisposition?.FileName));
    }

    [Fact]
    public async Task A_second_decline_is_told_once_with_how_long_the_seats_are_kept()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), token: "tok_declined");
        using var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(trip.Booking.Locator.ToString());
        await visitor.SendAsync("payment", ("card", "tok_insufficient_funds"));

        await visitor.GoAsync(visitor.Leads ?? "");

        var notice = Assert.Single(visitor.Page.QuerySelectorAll("main .notice")).TextContent;
        Assert.Contains("not enough money", notice, StringComparison.Ordinal);
        Assert.Contains("Your seats are kept until", notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tok_declined", "This trip is not paid")]
    [InlineData("tok_late_webhook", "Your payment is being settled")]
    public async Task What_is_not_paid_says_so_and_offers_nothing_else(string token, string words)
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), token: token);
        using var visitor = new FormVisitor(airline);

        await visitor.OpenAsync(trip.Booking.Locator.ToString());

        Assert.Contains(words, visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll($"a[href='{Links.CancelTrip(trip.Booking.Locator)}'], a[href*='/seats/'], a[href*='/check-in/']"));
        Assert.Equal(token == "tok_late_webhook", visitor.Page.QuerySelector("main[data-look-again]") is not null);
    }

    [Fact]
    public async Task A_trip_that_is_not_paid_is_paid_on_its_page_wherever_it_was_booked()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), token: "tok_declined");
        using var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(trip.Booking.Locator.ToString());

        await visitor.SendAsync("payment", ("card", "tok_insufficient_funds"));
        Assert.StartsWith(Links.Trip(trip.Booking.Locator), visitor.Leads, StringComparison.Ordinal);
        await visitor.GoAsync(visitor.Leads ?? "");
        Assert.Contains("The payment did not go through", visitor.Text, StringComparison.Ordinal);

        var form = visitor.FieldsOf("payment");
        await visitor.SendAsync(form, ("card", "tok_visa"));
        Assert.Equal((303, Links.Confirmation(trip.Booking.Locator)), (visitor.Status, visitor.Leads));
        await visitor.SendAsync(form, ("card", "tok_visa"));
        Assert.Equal((303, Links.Confirmation(trip.Booking.Locator)), (visitor.Status, visitor.Leads));

        var paid = await airline.ReadAsync(trip.Booking.Id);
        Assert.Equal((BookingStatus.Confirmed, trip.Total.MinorUnits), (paid.State.Status, paid.State.Paid));
        Assert.Single(paid.State.History, entry => entry.What == "confirmed");
        await visitor.GoAsync(Links.Trip(trip.Booking.Locator));
        Assert.Empty(visitor.Page.QuerySelectorAll("form[action$='/payment']"));
    }

    [Fact]
    public async Task Nobody_else_pays_it_and_no_other_site_makes_them()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), token: "tok_declined");
        using var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(trip.Booking.Locator.ToString());
        var form = visitor.FieldsOf("payment");
        using var stranger = new FormVisitor(airline);
        await stranger.GoAsync(Links.Trips);
        var token = stranger.FieldsOf("look-up").Fields.First(field => field.Key == "__RequestVerificationToken").Value;

        await stranger.SendAsync(form, ("card", "tok_visa"), ("__RequestVerificationToken", token));
        Assert.Equal((303, Links.Trips), (stranger.Status, stranger.Leads));
        await visitor.SendAsync(form with { Fields = [.. form.Fields.Where(field => field.Key != "__RequestVerificationToken")] }, ("card", "tok_visa"));
        Assert.Equal(400, visitor.Status);

        Assert.Equal(BookingStatus.PendingPayment, (await airline.ReadAsync(trip.Booking.Id)).State.Status);
    }

    [Fact]
    public async Task What_changed_about_a_flight_is_said_and_one_that_we_do_not_fly_offers_nothing()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), withWayBack: false, tomorrow: true);
        var flight = trip.Sold.Segments.First();
        using var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(trip.Booking.Locator.ToString());
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='{Links.CheckIn(trip.Booking.Locator, flight.FlightId)}']"));

        await airline.ChangeFlightAsync(flight.FlightId, FlightStatus.Delayed, flight.DepartsAt.AddHours(2));
        await visitor.GoAsync(Links.Trip(trip.Booking.Locator));
        Assert.Contains("Delayed, leaves about", visitor.Text, StringComparison.Ordinal);

        await airline.ChangeFlightAsync(flight.FlightId, FlightStatus.Cancelled, null);
        await visitor.GoAsync(Links.Trip(trip.Booking.Locator));
        Assert.Contains("Cancelled by us.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("We do not fly", visitor.Page.QuerySelector(".notice.alert")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Flight cancelled by us", visitor.Page.QuerySelector(".trip-top .tag")?.TextContent);
        Assert.DoesNotContain("check-in", visitor.Page.QuerySelector("main")?.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(visitor.Page.QuerySelectorAll("a[href*='/check-in/'], a[href*='/seats/']"));
        await visitor.GoAsync(Links.CheckIn(trip.Booking.Locator, flight.FlightId));
        Assert.Contains("Nobody can check in for this flight", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_flights_are_on_two_tickets_and_both_are_shown()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        static SliceRequest Way(string from, string to, int days) => new(AirportCode.Parse(from), AirportCode.Parse(to), SomeFlights.Date.AddDays(days));
        var trip = await airline.BookWaysAsync(new Party(1, 0, 0), Way("LHR", "JFK", 0), Way("LHR", "SIN", 0), Way("LGW", "JFK", 14), Way("LHR", "JFK", 60), Way("JFK", "LHR", 67));
        var tickets = trip.State.Passengers[0].Tickets;
        Assert.Equal(2, tickets.Count);
        using var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(trip.Booking.Locator.ToString());

        foreach (var address in new[] { Links.Trip(trip.Booking.Locator), Links.Confirmation(trip.Booking.Locator) })
        {
            await visitor.GoAsync(address);
            foreach (var ticket in tickets) Assert.Contains(ticket.Shown(), visitor.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Seats_and_check_in_of_a_delayed_flight_are_offered_by_when_it_leaves_now()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), withWayBack: false, tomorrow: true);
        var flight = trip.Sold.Segments.First();
        await airline.ChangeFlightAsync(flight.FlightId, FlightStatus.Delayed, flight.DepartsAt.AddHours(4));
        airline.Clock.SetUtcNow(flight.DepartsAt.AddHours(1));
        using var visitor = new FormVisitor(airline);

        await visitor.OpenAsync(trip.Booking.Locator.ToString());
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='{Links.TripSeats(trip.Booking.Locator, flight.FlightId)}']"));
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='{Links.CheckIn(trip.Booking.Locator, flight.FlightId)}']"));

        await airline.ChangeFlightAsync(flight.FlightId, FlightStatus.Cancelled, null);
        await visitor.GoAsync(Links.TripSeats(trip.Booking.Locator, flight.FlightId));
        Assert.Contains("Seats on this flight cannot be changed", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trip_of_one_browser_can_be_one_of_several()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var (one, other) = (await airline.BookAsync(new Party(1, 0, 0)), await airline.BookAsync(new Party(1, 0, 0), withWayBack: false));
        using var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(one.Booking.Locator.ToString());
        await visitor.OpenAsync(other.Booking.Locator.ToString());

        await visitor.GoAsync(Links.Trips);

        Assert.Equal([Links.Trip(other.Booking.Locator), Links.Trip(one.Booking.Locator)], visitor.Page.QuerySelectorAll(".lines a").Select(link => link.GetAttribute("href")));
    }
}
