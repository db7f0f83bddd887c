using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Tests.Support;
using static AirlineBooking.Domain.Tests.Search.SmallNetwork;

namespace AirlineBooking.Domain.Tests.Search;

public sealed class SearchOffersTests
{
    private static readonly Party Family = new(2, 1, 1);

    [Theory, EveryDatabase]
    public async Task A_city_is_searched_at_all_of_its_airports(Database database)
    {
        await using var airline = await OpenAsync(database, Flight(1, "LHR", "JFK", "09:00", 480), Flight(2, "LGW", "EWR", "10:00", 480));

        var page = await SearchAsync(airline, Request("LON", "NYC") with { Sort = OfferSort.Departure });

        Assert.Equal(["T01", "T02"], Numbers(page));
    }

    [Theory, EveryDatabase]
    public async Task The_total_is_base_and_taxes_and_the_sum_of_the_passengers(Database database)
    {
        await using var airline = await OpenAsync(database, Network());

        var page = await SearchAsync(airline, Request("LHR", "SIN") with { Party = Family, IncludeDominated = true });

        Assert.NotEmpty(page.Offers);
        Assert.All(page.Offers, offer =>
        {
            Assert.Equal(offer.Total, offer.Base + Sum(offer.Taxes.Select(tax => tax.Amount)));
            Assert.Equal(offer.Total, Sum(offer.Passengers.Select(passenger => passenger.Total)));
            Assert.Equal([PassengerType.Adult, PassengerType.Adult, PassengerType.Child, PassengerType.Infant], offer.Passengers.Select(passenger => passenger.Type));
        });
    }

    [Theory, EveryDatabase]
    public async Task What_is_left_out_is_beaten_by_something_shown_and_nothing_shown_is(Database database)
    {
        await using var airline = await OpenAsync(database, Network());
        var request = Request("LHR", "SIN") with { Party = Family };

        var best = await SearchAsync(airline, request);
        var every = await SearchAsync(airline, request with { IncludeDominated = true });

        Assert.Equal(every.Offers.Where(b => !every.Offers.Any(a => Beats(a, b))).Select(Flights).Order(), best.Offers.Select(Flights).Order());
        Assert.True(best.Count < every.Count);
    }

