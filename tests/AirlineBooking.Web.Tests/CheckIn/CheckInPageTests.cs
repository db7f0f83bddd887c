using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.CheckIn;

public sealed class CheckInPageTests
{
    private static readonly (string, string)[] Passport =
        [("document-0-number", "x 1234567"), ("document-0-nationality", "Ireland"), ("document-0-issuingCountry", "IE"), ("document-0-expiresOn", "2031-05-01")];

    [Fact]
    public async Task Before_it_opens_the_page_says_when_it_does()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0));

        using var visitor = await AtCheckInAsync(airline, trip);

        Assert.Contains("Check-in opens Fri 29 Jan, 10:00", visitor.Text, StringComparison.Ordinal);
        Assert.True(visitor.Page.QuerySelector("form.check-in")?.HasAttribute("hidden"));
    }

    [Fact]
    public async Task With_a_passport_typed_as_people_type_it_the_boarding_pass_is_next()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), withWayBack: false, tomorrow: true);
        using var visitor = await AtCheckInAsync(airline, trip);

        await visitor.SendAsync("check-in", Passport);
        Assert.True(visitor.Status == 302, visitor.Text);
        await visitor.GoAsync(visitor.Leads ?? "");

        Assert.Equal((200, true), (visitor.Status, visitor.Answer?.Headers.CacheControl?.NoStore));
        Assert.Contains($"{trip.Travellers[0].TicketFamilyName} / ZOE", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector(".pass svg.code title"));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(2, 0, 0), withWayBack: false, tomorrow: true);
        using var visitor = await AtCheckInAsync(airline, trip);
        (string, string)[] wrong = [("document-0-number", "X1234567"), ("document-0-nationality", "Atlantis"), ("document-0-issuingCountry", "Ireland"), ("document-0-expiresOn", "2020-01-01")];

        await visitor.SendAsync("check-in", [("who", trip.Passengers[0].Id.ToString()), .. wrong]);

        Assert.Equal(422, visitor.Status);
        Assert.NotNull(visitor.Page.QuerySelector("#document-0-nationality-problem"));
        Assert.NotNull(visitor.Page.QuerySelector("#document-0-expiresOn-problem"));
        Assert.Null(visitor.Page.QuerySelector("#document-0-number-problem"));
        foreach (var (name, value) in wrong) Assert.Equal(value, visitor.Page.GetElementById(name)?.GetAttribute("value"));
        Assert.Equal([trip.Passengers[0].Id.ToString()], visitor.Page.QuerySelectorAll("input[name=who][checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task A_document_that_is_missing_is_asked_for_by_name()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), withWayBack: false, tomorrow: true);
        using var visitor = await AtCheckInAsync(airline, trip);

        await visitor.SendAsync("check-in");

        Assert.Equal(422, visitor.Status);
        Assert.NotNull(visitor.Page.QuerySelector("#document-0-number-problem"));
    }

    [Fact]
    public async Task An_infant_checks_in_with_its_lap_and_each_of_the_family_has_a_pass()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 1, 1), withWayBack: false, tomorrow: true);
        using var visitor = await AtCheckInAsync(airline, trip);
        var everybody = Enumerable.Range(0, 3).SelectMany(i => Passport.Select(field => (field.Item1.Replace("-0-", $"-{i}-", StringComparison.Ordinal), field.Item2)));

        await visitor.SendAsync("check-in", [("who", trip.Passengers[0].Id.ToString()), ("who", trip.Passengers[1].Id.ToString()), .. everybody]);
        await visitor.GoAsync(visitor.Leads ?? "");

        Assert.Contains("1 of 3", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("On a lap", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_checks_in_once()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), withWayBack: false, tomorrow: true);
        using var visitor = await AtCheckInAsync(airline, trip);
        var form = visitor.FieldsOf("check-in");

        await visitor.SendAsync(form, Passport);
        var first = visitor.Leads;
        await visitor.SendAsync(form, Passport);

        Assert.NotNull(first);
        Assert.Single((await airline.ReadAsync(trip.Booking.Id)).State.History, entry => entry.What == "checked_in");
    }

    [Fact]
    public async Task A_pass_is_for_nobody_else_and_not_for_a_cancelled_flight()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), withWayBack: false, tomorrow: true);
        var address = Links.BoardingPass(trip.Booking.Locator, (await airline.CheckInAsync(trip))[0]);
        using var stranger = new FormVisitor(airline);

        await stranger.GoAsync(address);

        Assert.Contains("Type its reference and a surname", stranger.Text, StringComparison.Ordinal);
        Assert.Empty(stranger.Page.QuerySelectorAll("svg.code"));
        var other = await airline.BookAsync(new Party(1, 0, 0), withWayBack: false);
        await stranger.OpenAsync(other.Booking.Locator.ToString());
        await stranger.GoAsync(address.Replace(trip.Booking.Locator.ToString(), other.Booking.Locator.ToString(), StringComparison.Ordinal));
        Assert.Equal(404, stranger.Status);
    }

    private static async Task<FormVisitor> AtCheckInAsync(RunningAirline airline, BookingDetails trip)
    {
        var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(trip.Booking.Locator.ToString());
        await visitor.GoAsync(Links.CheckIn(trip.Booking.Locator, trip.Sold.Segments.First().FlightId));
        return visitor;
    }
}
