using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.CheckIn;

/// <summary>Checks passengers in for one flight, and says before and after when that is possible.</summary>
public partial class CheckInPage(
    BrowserBookings bookings, FindFlights findFlights, FindBoardingPasses findPasses, CheckInPassengers checkIn, AirportDirectories directories,
    IOptions<CheckInOptions> options, TimeProvider clock, NavigationManager navigation)
{
    private const string FormName = "check-in", WhoField = "who";

    private static readonly string[] Forms = [FormName];

    private readonly Dictionary<int, TypedDocument> _typed = [];
    private BookingDetails? _trip;
    private OfferSegment? _segment;
    private CheckInWindow _window;
    private CheckInState _state;
    private IReadOnlyList<BookingPassenger> _waiting = [];
    private IReadOnlyList<BoardingPass> _passes = [];
    private IReadOnlyList<OrderProblem> _problems = [];
    private HashSet<int>? _who;
    private bool _needsDocuments;
    private string? _notice;

    [Parameter]
    public string Locator { get; set; } = "";

    [Parameter]
    public string Flight { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places { get; set; } = AirportDirectory.Empty;

    private string Number => _segment is { } segment ? FlightText.Number(segment.FlightNumber) : "";

    protected override async Task OnInitializedAsync()
    {
        if (Http is not { } http || await bookings.FindAsync(http, Locator, http.RequestAborted) is not { } trip) return;
        if (!FlightId.TryParse(Flight, out var id) || trip.Sold.Segments.FirstOrDefault(one => one.FlightId == id) is not { } segment)
        {
            navigation.NotFound();
            return;
        }
        Places = directories.Current;
        var flight = await findFlights.RunAsync(id, http.RequestAborted);
        _window = options.Value.WindowAt(segment.Origin, flight?.LeavesAt ?? segment.DepartsAt);
        _state = _window.StateAt(clock.GetUtcNow());
        _needsDocuments = Places.Find(segment.Origin)?.Country != Places.Find(segment.Destination)?.Country;
        var isOff = flight?.Status is FlightStatus.Cancelled;
        _waiting = trip.State.Status is BookingStatus.Confirmed && !isOff ? [.. trip.Passengers.Where(one => trip.CouponOf(one, id) is CouponStatus.Open)] : [];
        _passes = [.. (await findPasses.RunAsync(trip.Booking.Id, http.RequestAborted)).Where(pass => !isOff && pass.FlightId == id && trip.CouponOf(trip.Passengers.First(one => one.Id == pass.PassengerId), id) is CouponStatus.CheckedIn)];
        (_segment, _trip) = (segment, trip);
    }

    private async Task CheckInAsync()
    {
        if (Http is not { } http || _trip is not { } trip || _segment is not { } segment) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        foreach (var one in _waiting) _typed[one.Position] = DocumentFields.Read(form, one.Position);
        var asked = _waiting.Where(one => form[WhoField].Contains(one.Id.ToString())).ToList();
        _who = [.. asked.Select(one => one.Position)];
        if (asked.Count == 0)
        {
            Refuse("Choose who checks in.");
            return;
        }
        var going = _waiting.Where(one => asked.Contains(one) || one.InfantOf is { } lap && asked.Exists(other => other.Id == lap)).ToList();
        var documents = going.Where(one => !_typed[one.Position].IsEmpty).ToDictionary(one => one.Id, one => _typed[one.Position].ToOrder());
        var key = FormKey.Read(form, trip.Booking.Id.ToString(), $"check-in {segment.FlightId} {string.Join(' ', asked.Select(one => one.Id))}");
        if (key is null)
        {
            Refuse("Nobody was checked in. Send the form again.");
            return;
        }
        var answer = (await checkIn.RunAsync(key, trip.Booking.Id, segment.FlightId, [.. asked.Select(one => one.Id)], documents, Audit.Guest, http.RequestAborted)).Answer;
        if (answer?.Value is { Passes: [var first, ..] })
        {
            navigation.NavigateTo(Links.BoardingPass(trip.Booking.Locator, first));
            return;
        }
        _problems = (answer?.Detail as CheckInDetail)?.Problems ?? [];
        Refuse(_problems.Count > 0 ? "Something about the documents is missing or not right yet" : CheckInWords.Of(answer?.Refusal ?? CheckInRefusal.NotPossible).Sentence);
    }

    private void Refuse(string words)
    {
        _notice = words;
        if (Http is { } http) http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private TypedDocument Typed(BookingPassenger one) => _typed.GetValueOrDefault(one.Position, TypedDocument.Empty);

    private bool IsAsked(BookingPassenger one) => _who is null || _who.Contains(one.Position);

    private string? Problem(BookingPassenger one, string field) =>
        _problems.FirstOrDefault(problem => problem.Place == $"/documents/{one.Id}/{field}") is { } problem ? DocumentFields.Words(problem) : null;

    // The base element would send a bare fragment to the home page.
    private string Here(BookingPassenger one, string place) =>
        $"{(_trip is { } trip && _segment is { } segment ? Links.CheckIn(trip.Booking.Locator, segment.FlightId) : "")}#{DocumentFields.Field(one.Position, place[(place.LastIndexOf('/') + 1)..])}";

    private string Name(BookingPassenger one) => _trip?.Travellers[one.Position].Shown() ?? "";

    private string SeatOf(BookingPassenger one) =>
        _trip is { } trip && _segment is { } segment && trip.State.Passengers[one.Position].Seats.TryGetValue(segment.FlightId, out var seat) ? $"Seat {seat}" : "You get a seat";

    private string Local(DateTimeOffset at) => TimeText.DayAndClock(at, _segment?.OriginTimeZone ?? "UTC");

    private string City() => _segment is { } segment ? PlaceText.City(Places, segment.Origin) : "";
}
