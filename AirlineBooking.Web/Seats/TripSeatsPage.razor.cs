using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Seats;

/// <summary>Another seat for somebody of a trip: chosen from those that are free and cost no more than was paid, beside the live map.</summary>
public partial class TripSeatsPage(
    BrowserBookings bookings, FindFlights findFlights, ReadSeatMap readSeatMap, AircraftPlans plans, ChangeSeat changeSeat, AirportDirectories directories,
    TimeProvider clock, NavigationManager navigation)
{
    private const string FormName = "seat", WhoField = "who", SeatField = "seat", DoneParameter = "seat";

    private static readonly string[] Forms = [FormName];

    private BookingDetails? _trip;
    private OfferSegment? _segment;
    private IReadOnlyList<BookingPassenger> _seated = [];
    private IReadOnlyList<PlannedSeat> _free = [];
    private string? _problem, _meaning, _done, _who, _seat;

    [Parameter]
    public string Locator { get; set; } = "";

    [Parameter]
    public string Flight { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places => directories.Current;

    protected override async Task OnInitializedAsync()
    {
        if (Http is not { } http || await bookings.FindAsync(http, Locator, http.RequestAborted) is not { } trip) return;
        if (!FlightId.TryParse(Flight, out var id) || trip.Sold.Segments.FirstOrDefault(one => one.FlightId == id) is not { } segment)
        {
            navigation.NotFound();
            return;
        }
        _done = http.Request.Query[DoneParameter].ToString() is { Length: > 0 } text && SeatNumber.TryParse(text, out var seat) && SeatsOf(trip, id).Contains(seat) ? seat.ToString() : null;
        var canChange = trip.State.Status is BookingStatus.Confirmed && await findFlights.RunAsync(id, http.RequestAborted) is { } flight && ChangeSeat.IsOpen(flight.Status, flight.LeavesAt, clock.GetUtcNow());
        _seated = canChange ? [.. trip.Passengers.Where(one => one.Type is not PassengerType.Infant && trip.CouponOf(one, id) is CouponStatus.Open or CouponStatus.CheckedIn)] : [];
        (_segment, _trip) = (segment, trip);
        await ReadFreeAsync(trip, segment, http.RequestAborted);
    }

    private async Task ReadFreeAsync(BookingDetails trip, OfferSegment segment, CancellationToken cancel)
    {
        if (await findFlights.RunAsync(segment.FlightId, cancel) is not { } flight || await readSeatMap.RunAsync(segment.FlightId, [], cancel) is not { } map) return;
        var paid = trip.Sold.Seats.Where(one => one.FlightId == segment.FlightId).Select(one => one.Price.MinorUnits).DefaultIfEmpty(0).Max();
        _free = [.. plans.Of(map.Layout, flight.Origin, flight.Destination, trip.Sold.Cabin, trip.Sold.Family).Seats.Where(seat => map.StateOf(seat.Number) is SeatState.Available && seat.Price.MinorUnits <= paid)];
    }

    private async Task ChangeAsync()
    {
        if (Http is not { } http || _trip is not { } trip || _segment is not { } segment) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        (_who, _seat) = (form[WhoField].ToString(), form[SeatField].ToString());
        if (_seated.FirstOrDefault(one => one.Id.ToString() == _who) is not { } person || !SeatNumber.TryParse(_seat, out var seat))
        {
            Refuse("Choose who moves, and to which seat.");
            return;
        }
        var changed = await changeSeat.RunAsync(trip.Booking.Id, segment.FlightId, person.Id, seat, Audit.Guest, http.RequestAborted);
        if (changed.Accepted)
        {
            navigation.NavigateTo($"{Links.TripSeats(trip.Booking.Locator, segment.FlightId)}?{DoneParameter}={seat}");
            return;
        }
        await ReadFreeAsync(trip, segment, http.RequestAborted);
        (var title, _meaning) = Words(changed.Refusal.Value, seat, changed.Detail as BookingDetail);
        Refuse(title);
    }

    private void Refuse(string words)
    {
        _problem = words;
        if (Http is { } http) http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private static (string Title, string? Meaning) Words(BookingRefusal refusal, SeatNumber seat, BookingDetail? detail) => refusal switch
    {
        BookingRefusal.SeatsTaken when detail?.Alternatives is [_, ..] instead => ($"{seat} has just been taken", $"Somebody was faster. Free and like it: {string.Join(", ", instead)}. You still have your old seat."),
        BookingRefusal.SeatsTaken => ($"{seat} has just been taken", "Somebody was faster. You still have your old seat."),
        BookingRefusal.SeatNotSuitable => ($"{seat} cannot be yours", detail?.Problems is [var problem, ..] ? problem.Words : null),
        BookingRefusal.SeatUnknown => ($"This aircraft has no seat {seat}", "Take one from the map."),
        BookingRefusal.CabinFull => ("The cabin is full", "You still have your place: you get a seat at check-in."),
        _ => ("Seats on this flight cannot be changed any more", "That is possible on flights that are paid and not cancelled, until an hour before they leave."),
    };

    private bool IsChosen(BookingPassenger one) => _who is null ? one == _seated[0] : _who == one.Id.ToString();

    private static IEnumerable<SeatNumber> SeatsOf(BookingDetails trip, FlightId flight) =>
        trip.State.Passengers.Where(one => one.Seats.ContainsKey(flight)).Select(one => one.Seats[flight]);

    private string Name(BookingPassenger one) => _trip?.Travellers[one.Position].Shown() ?? "";

    private string Called(BookingPassenger one) => _trip?.Travellers[one.Position] is { GivenName: { Length: > 0 } given } ? given : Name(one);

    // Each moves for what was paid for them on this flight.
    private string Paid(BookingPassenger one) => _trip is not { } trip || _segment is not { } segment ? "0"
        : trip.Sold.Seats.Where(seat => seat.FlightId == segment.FlightId && seat.Passenger == one.Position).Aggregate(Money.Zero(trip.Booking.Currency), (sum, seat) => sum + seat.Price).ToDecimalString();

    private string Has(BookingPassenger one) => SeatOf(one) is { } seat ? $"has {seat}" : "has no seat yet";

    private List<SeatingPerson> SeatedPeople() => [.. _seated.Select(one => new SeatingPerson(one.Id.ToString(), Name(one), one.Type, Seat: SeatOf(one)))];

    private SeatNumber? SeatOf(BookingPassenger one) =>
        _trip is { } trip && _segment is { } segment && trip.State.Passengers[one.Position].Seats.TryGetValue(segment.FlightId, out var seat) ? seat : null;

    private static string Option(PlannedSeat seat) => $"{seat.Number}, {SeatMapWords.Kind(seat.Traits)}";
}
