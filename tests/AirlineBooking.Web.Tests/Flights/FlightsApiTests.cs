using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Flights;

[Collection(Looking.Name)]
public sealed class FlightsApiTests(SharedAirline shared)
{
    private HttpClient Client => shared.Airline.Client;

    [Fact]
    public async Task A_flight_has_all_that_the_contract_names_in_its_formats()
    {
        var flight = await Client.GetJsonAsync($"/api/v1/flights/{SomeFlights.SingaporeId}");

        Assert.Equal(
            ["id", "flightNumber", "origin", "destination", "departingAt", "arrivingAt", "originTimeZone", "destinationTimeZone", "departsAtUtc", "arrivesAtUtc",
             "duration", "aircraft", "status", "terminal", "gate", "cabins"],
            flight.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ("flt_1", "T0101", "LHR", "SIN", "2026-12-01T21:35", "2026-12-02T18:50"),
            (flight.Text("id"), flight.Text("flightNumber"), flight.Text("origin"), flight.Text("destination"), flight.Text("departingAt"), flight.Text("arrivingAt")));
        Assert.Equal(
            ("Europe/London", "Asia/Singapore", "2026-12-01T21:35:00Z", "2026-12-02T10:50:00Z", "PT13H15M", "scheduled", "5"),
            (flight.Text("originTimeZone"), flight.Text("destinationTimeZone"), flight.Text("departsAtUtc"), flight.Text("arrivesAtUtc"), flight.Text("duration"),
             flight.Text("status"), flight.Text("terminal")));
    }

    [Fact]
    public async Task The_cabins_are_those_of_the_aircraft_and_hold_what_the_flight_may_sell()
    {
        var cabins = (await Client.GetJsonAsync($"/api/v1/flights/{SomeFlights.SingaporeId}")).GetProperty("cabins").EnumerateArray().ToList();

        Assert.Equal(["business", "premium_economy", "economy"], cabins.Select(cabin => cabin.Text("cabin")));
        Assert.Equal(SomeFlights.LongHaulSeats, cabins.Sum(cabin => cabin.GetProperty("capacity").GetInt32()));
        Assert.All(cabins, cabin => Assert.InRange(cabin.GetProperty("seatsLeft").GetInt32(), 0, cabin.GetProperty("capacity").GetInt32()));
    }

    [Theory]
    [InlineData("T0101")]
    [InlineData("t0%20101")]
    [InlineData("T00101")]
    public async Task A_number_is_understood_with_a_space_and_leading_zeros(string number)
    {
        var found = (await Client.GetJsonAsync($"/api/v1/flights?number={number}&date=2026-12-01")).GetProperty("data");

        Assert.Equal(SomeFlights.SingaporeId, Assert.Single(found.EnumerateArray().ToList()).Text("id"));
    }

    [Fact]
    public async Task A_city_stands_for_its_airports()
    {
        var found = (await Client.GetJsonAsync("/api/v1/flights?origin=LON&destination=JFK&date=2026-12-01")).GetProperty("data");

        Assert.Equal(SomeFlights.Shuttles + 1, found.GetArrayLength());
        Assert.Contains("LGW", found.EnumerateArray().Select(flight => flight.Text("origin")));
    }

    [Fact]
    public async Task Pages_bring_every_flight_once_in_the_order_they_leave()
    {
        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = await Client.GetJsonAsync($"/api/v1/flights?origin=LHR&destination=JFK&date=2026-12-01&limit=2{cursor}");
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(flight => flight.Text("departingAt")));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(SomeFlights.Shuttles, seen.Distinct().Count());
        Assert.Equal(seen.Order(), seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("date=2026-12-01")]
    [InlineData("number=T0101")]
    [InlineData("number=T0101&origin=LHR&date=2026-12-01")]
    [InlineData("origin=LHR&date=2026-12-01")]
    [InlineData("number=T0101&date=01.12.2026")]
    [InlineData("number=T0101&date=2026-02-30")]
    [InlineData("number=T0&date=2026-12-01")]
    public async Task A_query_that_names_no_flights_is_refused(string query)
    {
        using var answer = await Client.GetAtAsync($"/api/v1/flights?{query}");

        Assert.NotEqual(0, (await answer.IsProblemAsync(400, "request_invalid")).GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_place_is_named()
    {
        using var answer = await Client.GetAtAsync("/api/v1/flights?origin=LHR&destination=ZZZ&date=2026-12-01");

        Assert.Equal("/destination", (await answer.IsProblemAsync(422, "airport_unknown")).GetProperty("errors")[0].Text("pointer"));
    }

    [Theory]
    [InlineData("flt_fffff")]
    [InlineData("flt_01")]
    [InlineData("FLT_1")]
    [InlineData("1")]
    [InlineData("flt_-1")]
    public async Task An_unknown_id_is_a_problem(string id)
    {
        using var answer = await Client.GetAtAsync($"/api/v1/flights/{id}");

        await answer.IsProblemAsync(404, "flight_unknown");
    }
}