    [Theory, EveryDatabase]
    public async Task Pages_give_every_offer_once_in_the_order_of_one_long_page(Database database)
    {
        await using var airline = await OpenAsync(database, Network());
        foreach (var sort in Enum.GetValues<OfferSort>())
        {
            var request = Request("LHR", "SIN") with { Sort = sort, IncludeDominated = true };
            var whole = await SearchAsync(airline, request);
            var (paged, after) = (new List<string>(), (OfferPosition?)null);
            do
            {
                var page = (await airline.Get<SearchOffers>().RunAsync(request, after, 3, default)).Value!;
                paged.AddRange(page.Offers.Select(Flights));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(whole.Offers.Select(Flights), paged);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_return_prices_both_ways_and_never_leaves_before_it_has_arrived(Database database)
    {
        await using var airline = await OpenAsync(database, Flight(1, "LHR", "CDG", "09:00", 75), Flight(2, "CDG", "LHR", "10:00", 75), Flight(3, "CDG", "LHR", "18:00", 75));
        var request = Request("LHR", "CDG") with { Slices = [Slice("LHR", "CDG", 0), Slice("CDG", "LHR", 0)] };

        var offer = Assert.Single((await SearchAsync(airline, request)).Offers);

        var (there, back) = ((await SearchAsync(airline, Request("LHR", "CDG"))).Offers[0], (await SearchAsync(airline, Request("CDG", "LHR"))).Offers);
        Assert.Equal("T01 T03", Flights(offer));
        Assert.Equal(there.Total + back.Single(o => Flights(o) == "T03").Total, offer.Total);
    }

    [Theory, EveryDatabase]
    public async Task A_filter_shows_the_best_of_what_passes_it_not_what_is_left_of_the_best(Database database)
    {
        await using var airline = await OpenAsync(database, Flight(1, "LHR", "SIN", "12:00", 780), Flight(2, "LHR", "DXB", "09:00", 420), Flight(3, "DXB", "SIN", "22:00", 440));
        var via = Request("LHR", "SIN") with { Filters = new OfferFilters(Via: AirportCode.Parse("DXB")) };

        Assert.Equal(["T01"], Numbers(await SearchAsync(airline, Request("LHR", "SIN"))));
        Assert.Equal(["T02 T03"], Numbers(await SearchAsync(airline, via)));
    }

    [Theory, EveryDatabase]
    public async Task Selling_closes_an_hour_before_departure(Database database)
    {
        await using var airline = await OpenAsync(database, Flight(1, "LHR", "CDG", "10:00", 75), Flight(2, "LHR", "CDG", "10:01", 75));
        airline.Clock.SetUtcNow(new DateTimeOffset(Day, new TimeOnly(9, 0), TimeSpan.Zero));

        Assert.Equal(["T02"], Numbers(await SearchAsync(airline, Request("LHR", "CDG"))));
    }

    [Theory, EveryDatabase]
    public async Task The_same_minute_gives_the_same_offer_and_the_next_another(Database database)
    {
        await using var airline = await OpenAsync(database, Network());
        var request = Request("LHR", "SIN");

        var first = await SearchAsync(airline, request);
        airline.Clock.Advance(TimeSpan.FromSeconds(30));
        var again = await SearchAsync(airline, request);
        airline.Clock.Advance(TimeSpan.FromSeconds(31));
        var later = await SearchAsync(airline, request);

        Assert.Equal(first.Offers.Select(offer => offer.Id), again.Offers.Select(offer => offer.Id));
        Assert.NotEqual(first.Offers[0].Id, later.Offers[0].Id);
    }

    [Theory, EveryDatabase]
    public async Task An_offer_is_read_again_at_its_price(Database database)
    {
        await using var airline = await OpenAsync(database, Network());
        var page = await SearchAsync(airline, Request("LHR", "SIN") with { Party = Family, IncludeDominated = true });
        foreach (var offer in page.Offers)
        {
            var reading = await airline.Get<ReadOffer>().RunAsync(offer.Id, default);
            Assert.Equivalent(offer, reading.Value?.Offer, strict: true);
            Assert.False(reading.Value!.PriceChanged);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_lowest_fare_of_a_day_is_the_cheapest_offer_of_that_day(Database database)
    {
        await using var airline = await OpenAsync(database, Network());
        var request = new LowestFaresRequest(AirportCode.Parse("LHR"), AirportCode.Parse("SIN"), Day.AddDays(-1), Day.AddDays(2), Family, Cabin.Economy);

        var days = await airline.Get<FindLowestFares>().RunAsync(request, default);

        Assert.Equal(4, days.Count);
        Assert.Null(days[0].Lowest);
        foreach (var day in days)
        {
            var page = await SearchAsync(airline, Request("LHR", "SIN", day.Date) with { Party = Family, Sort = OfferSort.Price });
            Assert.Equal(page.Offers is [var cheapest, ..] ? cheapest.Total : null, day.Lowest);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_lowest_return_fare_adds_up_both_ways_and_is_the_same_when_remembered(Database database)
    {
        await using var airline = await OpenAsync(database, [.. Network(), Flight(20, "SIN", "LHR", "23:00", 800, 4), Flight(21, "LHR", "SIN", "11:20", 790, 2)]);
        var find = airline.Get<FindLowestFares>();
        var request = new LowestFaresRequest(AirportCode.Parse("LHR"), AirportCode.Parse("SIN"), Day.AddDays(-1), Day.AddDays(40), Family, Cabin.Economy, TripDays: 2);

        var days = await find.RunAsync(request, default);

        var outward = await find.RunAsync(request with { TripDays = null }, default);
        var back = await find.RunAsync(new LowestFaresRequest(request.Destination, request.Origin, request.From.AddDays(2), request.To.AddDays(2), Family, Cabin.Economy), default);
        Assert.Equal(outward.Zip(back, (one, other) => one.Lowest + other.Lowest), days.Select(day => day.Lowest));
        Assert.Equal([Day.AddDays(2)], days.Where(day => day.Lowest is not null).Select(day => day.Date));
        Assert.Equal(days, await find.RunAsync(request, default));
    }

    private static Domain.Flights.Flight[] Network() =>
    [
        Flight(1, "LHR", "SIN", "11:20", 790), Flight(2, "LHR", "SIN", "21:35", 790), Flight(3, "LHR", "DXB", "09:40", 420), Flight(4, "LHR", "DXB", "14:05", 420),
        Flight(5, "DXB", "SIN", "22:30", 440), Flight(6, "DXB", "SIN", "03:00", 440, 1), Flight(7, "LHR", "CDG", "07:00", 75), Flight(8, "CDG", "DXB", "11:00", 400),
        Flight(9, "CDG", "SIN", "12:30", 775), Flight(10, "LHR", "SIN", "08:00", 900, 1), Flight(11, "LHR", "DXB", "20:00", 420), Flight(12, "DXB", "SIN", "09:30", 440, 1),
    ];

    private static SliceRequest Slice(string from, string to, int dayAfter) => new(AirportCode.Parse(from), AirportCode.Parse(to), Day.AddDays(dayAfter));

    private static SearchRequest Request(string from, string to, DateOnly? date = null) =>
        new([new SliceRequest(AirportCode.Parse(from), AirportCode.Parse(to), date ?? Day)], new Party(1, 0, 0), Cabin.Economy);

    private static async Task<OfferPage> SearchAsync(HeadlessAirline airline, SearchRequest request) =>
        (await airline.Get<SearchOffers>().RunAsync(request, null, 1000, default)).Value ?? throw new InvalidOperationException("The search was refused.");

    private static string Flights(Offer offer) => string.Join(' ', offer.Slices.SelectMany(slice => slice.Segments).Select(segment => segment.FlightNumber));

    private static List<string> Numbers(OfferPage page) => [.. page.Offers.Select(Flights)];

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate((left, right) => left + right);

    private static bool Beats(Offer a, Offer b)
    {
        var (x, y) = (a.Slices[0], b.Slices[0]);
        var (departs, arrives) = (x.Segments[0].DepartsAt.CompareTo(y.Segments[0].DepartsAt), x.Segments[^1].ArrivesAt.CompareTo(y.Segments[^1].ArrivesAt));
        return departs >= 0 && arrives <= 0 && x.Stops <= y.Stops && a.Total <= b.Total
            && (departs > 0 || arrives < 0 || x.Stops < y.Stops || a.Total < b.Total);
    }
}
