using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Bookings;

/// <summary>A trip as it stands: flights, people, money, what happened, and what can be done now or why not.</summary>
public partial class TripPage(BrowserBookings bookings, TripFlights tripFlights, AirportDirectories directories, IEnumerable<IPaymentGateway> gateways, IOptions<AirlineOptions> airline, TimeProvider clock)
{
    private BookingDetails? _trip;
    private TripPrice? _price;
    private IReadOnlyList<TripFlight> _flights = [];
    private string _zone = "UTC", _where = "";

    [Parameter]
    public string Locator { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places { get; set; } = AirportDirectory.Empty;

    protected override async Task OnParametersSetAsync()
    {
        if (Http is not { } http || await bookings.FindAsync(http, Locator, http.RequestAborted) is not { } trip) return;
        Places = directories.Current;
        _flights = await tripFlights.ReadAsync(trip, http.RequestAborted);
        _price = TripPrice.Of(trip);
        (_zone, _where) = (trip.Sold.Segments.First().OriginTimeZone, PlaceText.City(Places, trip.Sold.Slices[0].Origin));
        _trip = trip;
    }

    private Money Of(long minorUnits) => new(minorUnits, _trip?.Booking.Currency ?? default);

    private string At(DateTimeOffset instant) => TimeText.DayAndClock(instant, _zone);

    private static string Seats(TripFlight flight) => flight switch
    {
        { IsCancelled: true } or { IsOff: true } => "",
        { Seats.Count: 0 } => "No seat chosen: you get one at check-in. ",
        { Seats.Count: 1 } => $"Seat {flight.Seats[0]}. ",
        _ => $"Seats {string.Join(", ", flight.Seats)}. ",
    };

    private string SeatOf(BookingPassenger one, OfferSegment segment)
    {
        if (_trip is not { State: { } state }) return "–";
        var (own, isLive) = (state.Passengers[one.Position], state.Passengers[one.Position].Coupons.Any(coupon => coupon.FlightId == segment.FlightId && coupon.IsLive()));
        if (own.Seats.TryGetValue(segment.FlightId, out var seat) && (isLive || own.Coupons.Count == 0)) return seat.ToString();
        return !isLive ? "–" : one.Type is PassengerType.Infant ? "On a lap" : "At check-in";
    }

    private string? WhyNoCancel() => _trip?.State switch
    {
        { Status: BookingStatus.PendingPayment } => "Nothing is paid yet",
        { Status: BookingStatus.Confirmed } state when !state.AvailableActions.Contains(BookingAction.Cancel) => "Whoever is checked in, and flights that have left, cannot be cancelled here",
        { Status: BookingStatus.Confirmed } => null,
        _ => "There is nothing left to cancel",
    };

    private string FreeWords() => _trip is { State: { } state } && state.AirlineIsToBlame() ? "Everything comes back" : _trip is { } trip && TripWords.FreeUntil(trip, airline.Value.FreeCancellationHours) is { } until && until > clock.GetUtcNow()
        ? $"Until {At(until)} everything comes back"
        : "You see exactly what comes back first";

    /// <summary>The same journey, to search for again.</summary>
    private string SearchAgain() => _trip is { } trip ? Links.Search(TripQuery.Of(trip.Sold.Slices, trip.Passengers.Select(passenger => passenger.Type), trip.Sold.Cabin)) : Links.Home;
}
