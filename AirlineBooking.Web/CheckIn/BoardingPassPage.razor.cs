using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.CheckIn;

/// <summary>A boarding pass to show, to print or to keep on a phone. One that is no longer good for boarding is not shown.</summary>
public partial class BoardingPassPage(BrowserBookings bookings, FindBoardingPasses findPasses, ReadBoardingPass readPass, AirportDirectories directories, NavigationManager navigation)
{
    private readonly List<ShownBoardingPass> _others = [];
    private BookingDetails? _trip;
    private ShownBoardingPass? _pass;
    private int _place, _count;

    [Parameter]
    public string Locator { get; set; } = "";

    [Parameter]
    public string Pass { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places { get; set; } = AirportDirectory.Empty;

    protected override async Task OnInitializedAsync()
    {
        if (Http is not { } http || await bookings.FindAsync(http, Locator, http.RequestAborted) is not { } trip) return;
        if (!BoardingPassId.TryParse(Pass, out var id) || await readPass.RunAsync(trip.Booking.Id, id, http.RequestAborted) is not { } pass)
        {
            navigation.NotFound();
            return;
        }
        Places = directories.Current;
        foreach (var one in await findPasses.RunAsync(trip.Booking.Id, http.RequestAborted))
        {
            if (await readPass.RunAsync(trip.Booking.Id, one.Id, http.RequestAborted) is not { } good) continue;
            _count++;
            if (good.Id == id) _place = _count;
            else _others.Add(good);
        }
        (_pass, _trip) = (pass, trip);
    }

    private string Name(ShownBoardingPass pass) => _trip is { } trip ? trip.Travellers[trip.Passengers.First(one => one.Id == pass.PassengerId).Position].Shown() : "";

    private static string Arrival(ShownBoardingPass pass)
    {
        var days = DateOnly.FromDateTime(pass.Flight.ArrivingAt).DayNumber - DateOnly.FromDateTime(pass.Flight.DepartingAt).DayNumber;
        return TimeText.Clock(pass.Flight.ArrivingAt) + (days == 0 ? "" : $" {FlightText.DayShift(days)}");
    }

    private static TimeSpan Duration(ShownBoardingPass pass) => pass.Flight.ArrivesAt - pass.Flight.DepartsAt;
}
