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
    private static readonly TimeSpan CheckInOpens = TimeSpan.FromHours(24);

    // Who is there then boards without hurry.
    private static readonly TimeSpan AtTheGate = TimeSpan.FromMinutes(25);

    private BookingDetails? _details;
    private IReadOnlyList<OfferSegment> _flights = [];
    private IReadOnlyList<(string What, string When)> _next = [];
    private string _title = "", _bookedAt = "", _freeWords = "";
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
        var farthest = sold.Slices[(sold.Slices.Count - 1) / 2].Destination;
        _title = $"You’re going to {PlaceText.City(places, farthest)}";
        _flights = [.. sold.Segments.Where(segment => !segment.SameAircraft)];
        _paid = new Money(details.State.Paid, details.Booking.Currency);
        _bookedAt = At((details.Booking.ConfirmedAt ?? details.Booking.CreatedAt), first.OriginTimeZone);
        _next =
        [
            ("Check-in opens", At(first.DepartsAt - CheckInOpens, first.OriginTimeZone)),
            ("At the gate by", At(first.DepartsAt - AtTheGate, first.OriginTimeZone)),
            ($"Leave {PlaceText.City(places, first.Origin)}", At(first.DepartsAt, first.OriginTimeZone)),
        ];
        var confirmed = details.Booking.ConfirmedAt ?? details.Booking.CreatedAt;
        var freeUntil = confirmed + TimeSpan.FromHours(airline.Value.FreeCancellationHours);
        _freeWords = first.DepartsAt - confirmed >= SoldConditions.FreeWhenBookedAhead
            ? $"Until {At(freeUntil, first.OriginTimeZone)} you can cancel and get everything back."
            : "You can look at what cancelling gives back before you decide.";
    }

    private static string At(DateTimeOffset instant, string zone)
    {
        var local = AirportClock.ToLocal(instant, zone);
        return $"{TimeText.Day(DateOnly.FromDateTime(local))}, {TimeText.Clock(local)}";
    }

    // 901 2400178312, as tickets are read out.
    private static string TicketText(TicketNumber ticket) => ticket.ToString() is { Length: > 3 } text ? $"{text[..3]} {text[3..]}" : ticket.ToString();
}
