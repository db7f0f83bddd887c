using AirlineBooking.Domain;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Bookings;
using AirlineBooking.Web.Tests.Support;
using AirlineBooking.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Tests.Bookings;

public sealed class CancelTripPageTests
{
    [Fact]
    public async Task What_comes_back_is_shown_first_and_is_what_comes_back()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(2, 0, 0), tomorrow: true);
        using var visitor = await AtCancelAsync(airline, trip);

        await visitor.SendAsync("quote", ("what", "all"));
        Assert.Equal(BookingStatus.Confirmed, (await airline.ReadAsync(trip.Booking.Id)).State.Status);
        var shown = visitor.Page.QuerySelector(".what-back .total td")?.TextContent;
        await visitor.SendAsync("confirm");

        Assert.Equal((302, Links.Trip(trip.Booking.Locator)), (visitor.Status, visitor.Leads is { } to ? new Uri(airline.Address, to).AbsolutePath : null));
        var after = await airline.ReadAsync(trip.Booking.Id);
        Assert.Equal(BookingStatus.Cancelled, after.State.Status);
        Assert.Equal(shown, MoneyText.Exact(new(after.State.Refund?.Amount ?? 0, trip.Booking.Currency)));
    }

    [Fact]
    public async Task The_lines_add_up()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        using var visitor = await AtCancelAsync(airline, await airline.BookAsync(new Party(1, 0, 0), tomorrow: true));

        await visitor.SendAsync("quote", ("what", "way-0"));

        var amounts = visitor.Page.QuerySelectorAll(".what-back td").Select(cell => decimal.Parse(cell.TextContent.Replace("£", "", StringComparison.Ordinal).Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(amounts.Count > 2);
        Assert.Equal(amounts[^1], amounts[..^1].Sum());
    }

    [Fact]
    public async Task A_trip_that_we_do_not_fly_gives_everything_back_and_says_why()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), tomorrow: true);
        await airline.ChangeFlightAsync(trip.Sold.Segments.First().FlightId, FlightStatus.Cancelled, null);
        using var visitor = await AtCancelAsync(airline, trip);

        await visitor.SendAsync("quote", ("what", "all"));

        Assert.Equal(MoneyText.Exact(trip.Total), visitor.Page.QuerySelector(".what-back .total td")?.TextContent);
        Assert.Contains("We cancelled a flight of this trip, so everything comes back", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_cancels_once()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0));
        using var visitor = await AtCancelAsync(airline, trip);
        await visitor.SendAsync("quote", ("what", "all"));
        var form = visitor.FieldsOf("confirm");

        await visitor.SendAsync(form);
        var first = (visitor.Status, visitor.Leads);
        await visitor.SendAsync(form);

        Assert.Equal(first, (visitor.Status, visitor.Leads));
        await using var db = await airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();
        Assert.Equal(1, await db.Set<Refund>().CountAsync(refund => refund.BookingId == trip.Booking.Id));
    }

    [Theory]
    [InlineData("way-1", 1)]
    [InlineData("person-1", 2)]
    public async Task One_way_or_one_person_leaves_the_rest(string what, int coupons)
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(what == "way-1" ? 1 : 2, 0, 0));
        using var visitor = await AtCancelAsync(airline, trip);
        await visitor.SendAsync("quote", ("what", what));

        await visitor.SendAsync("confirm");

        var after = await airline.ReadAsync(trip.Booking.Id);
        Assert.Equal(BookingStatus.Confirmed, after.State.Status);
        Assert.Equal(coupons, after.State.Passengers.SelectMany(passenger => passenger.Coupons).Count(coupon => coupon.Status is CouponStatus.Refunded));
    }

    [Fact]
    public async Task An_amount_that_is_too_old_cancels_nothing_and_says_so()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0));
        using var visitor = await AtCancelAsync(airline, trip);
        await visitor.SendAsync("quote", ("what", "all"));
        airline.Clock.Advance(CancellationQuote.Lifetime);

        await visitor.SendAsync("confirm");

        Assert.Equal(422, visitor.Status);
        Assert.Contains("Nothing was cancelled", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(BookingStatus.Confirmed, (await airline.ReadAsync(trip.Booking.Id)).State.Status);
    }

    [Fact]
    public async Task A_cancelled_trip_has_nothing_to_cancel_and_says_when_the_money_comes()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0));
        await airline.CancelAsync(trip.Booking.Id);
        using var visitor = await AtCancelAsync(airline, trip);

        Assert.Contains("There is nothing left to cancel", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync(Links.Trip(trip.Booking.Locator));
        Assert.Contains($"This trip is cancelled{MoneyText.Exact(trip.Total)} comes back to the card you paid with, by ", visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("#h-do"));
        Assert.Equal("h-back", visitor.Page.QuerySelector(".side h2")?.Id);
    }

    [Fact]
    public async Task Pages_and_receipt_say_one_and_the_same_day_for_the_refund()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookWaysAsync(new Party(1, 0, 0), new SliceRequest(AirportCode.Parse("JFK"), AirportCode.Parse("LHR"), SomeFlights.Date.AddDays(67)));
        // Two in the morning UTC is the evening before in New York.
        airline.Clock.SetUtcNow(new DateTimeOffset(airline.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(2), TimeSpan.Zero));
        using var visitor = await AtCancelAsync(airline, trip);

        await visitor.SendAsync("quote", ("what", "all"));
        var promised = visitor.Text;
        await visitor.SendAsync("confirm");
        var after = await airline.ReadAsync(trip.Booking.Id);
        await visitor.GoAsync(Links.Trip(trip.Booking.Locator));

        var day = TimeText.DayAndYear(after.State.Refund?.PromisedBy ?? default, "America/New_York");
        Assert.Contains($"On your statement by {day}", promised, StringComparison.Ordinal);
        Assert.Contains($"By {day}", visitor.Text, StringComparison.Ordinal);
        Assert.Contains($"by {day}", string.Concat(PdfText.PagesOf(airline.Get<ReceiptDocument>().Draw(after))), StringComparison.Ordinal);
    }

    private static async Task<FormVisitor> AtCancelAsync(RunningAirline airline, BookingDetails trip)
    {
        var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(trip.Booking.Locator.ToString());
        await visitor.GoAsync(Links.CancelTrip(trip.Booking.Locator));
        return visitor;
    }
}
