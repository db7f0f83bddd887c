using System.Net;
using System.Text;
using System.Text.Json;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Search;

[Collection(Looking.Name)]
public sealed class OffersApiTests(SharedAirline shared)
{
    private const string Shuttles = "/api/v1/offers?origin=LON&destination=NYC&departureDate=2026-12-01";

    private HttpClient Client => shared.Airline.Client;

    [Fact]
    public async Task An_offer_has_all_that_the_contract_names()
    {
        var offer = (await Client.GetJsonAsync("/api/v1/offers?origin=LHR&destination=SIN&departureDate=2026-12-01&adults=2&children=1&infants=1")).GetProperty("data")[0];

        Assert.Equal(
            ["id", "expiresAt", "total", "base", "taxes", "fareFamily", "cabin", "conditions", "baggage", "emissionsKg", "emissionsKgPerPassenger", "slices", "passengers", "families"],
            Names(offer));
        Assert.StartsWith("off_", offer.Text("id"), StringComparison.Ordinal);
        Assert.Equal("2026-11-30T09:21:00Z", offer.Text("expiresAt"));
        Assert.Equal(["adult", "adult", "child", "infant"], offer.GetProperty("passengers").EnumerateArray().Select(passenger => passenger.Text("type")));
        var slice = offer.GetProperty("slices")[0];
        Assert.Equal(["origin", "destination", "duration", "stops", "segments"], Names(slice));
        Assert.Equal(
            ["flightId", "flightNumber", "operatingCarrier", "origin", "destination", "departingAt", "arrivingAt", "originTimeZone", "destinationTimeZone",
             "departsAtUtc", "arrivesAtUtc", "duration", "aircraft", "sameAircraft", "bookingClass", "seatsLeft"],
            Names(slice.GetProperty("segments")[0]));
        Assert.Equal(["change", "refund"], Names(offer.GetProperty("conditions")));
        Assert.Equal(2, offer.GetProperty("families").GetArrayLength());
    }

    [Fact]
    public async Task Money_sums_to_the_minor_unit()
    {
        var offer = (await Client.GetJsonAsync("/api/v1/offers?origin=LHR&destination=SIN&departureDate=2026-12-01&adults=2&children=1&infants=1&cabin=business")).GetProperty("data")[0];

        var total = Amount(offer.GetProperty("total"));
        Assert.Equal(total, Amount(offer.GetProperty("base")) + offer.GetProperty("taxes").EnumerateArray().Sum(tax => Amount(tax.GetProperty("amount"))));
        Assert.Equal(total, offer.GetProperty("passengers").EnumerateArray().Sum(passenger => Amount(passenger.GetProperty("total"))));
        Assert.Matches(@"^\d+\.\d\d$", offer.GetProperty("total").Text("amount"));
    }

