using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Bookings;
using AirlineBooking.Web.Tests.Support;
using AirlineBooking.Web.Ui;
using Ical.Net;
using Ical.Net.CalendarComponents;

namespace AirlineBooking.Web.Tests.Bookings;

public sealed class TripDocumentsTests
{
    [Fact]
    public async Task The_lines_of_the_price_add_up_to_what_was_paid()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var price = TripPrice.Of(await airline.BookAsync(new Party(2, 1, 1), seats: ["41D", "41E", "41G"]));

        var lines = price.Fares.Concat(price.Taxes).Concat(price.Seats).ToList();
        Assert.Equal(price.Total.MinorUnits, lines.Sum(line => line.Amount.MinorUnits));
        Assert.Equal(price.TaxesTotal.MinorUnits, price.Taxes.Sum(line => line.Amount.MinorUnits));
        Assert.Equal(3, price.Fares.Count);
    }

    [Fact]
    public async Task A_receipt_has_every_ticket_tax_seat_and_sum_in_it_as_text()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var details = await airline.BookAsync(new Party(2, 1, 1), seats: ["41D", "41E", "41G"]);

        var words = string.Concat(PdfText.PagesOf(Receipt(airline, details)));

        var price = TripPrice.Of(details);
        foreach (var line in price.Fares.Concat(price.Taxes).Concat(price.Seats))
        {
            Assert.Contains(line.Words, words, StringComparison.Ordinal);
            Assert.Contains(MoneyText.Exact(line.Amount), words, StringComparison.Ordinal);
        }
        Assert.Contains(MoneyText.Exact(details.Total), words, StringComparison.Ordinal);
        foreach (var ticket in details.State.Passengers.SelectMany(passenger => passenger.Tickets)) Assert.Contains(ticket.Shown(), words, StringComparison.Ordinal);
        Assert.Contains("Zoë O’Brien-Łuczak", words, StringComparison.Ordinal);
        Assert.Contains(Brand.SandboxWords, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_the_typeface_cannot_write_stands_as_on_the_ticket()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var details = await airline.BookAsync(new Party(4, 0, 0), withWayBack: false);

        var words = string.Concat(PdfText.PagesOf(Receipt(airline, details)));

        Assert.Contains(details.Travellers[3].OnTicket(), words, StringComparison.Ordinal);
        Assert.DoesNotContain("Βασιλική", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_receipt_goes_on_and_numbers_its_pages()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var details = await airline.BookAsync(new Party(6, 3, 0));

        var pages = PdfText.PagesOf(Receipt(airline, details));

        Assert.True(pages.Count > 1);
        Assert.Contains($"Page 1 of {pages.Count}", pages[0], StringComparison.Ordinal);
        Assert.Contains($"Page {pages.Count} of {pages.Count}", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_after_cancelling_says_what_goes_back_and_what_is_kept()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var booked = await airline.BookAsync(new Party(1, 0, 0), tomorrow: true);
        await airline.SettleAsync();
        await airline.CancelAsync(booked.Booking.Id);
        var details = await airline.ReadAsync(booked.Booking.Id);

        var words = string.Concat(PdfText.PagesOf(Receipt(airline, details)));

        var refund = details.State.Refund?.Amount ?? 0;
        Assert.True(refund > 0);
        Assert.Contains(MoneyText.Exact(new Money(-refund, details.Booking.Currency)), words, StringComparison.Ordinal);
        Assert.Contains(MoneyText.Exact(new Money(details.State.Paid - refund, details.Booking.Currency)), words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_has_an_event_for_each_flight_at_the_local_times_of_both_ends()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var details = await airline.BookAsync(new Party(1, 0, 0));

        var events = EventsOf(airline, details);

        Assert.Equal(details.Sold.Segments.Select(segment => segment.DepartsAt.UtcDateTime), events.Select(one => one.Start?.AsUtc ?? default));
        Assert.Equal(details.Sold.Segments.Select(segment => segment.ArrivesAt.UtcDateTime), events.Select(one => one.End?.AsUtc ?? default));
        Assert.Equal(("Europe/London", "America/New_York"), (events[0].Start?.TzId, events[0].End?.TzId));
        Assert.All(events, one => Assert.Equal("CONFIRMED", one.Status));
    }

    [Fact]
    public async Task A_flight_that_was_cancelled_is_the_same_event_and_says_so()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var before = await airline.BookAsync(new Party(1, 0, 0));
        await airline.SettleAsync();
        await airline.CancelAsync(before.Booking.Id, slices: [1]);
        var after = await airline.ReadAsync(before.Booking.Id);

        var (old, now) = (EventsOf(airline, before), EventsOf(airline, after));

        Assert.Equal(old.Select(one => one.Uid), now.Select(one => one.Uid));
        Assert.Equal(["CONFIRMED", "CANCELLED"], now.Select(one => one.Status));
        Assert.True(now[1].Sequence > old[1].Sequence);
    }

    private static byte[] Receipt(RunningAirline airline, BookingDetails details) => airline.Get<ReceiptDocument>().Draw(details);

    private static List<CalendarEvent> EventsOf(RunningAirline airline, BookingDetails details)
    {
        var calendar = Calendar.Load(airline.Get<TripCalendar>().Write(details));
        Assert.NotNull(calendar);
        return [.. calendar.Events];
    }
}
