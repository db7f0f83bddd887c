using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Bookings;

/// <summary>The receipt of a booking as a PDF: who flew where with which ticket, what it cost item by item, what was paid and what went back.</summary>
public sealed class ReceiptDocument(Brand brand, AirportDirectories directories)
{
    public const string ContentType = "application/pdf";

    public static string FileName(RecordLocator locator) => $"Receipt-{locator}.pdf";

    public byte[] Draw(BookingDetails details)
    {
        // Only when all is written is it known how many pages there are: so it is written once to count and once to keep.
        using var draft = Write(details, 0);
        draft.Finish();
        using var paper = Write(details, draft.Pages);
        return paper.Finish();
    }

    private ReceiptPaper Write(BookingDetails details, int pages)
    {
        var (booking, places) = (details.Booking, directories.Current);
        var paper = new ReceiptPaper($"Receipt {booking.Locator}", $"{brand.Name}, flight code {brand.Code}. Booking {booking.Locator}.", booking.ConfirmedAt ?? booking.CreatedAt, pages);
        paper.Title(brand.Name, $"Receipt {booking.Locator}");
        paper.Words($"Booked {Day(details, booking.CreatedAt)}. {StatusWords(details)}");
        if (brand.Notice is { } notice) paper.Words(notice, strong: true);
        WriteFlights(paper, details.Sold, places);
        WritePassengers(paper, details);
        WritePrice(paper, TripPrice.Of(details));
        WritePayments(paper, details);
        return paper;
    }

    private static void WriteFlights(ReceiptPaper paper, SoldTrip sold, AirportDirectory places)
    {
        paper.Section("Flights");
        foreach (var segment in sold.Segments)
        {
            paper.Row(
                $"{FlightText.Number(segment.FlightNumber)}, {PlaceText.City(places, segment.Origin)} {segment.Origin} to {PlaceText.City(places, segment.Destination)} {segment.Destination}",
                TimeText.DayAndYear(DateOnly.FromDateTime(segment.DepartingAt)),
                $"Leaves {TimeText.Clock(segment.DepartingAt)}, arrives {Arrival(segment)}. {PartyText.Capitalised(PartyText.Name(sold.Cabin))} {sold.Family}, class {segment.BookingClass}.");
        }
    }

    private static void WritePassengers(ReceiptPaper paper, BookingDetails details)
    {
        paper.Section("Passengers and tickets");
        foreach (var passenger in details.Passengers)
        {
            var (traveller, state) = (details.Travellers[passenger.Position], details.State.Passengers[passenger.Position]);
            var seats = details.Sold.Segments.Where(segment => state.Seats.ContainsKey(segment.FlightId))
                .Select(segment => $"{state.Seats[segment.FlightId]} on {FlightText.Number(segment.FlightNumber)}").ToList();
            var tickets = state.Tickets.Count == 0 ? "No ticket" : $"Ticket {string.Join(", ", state.Tickets.Select(ticket => ticket.Shown()))}";
            // The typeface has no letters of every script; what it cannot write stands as on the ticket.
            var name = traveller.Shown();
            paper.Row(
                ReceiptPaper.CanWrite(name) ? name : traveller.OnTicket(), PartyText.Capitalised(PartyText.Name(passenger.Type)),
                seats.Count == 0 ? $"{tickets}." : $"{tickets}. Seats: {string.Join(", ", seats)}.");
        }
    }

    private static void WritePrice(ReceiptPaper paper, TripPrice price)
    {
        paper.Section("Price");
        foreach (var fare in price.Fares) paper.Row(fare.Words, MoneyText.Exact(fare.Amount));
        if (price.Taxes.Count > 0) paper.Row("Taxes and charges", MoneyText.Exact(price.TaxesTotal));
        foreach (var tax in price.Taxes) paper.Row($"{tax.Words} ({tax.Code})", MoneyText.Exact(tax.Amount), indented: true);
        if (price.Seats.Count > 0) paper.Row("Chosen seats", MoneyText.Exact(price.SeatsTotal));
        foreach (var seat in price.Seats) paper.Row(seat.Words, MoneyText.Exact(seat.Amount), indented: true);
        paper.Row("Total", MoneyText.Exact(price.Total), strong: true);
    }

    private static void WritePayments(ReceiptPaper paper, BookingDetails details)
    {
        var (booking, state) = (details.Booking, details.State);
        Money Of(long minor) => new(minor, booking.Currency);
        paper.Section("Payments");
        if (state.Paid == 0) paper.Words("Nothing has been paid.");
        else paper.Row($"Paid {Day(details, booking.ConfirmedAt ?? booking.CreatedAt)}", MoneyText.Exact(Of(state.Paid)));
        if (state.Refund is { } refund)
        {
            var open = refund.Amount - state.Refunded;
            if (state.Refunded > 0) paper.Row(refund.DoneAt is { } done ? $"Refunded {Day(details, done)}" : "Refunded", MoneyText.Exact(Of(-state.Refunded)));
            if (open > 0) paper.Row($"Refund on its way, on your statement by {Day(details, refund.PromisedBy)}", MoneyText.Exact(Of(-open)));
            paper.Row("Kept by the airline and passed on as taxes", MoneyText.Exact(Of(state.Paid - refund.Amount)), strong: true);
        }
    }

    private static string StatusWords(BookingDetails details) => details.State.Status switch
    {
        BookingStatus.PendingPayment => "Payment is not complete: this is not a proof of payment.",
        BookingStatus.Confirmed => "Confirmed and paid.",
        BookingStatus.Failed => "Not paid, and its seats were given back.",
        BookingStatus.Cancelled => "Cancelled, a refund is on its way.",
        BookingStatus.Refunded => "Cancelled.",
    };

    private static string Arrival(OfferSegment segment)
    {
        var (leaves, arrives) = (DateOnly.FromDateTime(segment.DepartingAt), DateOnly.FromDateTime(segment.ArrivingAt));
        return leaves == arrives ? TimeText.Clock(segment.ArrivingAt) : $"{TimeText.Clock(segment.ArrivingAt)} on {TimeText.Day(arrives)}";
    }

    // As everywhere in a trip, dates are those where it begins.
    private static string Day(BookingDetails details, DateTimeOffset at) => TimeText.DayAndYear(at, details.Sold.Segments.First().OriginTimeZone);
}