    [Theory]
    [InlineData("origin=LON&destination=LHR&departureDate=2026-12-01", 422, "same_place", "/destination")]
    [InlineData("origin=LHR&destination=JFK&departureDate=2026-11-29", 422, "date_past", "/departureDate")]
    [InlineData("origin=LHR&destination=JFK&departureDate=2026-12-05&returnDate=2026-12-04", 422, "dates_out_of_order", "/returnDate")]
    [InlineData("origin=QQQ&destination=JFK&departureDate=2026-12-01", 422, "airport_unknown", "/origin")]
    [InlineData("origin=LHR&destination=JFK&departureDate=2026-12-01&adults=10", 422, "passengers_invalid", "/adults")]
    [InlineData("origin=LHR&destination=JFK&departureDate=2026-12-01&adults=1&infants=2", 422, "passengers_invalid", "/infants")]
    [InlineData("origin=LHR&destination=JFK&departureDate=2026-12-01&adults=0&children=1", 422, "passengers_invalid", "/adults")]
    [InlineData("origin=LHR&destination=JFK&departureDate=01.12.2026", 400, "request_invalid", "/departureDate")]
    [InlineData("origin=LHR&destination=JFK&departureDate=2026-12-01&cabin=sofa", 400, "request_invalid", "/cabin")]
    [InlineData("origin=LHR&destination=JFK&departureDate=2026-12-01&maxStops=3", 400, "request_invalid", "/maxStops")]
    [InlineData("origin=LHR&destination=JFK&departureDate=2026-12-01&limit=101", 400, "request_invalid", "/limit")]
    [InlineData("origin=LHR&destination=JFK&departureDate=2026-12-01&colour=red", 400, "request_invalid", "/colour")]
    [InlineData("origin=LHR&destination=JFK", 400, "request_invalid", "/departureDate")]
    public async Task A_search_that_cannot_be_says_why_and_where(string query, int status, string code, string at)
    {
        using var answer = await Client.GetAtAsync("/api/v1/offers?" + query);

        var problem = await answer.IsProblemAsync(status, code);

        Assert.Contains(at, problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("pointer")));
    }

    [Fact]
    public async Task Pages_bring_every_offer_once_and_in_order()
    {
        var whole = await Client.GetJsonAsync(Shuttles + "&sort=departure&includeDominated=true&limit=100");
        var (paged, cursor) = (new List<string>(), "");
        do
        {
            var page = await Client.GetJsonAsync($"{Shuttles}&sort=departure&includeDominated=true&limit=3{cursor}");
            paged.AddRange(FlightsOf(page));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(FlightsOf(whole), paged);
        Assert.Equal(SomeFlights.Shuttles + 1, paged.Count);
    }

    [Fact]
    public async Task Another_querys_cursor_is_refused()
    {
        var page = await Client.GetJsonAsync(Shuttles + "&includeDominated=true&limit=1");

        using var answer = await Client.GetAtAsync($"{Shuttles}&includeDominated=true&sort=price&limit=1&cursor={page.Text("nextCursor")}");

        await answer.IsProblemAsync(400, "cursor_invalid");
    }

    [Fact]
    public async Task The_same_query_in_the_same_minute_has_the_same_bytes_and_tag()
    {
        using var first = await Client.GetAtAsync(Shuttles);
        using var again = await Client.GetAtAsync(Shuttles);
        using var unchanged = await Client.GetAtAsync(Shuttles, ("If-None-Match", first.Header("ETag") ?? ""));
        using var changed = await Client.GetAtAsync(Shuttles, ("If-Match", "\"another\""));

        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Header("ETag"), again.Header("ETag"));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        await changed.IsProblemAsync(412, "precondition_failed");
    }

    [Fact]
    public async Task An_offer_is_found_again_by_its_id_and_not_when_a_letter_differs()
    {
        var offer = (await Client.GetJsonAsync(Shuttles)).GetProperty("data")[0];
        var id = offer.Text("id");

        var again = await Client.GetJsonAsync($"/api/v1/offers/{id}");
        using var tampered = await Client.GetAtAsync($"/api/v1/offers/{id[..^3]}{(id[^3] == 'A' ? 'B' : 'A')}{id[^2..]}");

        Assert.Equal(offer.GetRawText(), again.GetRawText());
        await tampered.IsProblemAsync(404, "offer_unknown");
    }

    [Fact]
    public async Task An_offer_lives_for_twenty_one_minutes()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var id = (await airline.Client.GetJsonAsync(Shuttles)).GetProperty("data")[0].Text("id");

        airline.Clock.Advance(TimeSpan.FromMinutes(21) - TimeSpan.FromSeconds(1));
        using var alive = await airline.Client.GetAtAsync($"/api/v1/offers/{id}");
        airline.Clock.Advance(TimeSpan.FromSeconds(1));
        using var expired = await airline.Client.GetAtAsync($"/api/v1/offers/{id}");

        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        await expired.IsProblemAsync(410, "offer_expired");
    }

    [Fact]
    public async Task Several_slices_are_searched_by_post()
    {
        using var answer = await PostAsync("""{"slices":[{"origin":"LHR","destination":"JFK","departureDate":"2027-01-30"},{"origin":"JFK","destination":"LON","departureDate":"2027-02-06"}],"passengers":{"adults":2}}""");

        var offers = (await answer.JsonAsync()).GetProperty("data");

        Assert.Equal(["T0303 T0304"], FlightsOf(await answer.JsonAsync()));
        Assert.Equal(2, offers[0].GetProperty("passengers").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"slices":[{"origin":"LHR","destination":"JFK","departureDate":"2027-01-30","seat":"1A"}]}""", 400, "unknown_field", "/slices/0/seat")]
    [InlineData("""{"slices":[{"origin":"LHR","destination":"JFK","departureDate":"2027-01-30"}],"maxStops":3}""", 400, "request_invalid", "/maxStops")]
    [InlineData("""{"slices":[]}""", 400, "request_invalid", "/slices")]
    [InlineData("""{"slices":[{"origin":"LHR","destination":"JFK","departureDate":"2027-01-30"},{"origin":"JFK","destination":"EWR","departureDate":"2027-01-30"},{"origin":"JFK","destination":"NYC","departureDate":"2027-01-30"}]}""", 422, "same_place", "/slices/2/destination")]
    [InlineData("""{"slices":[{"origin":"LHR","destination":"JFK","departureDate":"2027-01-30"}],"passengers":{"adults":1,"infants":2}}""", 422, "passengers_invalid", "/passengers/infants")]
    [InlineData("""{"slices":[{"origin":"LHR","destination":"JFK","departureDate":"2027-01-30"}],"passengers":{"adults":2,"children":-1}}""", 400, "request_invalid", "/passengers/children")]
    public async Task A_body_that_cannot_be_says_why_and_where(string body, int status, string code, string at)
    {
        using var answer = await PostAsync(body);

        var problem = await answer.IsProblemAsync(status, code);

        Assert.Contains(at, problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("pointer")));
    }

    [Fact]
    public async Task Seven_slices_are_too_many()
    {
        using var answer = await PostAsync($$"""{"slices":[{{string.Join(',', Enumerable.Repeat("""{"origin":"LHR","destination":"JFK","departureDate":"2027-01-30"}""", 7))}}]}""");

        await answer.IsProblemAsync(400, "request_invalid");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task The_search_of_slices_takes_post_alone(string method)
    {
        using var answer = await Client.SendAsync(new HttpMethod(method), "/api/v1/offers/search");

        await answer.IsProblemAsync(405, "method_not_allowed");
        Assert.Equal("POST", answer.Header("Allow"));
    }

    [Fact]
    public async Task The_calendar_has_every_day_of_the_month_and_null_where_nothing_flies()
    {
        var days = (await Client.GetJsonAsync("/api/v1/fare-calendar?origin=LON&destination=NYC&month=2026-12")).GetProperty("data").EnumerateArray().ToList();
        var cheapest = (await Client.GetJsonAsync(Shuttles + "&sort=price&limit=1")).GetProperty("data")[0];

        Assert.Equal(31, days.Count);
        Assert.Equal(Amount(cheapest.GetProperty("total")), Amount(days[0].GetProperty("lowest")));
        Assert.Equal(JsonValueKind.Null, days[1].GetProperty("lowest").ValueKind);
    }

    [Theory]
    [InlineData("origin=LON&destination=NYC&month=9999-12", 422, "date_too_far", "/month")]
    [InlineData("origin=LON&destination=NYC&month=2040-01", 422, "date_too_far", "/month")]
    [InlineData("origin=LON&destination=LHR&month=9999-12", 422, "same_place", "/destination")]
    [InlineData("origin=LON&destination=NYC&month=10000-01", 400, "request_invalid", "/month")]
    public async Task A_calendar_that_cannot_be_says_why_and_where(string query, int status, string code, string at)
    {
        using var answer = await Client.GetAtAsync("/api/v1/fare-calendar?" + query);

        var problem = await answer.IsProblemAsync(status, code);

        Assert.Contains(at, problem.GetProperty("errors").EnumerateArray().Select(error => error.Text("pointer")));
    }

    [Theory]
    [InlineData("0001-01")]
    [InlineData("2026-01")]
    public async Task A_month_that_is_past_has_no_prices(string month)
    {
        var days = (await Client.GetJsonAsync($"/api/v1/fare-calendar?origin=LON&destination=NYC&month={month}")).GetProperty("data").EnumerateArray().ToList();

        Assert.Equal(31, days.Count);
        Assert.All(days, day => Assert.Equal(JsonValueKind.Null, day.GetProperty("lowest").ValueKind));
    }

    private Task<HttpResponseMessage> PostAsync(string body) =>
        Client.PostAsync(new Uri("/api/v1/offers/search", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name);

    private static decimal Amount(JsonElement money) => decimal.Parse(money.Text("amount"), System.Globalization.CultureInfo.InvariantCulture);

    private static List<string> FlightsOf(JsonElement page) =>
    [
        .. page.GetProperty("data").EnumerateArray().Select(offer => string.Join(' ', offer.GetProperty("slices").EnumerateArray()
            .SelectMany(slice => slice.GetProperty("segments").EnumerateArray()).Select(segment => segment.Text("flightNumber")))),
    ];
}
