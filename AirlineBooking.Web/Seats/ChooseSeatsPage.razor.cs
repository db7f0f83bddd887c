using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Platform.Limits;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Seats;

/// <summary>The step of a booking on which seats are chosen, one flight after the other.</summary>
public partial class ChooseSeatsPage(
    BrowserDrafts drafts, PriceDraft priceDraft, AirportDirectories directories, IOptions<RateLimitSettings> limits, NavigationManager navigation)
{
    private OpenDraft? _draft;
    private DraftPrice? _price;
    private FareRefusal? _refusal;
    private OfferSegment? _flight;
    private IReadOnlyList<FlightTab> _flights = [];
    private string _searchHref = Links.Home, _about = "", _nextHref = "";
    private string? _address;
    private bool _isLost;

    [Parameter]
    public string DraftId { get; set; } = "";

    /// <summary>The how manyeth of the flights, counted from 1.</summary>
    [Parameter]
    public int Number { get; set; }

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        _draft = await drafts.FindAsync(Http, DraftId, cancel);
        if (_draft is null) return;
        var priced = await priceDraft.RunAsync(_draft, cancel);
        (_price, _refusal) = (priced.Value, priced.Refusal);
        if (_price is null) return;
        // Who sits where cannot be said before it is known who flies.
        if (DraftOrder.Read(_draft, _price.Offer).Problems.Count > 0)
        {
            navigation.NavigateTo(Links.Passengers(_draft.Id, isChecked: true));
            return;
        }
        // A new price is accepted before seats are held for it.
        if (_price.PreviousTotal is not null)
        {
            navigation.NavigateTo(Links.Pay(_draft.Id));
            return;
        }
        var flights = DraftSeating.FlightsOf(_price.Offer);
        if (Number < 1 || Number > flights.Count)
        {
            navigation.NotFound();
            return;
        }
        _flight = flights[Number - 1];
        _flights = [.. flights.Select(flight => new FlightTab($"{FlightText.Number(flight.FlightNumber)}, {flight.DepartingAt.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture)}"))];
        _about = $"{FlightText.Number(_flight.FlightNumber)}, {PlaceText.City(directories.Current, _flight.Origin)} to {PlaceText.City(directories.Current, _flight.Destination)}, {FlightText.Aircraft(_flight.Aircraft, directories.Current)}";
        _nextHref = Number < flights.Count ? Links.DraftSeats(_draft.Id, Number + 1) : Links.Pay(_draft.Id);
        _searchHref = Links.Search(TripQuery.Of(_price.Offer));
        _isLost = _price.LostOn.Contains(_flight.FlightId);
        _address = DraftSeating.AddressOf(Http, limits.Value);
    }

    private sealed record FlightTab(string Words);
}
