using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Bookings;

/// <summary>What somebody sees who has just paid: the trip and what happens next; or that the bank has not answered yet.</summary>
public partial class ConfirmationPage(BrowserBookings trips, AirportDirectories directories, IOptions<AirlineOptions> airline, NavigationManager navigation)
{
    // Who is there then boards without hurry.
    private static readonly TimeSpan AtTheGate = TimeSpan.FromMinutes(25);

    private BookingDetails? _details;
    private IReadOnlyList<OfferSegment> _flights = [];
    private IReadOnlyList<(string What, string When)> _next = [];
    private string _title = "", _bookedAt = "", _freeWords = "", _keptUntil = "", _where = "";
    private Money _paid;

    [Parameter]
    public string Locator { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Http is null) return;
        _details = await trips.FindAsync(Http, Locator, Http.RequestAborted);
        if (_details is not { } details)
        {
            // Its reference and a surname open it.
            navigation.NavigateTo(Links.Trips);
            return;
        }
        // Without a script the page asks again by itself.
        if (details is { State.Status: BookingStatus.PendingPayment, Booking.KeptUntil: null }) Http.Response.Headers["Refresh"] = "3";
        var (places, sold) = (directories.Current, details.Sold);
        var first = sold.Slices[0].Segments[0];
        _title = $"You’re going to {TripWords.Where(details, places)}";
        _flights = [.. sold.Segments.Where(segment => !segment.SameAircraft)];
        _paid = new Money(details.State.Paid, details.Booking.Currency);
        _where = PlaceText.City(places, first.Origin);
        if (details.Booking.KeptUntil is { } kept) _keptUntil = $"{TimeText.Clock(AirportClock.ToLocal(kept, first.OriginTimeZone))}, {_where} time";
        _bookedAt = TimeText.DayAndClock(details.Booking.ConfirmedAt ?? details.Booking.CreatedAt, first.OriginTimeZone);
        _next =
        [
            ("Check-in opens", TimeText.DayAndClock(first.DepartsAt - CheckInWindow.OpensBefore, first.OriginTimeZone)),
            ("At the gate by", TimeText.DayAndClock(first.DepartsAt - AtTheGate, first.OriginTimeZone)),
            ($"Leave {PlaceText.City(places, first.Origin)}", TimeText.DayAndClock(first.DepartsAt, first.OriginTimeZone)),
        ];
        _freeWords = TripWords.FreeUntil(details, airline.Value.FreeCancellationHours) is { } until
            ? $"Until {TimeText.DayAndClock(until, first.OriginTimeZone)} you can cancel and get everything back."
            : "You can look at what cancelling gives back before you decide.";
    }
}
