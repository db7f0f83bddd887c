using System.Net;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Flights;

[Collection(Looking.Name)]
public sealed class AirportsApiTests(SharedAirline shared)
{
    private HttpClient Client => shared.Airline.Client;

    [Fact]
    public async Task A_city_comes_before_its_airports()
    {
        var found = (await Client.GetJsonAsync("/api/v1/airports?query=lon&limit=2")).GetProperty("data");

        Assert.Equal(["LON city", "LHR airport"], found.EnumerateArray().Select(place => $"{place.Text("iata")} {place.Text("type")}"));
    }

    [Fact]
    public async Task An_airport_has_all_that_the_contract_names()
    {
        var airport = await Client.GetJsonAsync("/api/v1/airports/lhr");

        Assert.Equal(["type", "iata", "name", "city", "country", "timeZone", "latitude", "longitude"], airport.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("airport", "LHR", "London", "GB", "Europe/London"),
            (airport.Text("type"), airport.Text("iata"), airport.Text("city"), airport.Text("country"), airport.Text("timeZone")));
    }

    [Theory]
    [InlineData("ZZZ")]
    [InlineData("LONDON")]
    [InlineData("1")]
    public async Task An_unknown_code_is_a_problem(string code)
    {
        using var answer = await Client.GetAtAsync($"/api/v1/airports/{code}");

        await answer.IsProblemAsync(404, "airport_unknown");
    }

    [Theory]
    [InlineData("")]
    [InlineData("query=san&")]
    public async Task Pages_bring_every_place_once(string query)
    {
        var whole = await Client.GetJsonAsync($"/api/v1/airports?{query}limit=100");
        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = await Client.GetJsonAsync($"/api/v1/airports?{query}limit=7{cursor}");
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(place => place.Text("iata")));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0 && seen.Count < 100);

        var expected = whole.GetProperty("data").EnumerateArray().Select(place => place.Text("iata")).ToList();
        Assert.Equal(expected, seen.Take(expected.Count));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_cursor_of_another_query_is_refused()
    {
        var page = await Client.GetJsonAsync("/api/v1/airports?query=san&limit=1");
        using var answer = await Client.GetAtAsync($"/api/v1/airports?query=lon&limit=1&cursor={page.Text("nextCursor")}");

        await answer.IsProblemAsync(400, "cursor_invalid");
    }

    [Theory]
    [InlineData("limit=0", "/limit", "parameter_invalid")]
    [InlineData("limit=101", "/limit", "parameter_invalid")]
    [InlineData("limit=ten", "/limit", "parameter_invalid")]
    [InlineData("limit=1&limit=2", "/limit", "parameter_repeated")]
    [InlineData("colour=red", "/colour", "unknown_parameter")]
    public async Task A_wrong_parameter_is_named(string query, string at, string code)
    {
        using var answer = await Client.GetAtAsync($"/api/v1/airports?{query}");

        var error = Assert.Single((await answer.IsProblemAsync(400, "request_invalid")).GetProperty("errors").EnumerateArray().ToList());
        Assert.Equal((at, code), (error.Text("pointer"), error.Text("code")));
        Assert.NotEmpty(error.Text("detail"));
    }

    [Fact]
    public async Task All_wrong_parameters_are_named_at_once()
    {
        using var answer = await Client.GetAtAsync("/api/v1/airports?limit=0&colour=red");

        Assert.Equal(2, (await answer.IsProblemAsync(400, "request_invalid")).GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task What_the_client_knows_already_is_not_sent_again()
    {
        using var first = await Client.GetAtAsync("/api/v1/airports/LHR");
        using var again = await Client.GetAtAsync("/api/v1/airports/LHR", ("If-None-Match", $"\"other\", W/{first.Headers.ETag}"));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_ETag_is_strong_and_differs_where_the_bytes_do()
    {
        using var one = await Client.GetAtAsync("/api/v1/airports/LHR");
        using var other = await Client.GetAtAsync("/api/v1/airports/LGW");

        Assert.False(one.Headers.ETag?.IsWeak);
        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
    }

    [Theory]
    [InlineData("\"another\"", 412)]
    [InlineData("*", 200)]
    public async Task If_Match_asks_for_one_version_only(string tag, int status)
    {
        using var answer = await Client.GetAtAsync("/api/v1/airports/LHR", ("If-Match", tag));

        if (status == 200) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        else await answer.IsProblemAsync(412, "precondition_failed");
    }
}
