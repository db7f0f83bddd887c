using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Seats;

/// <summary>How these tests call the API, as a partner's program would.</summary>
internal static class SeatCalls
{
    /// <summary>An A320neo on the first of December: business 1 to 3, economy 4 to 31.</summary>
    public const string SmallFlight = "flt_9";

    public static string Map(string flight = SmallFlight) => $"/api/v1/flights/{flight}/seat-map";

    public static string Seats(params string[] seats) => Wish($"\"seats\":[{string.Join(',', seats.Select(seat => $"\"{seat}\""))}]");

    public static string Wish(string members, string flight = SmallFlight) => $$"""{"flightId":"{{flight}}",{{members}}}""";

    public static Task<HttpResponseMessage> HoldAsync(this HttpClient client, string body, string? key = null) =>
        client.PostAsync("/api/v1/seat-holds", body, (Idempotency, key ?? Guid.NewGuid().ToString("N")));

    public const string Idempotency = "Idempotency-Key";

    public static async Task<JsonElement> HeldAsync(this HttpClient client, params string[] seats)
    {
        using var answer = await client.HoldAsync(Seats(seats));
        Assert.True((int)answer.StatusCode == 201, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string address, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        return await client.SendAsync(request);
    }

    public static IEnumerable<JsonElement> Elements(this JsonElement map) =>
        from cabin in map.GetProperty("cabins").EnumerateArray()
        from row in cabin.GetProperty("rows").EnumerateArray()
        from section in row.GetProperty("sections").EnumerateArray()
        from element in section.GetProperty("elements").EnumerateArray()
        select element;

    public static JsonElement Seat(this JsonElement map, string number) =>
        map.Elements().Single(element => element.Text("type") == "seat" && element.Text("number") == number);

    /// <summary>The cheapest offer for one adult from Gatwick to New York on that day, in that family.</summary>
    public static async Task<JsonElement> OfferAsync(this HttpClient client, string family = "light", int adults = 1, string date = "2026-12-01")
    {
        var offers = await client.GetJsonAsync($"/api/v1/offers?origin=LGW&destination=JFK&departureDate={date}&adults={adults}&nonstop=true");
        var offer = offers.GetProperty("data")[0];
        return offer.Text("fareFamily") == family ? offer : offer.GetProperty("families").EnumerateArray().Single(other => other.Text("fareFamily") == family);
    }
}
