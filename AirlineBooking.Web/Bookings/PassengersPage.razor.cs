using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Bookings;

/// <summary>Who flies, and how they are reached: saved as it is typed, checked when it is sent.</summary>
public partial class PassengersPage(BrowserDrafts drafts, PriceDraft priceDraft, AirportDirectories directories)
{
    private OpenDraft? _draft;
    private DraftPrice? _price;
    private FareRefusal? _refusal;
    private IReadOnlyList<OrderProblem> _problems = [];
    private string _searchHref = Links.Home, _here = "";
    private bool _isInternational;

    [Parameter]
    public string DraftId { get; set; } = "";

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
        _searchHref = Links.Search(TripQuery.Of(_price.Offer));
        var isChecked = Http?.Request.Query.ContainsKey("check") is true;
        _here = Links.Passengers(_draft.Id, isChecked);
        // Before somebody sends the form, an empty field is no mistake.
        if (isChecked) _problems = DraftOrder.Read(_draft, _price.Offer).Problems;
        var places = directories.Current;
        _isInternational = _price.Offer.Slices.SelectMany(slice => slice.Segments).Any(segment => places.Find(segment.Origin)?.Country != places.Find(segment.Destination)?.Country);
    }

    private string? Words(string place) => _problems.FirstOrDefault(problem => problem.Place == place)?.Words;

    private string? Invalid(string place) => Words(place) is null ? null : "true";

    private string? Described(string place) => Words(place) is null ? null : DraftFields.IdOf(place) + "-problem";

    // A problem with the whole party leads to the first passenger.
    private static string FieldOf(OrderProblem problem) => problem.Place is "/passengers" or "/holdIds" ? PassengerFields.HeadingOf(0) : DraftFields.IdOf(problem.Place);

    private string Where(OrderProblem problem)
    {
        var parts = problem.Place.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["contact", ..]) return "How we reach you: ";
        if (parts is not ["passengers", var number, ..] || !int.TryParse(number, out var place) || _draft is null) return "";
        var passenger = _draft.Form.Passengers[place];
        return $"{(passenger.Name.Length > 0 ? passenger.Name : $"Passenger {place + 1}")}: ";
    }
}
