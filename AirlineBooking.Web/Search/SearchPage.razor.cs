using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Search;

/// <summary>What we fly on that day, drawn, with the price for everybody.</summary>
public partial class SearchPage(
    AirportDirectories directories, SearchBases bases, SearchOffers searchOffers, FindLowestFares findLowestFares, NavigationManager navigation, IOptions<AirlineOptions> airline, TimeProvider clock)
{
    private const int DaysEitherSide = 3;

    private TripFields _fields = TripFields.Read(QueryCollection.Empty);
    private TripReading? _reading;
    private TripQuery? _query;
    private DateOnly _today;
    private OfferPage _page = new([], 0, null, false);
    private Money _lowest;
    private bool _tellsLowest;
    private IReadOnlyList<StripDay> _days = [];
    private IReadOnlyList<ResultFilter> _filters = [];
    private NothingFound _nothing = NothingFound.None;
    private string? _canonical;
    private string _title = "Search flights", _description = "Search flights from London and Singapore.", _note = "", _priceFor = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectory Places { get; set; } = AirportDirectory.Empty;

    protected override async Task OnParametersSetAsync()
    {
        var address = Http?.Request.Query ?? QueryCollection.Empty;
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        var now = clock.GetUtcNow();
        Places = directories.Current;
        _today = DateOnly.FromDateTime(now.UtcDateTime);
        _fields = TripFields.Read(address);
        if (!address.ContainsKey("from") && !address.ContainsKey("to")) return;

        _reading = TripReader.Read(_fields, Places, now, TripReader.DaysOnSale(await bases.GetAsync(cancel), airline.Value, now));
        if (_reading.Query is not { } query)
        {
            _title = "Check your search";
            return;
        }
        var canonical = _fields.Flexible ? Links.Calendar(query, query.First.DepartureDate) : Links.Search(query);
        if (Http is not null && canonical != $"{Http.Request.Path}{Http.Request.QueryString}")
        {
            // What was typed is understood: the address then says it in codes, so that it can be shared and means the same tomorrow.
            navigation.NavigateTo(canonical);
            return;
        }
        var outcome = await searchOffers.RunAsync(query.ToRequest(), null, query.Shown, cancel);
        if (!outcome.Accepted)
        {
            var (field, sentence) = outcome.Refusal.Value.Words(query);
            _reading = _reading with { Problems = new Dictionary<string, TripProblem> { [field] = new(sentence) } };
            _title = "Check your search";
            return;
        }
        await ShowAsync(query, outcome.Value, cancel);
    }

    private async Task ShowAsync(TripQuery query, OfferPage page, CancellationToken cancel)
    {
        (_query, _page) = (query, page);
        _title = ResultWords.Title(query, Places);
        _note = ResultWords.Note(query);
        _canonical = Links.Search(query.WithoutFilters() with { Sort = OfferSort.Best });
        _description = $"{_title}, {_note}: times, stops and the whole price.";
        _priceFor = PartyText.PriceFor(query.Party, query.IsReturn);
        _filters = ResultFilter.Of(query, page, Places);
        if (page.Offers.Count > 0) _lowest = page.Offers.Min(offer => offer.Total);
        // Where everything costs the same the word tells nobody anything.
        _tellsLowest = page.Offers.Any(offer => offer.Total > _lowest);
        if (!query.IsSeveral)
        {
            var from = query.First.DepartureDate.AddDays(-DaysEitherSide);
            _days = StripDay.Of(await LowestAsync(query, from < _today ? _today : from, query.First.DepartureDate.AddDays(DaysEitherSide), cancel));
        }
        if (page.Offers.Count == 0 && !query.IsSeveral) _nothing = await NothingFound.LookAsync(query, Places, _today, LowestAsync, cancel);
    }

    private Task<IReadOnlyList<DayFare>> LowestAsync(TripQuery query, DateOnly from, DateOnly to, CancellationToken cancel) =>
        findLowestFares.RunAsync(new LowestFaresRequest(query.First.Origin, query.First.Destination, from, to, query.Party, query.Cabin, query.Nights), cancel);
}
