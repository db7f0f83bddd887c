using System.Globalization;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Bookings;

/// <summary>Everything once more, and the button that pays.</summary>
public partial class PayPage(
    BrowserDrafts drafts, PriceDraft priceDraft, ReadBooking readBooking, AirportDirectories directories, IEnumerable<IPaymentGateway> gateways, NavigationManager navigation, TimeProvider clock)
{
    private OpenDraft? _draft;
    private DraftPrice? _price;
    private FareRefusal? _refusal;
    private (string Title, string Meaning)? _notice;
    private (DateTimeOffset At, string Left, string Words, string Share)? _heldUntil;
    private IReadOnlyList<FlightColumn> _flights = [];
    private string _searchHref = Links.Home, _contact = "", _conditions = "", _key = "";
    private string? _privateLink;
    private int _seatCount;
    private bool _canPay, _isConfigured;

    [Parameter]
    public string DraftId { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        _draft = await drafts.FindAsync(Http, DraftId, cancel);
        if (_draft is null || Http is null) return;
        var priced = await priceDraft.RunAsync(_draft, cancel);
        (_price, _refusal) = (priced.Value, priced.Refusal);
        if (_price is null) return;
        if (DraftOrder.Read(_draft, _price.Offer).Problems.Count > 0)
        {
            navigation.NavigateTo(Links.Passengers(_draft.Id, isChecked: true));
            return;
        }
        _searchHref = Links.Search(TripQuery.Of(_price.Offer));
        _seatCount = _price.Seats.Values.Sum(seats => seats.Count);
        _flights = [.. FlightColumn.Of(_price.Offer, _draft)];
        _contact = $"Contact: {_draft.Form.Contact.Email}{(_draft.Form.Contact.Phone.Length > 0 ? $", {_draft.Form.Contact.Phone.Replace(' ', '\u00a0')}" : "")}.";
        _conditions = $"Changing flights: {TripWords.Change(_price.Offer.Conditions.Change)}. Cancelling: {TripWords.Refund(_price.Offer.Conditions.Refund)}.";
        _key = FormKey.New();
        _isConfigured = gateways.Any();
        _canPay = _isConfigured && _price.PreviousTotal is null && _price.LostOn.Count == 0;
        if (await drafts.KeyOfAsync(Http, _draft.Id, cancel) is { } key) _privateLink = navigation.BaseUri.TrimEnd('/') + Links.ContinueDraft(key);
        await ReadEarlierAsync(_draft, _price, cancel);
    }

    private string Post(string what) => $"{Links.Book}/{_draft?.Id}/{what}";

    // After a payment that came to nothing; until when stands below.
    private string StillHeld => _heldUntil is null || Http?.Request.Query["refused"].ToString() is not "payment_declined" ? "" : _seatCount switch
    {
        0 => " Your places are still kept.",
        1 => " Your seat is still held.",
        var many => $" Your {many.ToString(CultureInfo.InvariantCulture)} seats are still held.",
    };

    // What became of an attempt before, and until when its seats are kept.
    private async Task ReadEarlierAsync(OpenDraft draft, DraftPrice price, CancellationToken cancel)
    {
        var earlier = draft.BookingId is { } made ? await readBooking.RunAsync(made, null, cancel) : null;
        if (earlier?.State.Status is BookingStatus.Confirmed) _notice = ("This trip is booked", $"Your booking reference is {earlier.Booking.Locator}. Find it under My trip; paying again would book it a second time.");
        else _notice = PayForms.WhyNot(Http?.Request.Query);
        // After an attempt that was not paid, its places stay until then, or as long as its seats are held.
        var kept = earlier is { State.Status: BookingStatus.PendingPayment } && draft.IsBooked ? earlier.Booking.KeptUntil : null;
        var until = kept > price.HeldUntil || price.HeldUntil is null ? kept : price.HeldUntil;
        if (until is not { } at || at <= clock.GetUtcNow()) return;
        var origin = directories.Current.Find(price.Offer.Slices[0].Origin);
        var local = origin is null ? at.UtcDateTime : AirportClock.ToLocal(at, origin.TimeZone);
        var left = at - clock.GetUtcNow();
        var what = _seatCount switch { 0 => "Your places are kept", 1 => "Your seat is held", var many => $"Your {many.ToString(CultureInfo.InvariantCulture)} seats are held" };
        _heldUntil = (at, $"{(int)left.TotalMinutes:00}:{left.Seconds:00}", $"{what} until {TimeText.Clock(local)}, {origin?.City ?? "UTC"} time", TimeText.Percent(left, left > SeatHold.Lifetime ? left : SeatHold.Lifetime));
    }

    /// <summary>A flight of the trip with the seats chosen on it.</summary>
    private sealed record FlightColumn(string Number, DraftSeats? Seats)
    {
        public static IEnumerable<FlightColumn> Of(Offer offer, OpenDraft draft) =>
            offer.Slices.SelectMany(slice => slice.Segments).Where(segment => !segment.SameAircraft).Select(segment => new FlightColumn(FlightText.Number(segment.FlightNumber), draft.On(segment.FlightId)));

        public string SeatOf(int passenger, PassengerType type) => type is PassengerType.Infant ? "On a lap" : Seats?.Seats.TryGetValue(passenger, out var seat) is true ? seat.ToString() : "At check-in";
    }
}
