using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Tests.Browser;
using AirlineBooking.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Bookings;

/// <summary>Trips in every state on one airline, and a browser to look at them with.</summary>
public sealed class TripStates : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly Dictionary<string, BookingDetails> _trips = [];
    private readonly Dictionary<string, string> _passes = [];

    public static readonly string[] Names =
    [
        "lookup", "lookup to mend", "unseen", "trip", "trip with stops", "confirmation with stops", "trip not paid", "trip waiting", "trip cancelled", "trip checked in", "trip declined again", "trip not booked", "trip delayed", "trip not flown", "cancel", "what comes back", "everything comes back", "seats", "seat refused",
        "check-in too early", "check-in", "check-in to mend", "boarding pass",
    ];

    public RunningAirline Airline { get; private set; } = null!; // Set before any test runs.

    public async Task InitializeAsync()
    {
        Airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        _trips["family"] = await Airline.BookAsync(new Party(2, 1, 1), family: FareFamily.Classic, seats: ["41D", "41E", "41G"]);
        await Airline.WriteAsync((db, cancel) => SomeFlights.AddStopsAsync(db, Airline.Clock.GetUtcNow(), cancel));
        _trips["stops"] = await Airline.BookAsync(new Party(2, 1, 1), from: "OSL", to: "SYD", familyName: "von Wittgenstein-Sayn");
        _trips["declined"] = await Airline.BookAsync(new Party(1, 0, 0), token: "tok_declined");
        _trips["waiting"] = await Airline.BookAsync(new Party(1, 0, 0), token: "tok_late_webhook");
        _trips["cancelled"] = await Airline.BookAsync(new Party(1, 0, 0));
        await Airline.CancelAsync(_trips["cancelled"].Booking.Id);
        _trips["leaving"] = await Airline.BookAsync(new Party(1, 0, 1), withWayBack: false, tomorrow: true);
        _trips["boarding"] = await Airline.BookAsync(new Party(1, 0, 1), withWayBack: false, tomorrow: true);
        var passes = await Airline.CheckInAsync(_trips["boarding"]);
        _passes["first"] = Links.BoardingPass(_trips["boarding"].Booking.Locator, passes[0]);
        _trips["again"] = await Airline.BookAsync(new Party(1, 0, 0), token: "tok_declined");
        _trips["delayed"] = await Airline.BookAsync(new Party(1, 0, 0), withWayBack: false, tomorrow: true, nth: 1);
        var delayed = _trips["delayed"].Sold.Segments.First();
        await Airline.ChangeFlightAsync(delayed.FlightId, FlightStatus.Delayed, delayed.DepartsAt.AddHours(2));
        _trips["not flown"] = await Airline.BookAsync(new Party(1, 0, 0), withWayBack: false, tomorrow: true, nth: 2);
        await Airline.ChangeFlightAsync(_trips["not flown"].Sold.Segments.Last().FlightId, FlightStatus.Cancelled, null);
        _trips["not booked"] = await Airline.BookAsync(new Party(1, 0, 0), token: "tok_declined");
        await Airline.Get<Writes>().RunAsync((db, cancel) => db.Bookings.Where(one => one.Id == _trips["not booked"].Booking.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, BookingStatus.Failed).SetProperty(one => one.KeptUntil, (DateTimeOffset?)null), cancel));
        (_playwright, _browser) = await Chromium.LaunchAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Airline.DisposeAsync();
    }

    /// <summary>A window that shows a state.</summary>
    public async Task<Visit> OpenAsync(string name, bool javaScript = true)
    {
        var visit = await Visit.BeginAsync(_browser ?? throw new InvalidOperationException("The browser is not open."), Airline.Address, javaScript, 1440, dark: false);
        await (name switch
        {
            "lookup" => visit.GoAsync(Links.Trips),
            "lookup to mend" => LookUpAsync(visit, "K0", "Nobody"),
            "unseen" => visit.GoAsync(Links.Trip(RecordLocator.Parse("ZZZZZ9"))),
            "trip" => TripAsync(visit, "family"),
            "trip with stops" => TripAsync(visit, "stops"),
            "confirmation with stops" => AtAsync(visit, "stops", Links.Confirmation(_trips["stops"].Booking.Locator)),
            "trip not paid" => TripAsync(visit, "declined"),
            "trip waiting" => TripAsync(visit, "waiting"),
            "trip cancelled" => TripAsync(visit, "cancelled"),
            "trip checked in" => TripAsync(visit, "boarding"),
            "trip declined again" => DeclinedAsync(visit),
            "trip not booked" => TripAsync(visit, "not booked"),
            "trip delayed" => TripAsync(visit, "delayed"),
            "trip not flown" => TripAsync(visit, "not flown"),
            "cancel" => AtAsync(visit, "family", Links.CancelTrip(_trips["family"].Booking.Locator)),
            "what comes back" => QuoteAsync(visit, "family", "Only the way back"),
            "everything comes back" => QuoteAsync(visit, "not flown", "The whole trip"),
            "seats" => LiveSeatsAsync(visit),
            "seat refused" => RefusedSeatAsync(visit),
            "check-in too early" => AtAsync(visit, "family", CheckInOf("family")),
            "check-in" => AtAsync(visit, "leaving", CheckInOf("leaving")),
            "check-in to mend" => WrongDocumentAsync(visit),
            "boarding pass" => AtAsync(visit, "boarding", _passes["first"]),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        });
        return visit;
    }

    private static async Task LookUpAsync(Visit visit, string locator, string surname)
    {
        await visit.GoAsync(Links.Trips);
        await visit.Page.FillAsync("#locator", locator);
        await visit.Page.FillAsync("#surname", surname);
        await visit.Page.ClickAsync("main form button[type=submit]");
    }

    private async Task TripAsync(Visit visit, string trip)
    {
        await LookUpAsync(visit, _trips[trip].Booking.Locator.ToString(), _trips[trip].Travellers[0].FamilyName);
        await visit.Page.ArrivesAtAsync(Links.Trip(_trips[trip].Booking.Locator));
    }

    private async Task AtAsync(Visit visit, string trip, string address)
    {
        await TripAsync(visit, trip);
        await visit.GoAsync(address);
    }

    private async Task DeclinedAsync(Visit visit)
    {
        await TripAsync(visit, "again");
        await visit.Page.GetByText("A card that is declined").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pay £" }).ClickAsync();
        await visit.Page.GetByText("The payment did not go through").WaitForAsync();
    }

    private async Task QuoteAsync(Visit visit, string trip, string what)
    {
        await AtAsync(visit, trip, Links.CancelTrip(_trips[trip].Booking.Locator));
        await visit.Page.GetByText(what).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show what comes back" }).ClickAsync();
        await visit.Page.Locator("#h-back").WaitForAsync();
    }

    private async Task LiveSeatsAsync(Visit visit)
    {
        await AtAsync(visit, "family", SeatsOf("family"));
        await visit.IsLiveAsync();
    }

    private async Task RefusedSeatAsync(Visit visit)
    {
        await AtAsync(visit, "family", SeatsOf("family"));
        // Whoever writes into the page what it does not offer.
        await visit.Page.EvaluateAsync("document.querySelector('#seat').append(new Option('1A', '1A'))");
        await visit.Page.SelectOptionAsync("#seat", "1A");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Change seat" }).ClickAsync();
        await visit.Page.Locator(".notice.alert").WaitForAsync();
    }

    private async Task WrongDocumentAsync(Visit visit)
    {
        await AtAsync(visit, "leaving", CheckInOf("leaving"));
        await visit.Page.FillAsync("#document-0-nationality", "Atlantis");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check in" }).ClickAsync();
        await visit.Page.Locator(".error").First.WaitForAsync();
    }

    private string SeatsOf(string trip) => Links.TripSeats(_trips[trip].Booking.Locator, _trips[trip].Sold.Segments.First().FlightId);

    private string CheckInOf(string trip) => Links.CheckIn(_trips[trip].Booking.Locator, _trips[trip].Sold.Segments.First().FlightId);
}
