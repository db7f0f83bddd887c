using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Bookings;

/// <summary>Cancels in two steps: first what comes back is shown, then it is cancelled for exactly that.</summary>
public partial class CancelTripPage(
    BrowserBookings bookings, QuoteCancellation quoteCancellation, ConfirmCancellation confirmCancellation, AirportDirectories directories, TimeProvider clock, NavigationManager navigation)
{
    private const string QuoteForm = "quote", ConfirmForm = "confirm", WhatField = "what", QuoteField = "quote";

    private static readonly string[] Forms = [QuoteForm, ConfirmForm];

    private BookingDetails? _trip;
    private IReadOnlyList<CancelChoice> _choices = [];
    private CancelChoice? _chosen;
    private QuotedCancellation? _quote;
    private string? _problem;
    private string _zone = "UTC", _where = "";

    [Parameter]
    public string Locator { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Http is { } http) await ReadAsync(http);
    }

    private async Task ReadAsync(HttpContext http)
    {
        if (await bookings.FindAsync(http, Locator, http.RequestAborted) is not { } trip) return;
        (_zone, _where) = (trip.Sold.Segments.First().OriginTimeZone, PlaceText.City(directories.Current, trip.Sold.Slices[0].Origin));
        _choices = CancelChoice.Of(trip, directories.Current, clock.GetUtcNow());
        _trip = trip;
    }

    private async Task QuoteAsync()
    {
        if (Http is not { } http || _trip is not { } trip) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        _chosen = _choices.FirstOrDefault(choice => choice.Key == form[WhatField].ToString());
        if (_chosen is null)
        {
            Refuse("Choose what you want to cancel.");
            return;
        }
        // Asking twice what would come back costs nothing, so it needs no key.
        var answer = (await quoteCancellation.RunAsync(null, trip.Booking.Id, _chosen.Passengers, _chosen.Slices, http.RequestAborted)).Answer;
        _quote = answer?.Value;
        if (_quote is null) Refuse(BookingsWords.Of(answer?.Refusal ?? BookingRefusal.NotPossible).Sentence);
    }

    private async Task ConfirmAsync()
    {
        if (Http is not { } http || _trip is not { } trip) return;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!CancellationId.TryParse(form[QuoteField].ToString(), out var quote) || FormKey.Read(form, trip.Booking.Id.ToString(), $"cancel {quote}") is not { } key)
        {
            Refuse("Nothing was cancelled. Look again at what comes back.");
            return;
        }
        var once = await confirmCancellation.RunAsync(key, trip.Booking.Id, quote, Audit.Guest, http.RequestAborted);
        // Sent twice at once, the other one of the two is cancelling: the trip says how it went.
        if (once.Answer is { Accepted: true } || once.Refusal is RunOnceRefusal.InProgress)
        {
            navigation.NavigateTo(Links.Trip(trip.Booking.Locator));
            return;
        }
        await ReadAsync(http);
        Refuse(once.Answer?.Refusal is BookingRefusal.QuoteExpired
            ? "Nothing was cancelled: the amount was too old, or the trip has changed meanwhile. Look again at what comes back."
            : BookingsWords.Of(once.Answer?.Refusal ?? BookingRefusal.NotPossible).Sentence);
    }

    private void Refuse(string words)
    {
        _problem = words;
        if (Http is { } http) http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private string At(DateTimeOffset instant) => TimeText.DayAndClock(instant, _zone);

    private string StatementBy() => TimeText.DayAndYear(clock.GetUtcNow() + Refund.PromisedWithin, _zone);

    private Money KeptBesides(CancelChoice chosen, QuotedCancellation quote) => chosen.Paid - quote.Refund - quote.Penalty;
}
