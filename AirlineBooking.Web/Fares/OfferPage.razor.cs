using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Fares;

/// <summary>The fares of one itinerary side by side, and what the chosen one holds.</summary>
public partial class OfferPage(AirportDirectories directories, ReadOffer readOffer, SeatQuotes seatQuotes)
{
    private Offer? _offer;
    private Money? _before;
    private FareRefusal? _refusal;
    private IReadOnlyList<Offer> _families = [];
    private Party _party;
    private DateTime _expiresLocal;
    private string _searchHref = Links.Home, _priceFor = "", _expiresWhere = "";

    [Parameter]
    public string OfferId { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places { get; set; } = AirportDirectory.Empty;

    protected override async Task OnParametersSetAsync()
    {
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        Places = directories.Current;
        var outcome = await readOffer.RunAsync(OfferId, cancel);
        if (!outcome.Accepted)
        {
            _refusal = outcome.Refusal.Value;
            return;
        }
        (_offer, _before) = (outcome.Value.Offer, outcome.Value.PreviousTotal);
        _party = new Party(Count(PassengerType.Adult), Count(PassengerType.Child), Count(PassengerType.Infant));
        _families = await FamiliesAsync(_offer, cancel);
        var query = TripQuery.Of(_offer);
        _searchHref = Links.Search(query);
        _priceFor = PartyText.PriceFor(_party, query.IsReturn);
        var origin = Places.Find(_offer.Slices[0].Origin);
        _expiresLocal = origin is null ? _offer.ExpiresAt.UtcDateTime : AirportClock.ToLocal(_offer.ExpiresAt, origin.TimeZone);
        _expiresWhere = origin?.City ?? "UTC";
    }

    private int Count(PassengerType type) => _offer?.Passengers.Count(passenger => passenger.Type == type) ?? 0;

    private string? On(Offer family) => family.Family == _offer?.Family ? "on" : null;

    // Each family is read by its own id: so its conditions are those it is sold with, not a table of ours.
    private async Task<IReadOnlyList<Offer>> FamiliesAsync(Offer chosen, CancellationToken cancel)
    {
        var families = new List<Offer> { chosen };
        foreach (var other in chosen.OtherFamilies)
        {
            if ((await readOffer.RunAsync(other.OfferId, cancel)).Value is { } reading) families.Add(reading.Offer);
        }
        return [.. families.OrderBy(family => family.Family)];
    }
}
