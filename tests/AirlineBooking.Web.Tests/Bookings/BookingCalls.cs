using System.Text.Json;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Web.Tests.Seats;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Bookings;

/// <summary>How these tests book, as a partner's program would.</summary>
internal static class BookingCalls
{
    public const string Bookings = "/api/v1/bookings";

    public const string Adult = """{"type":"adult","givenName":"Zoë","familyName":"Müller","bornOn":"1990-05-01"}""";

    public static string Body(string offer, string token = "tok_visa", string passengers = Adult, string holds = "", string more = "") =>
        $$$"""{"offerId":"{{{offer}}}","passengers":[{{{passengers}}}],"contact":{"email":"zoe@example.com","phone":"+442079460958","language":"en-GB","reminders":["email"]},"holdIds":[{{{holds}}}],"payment":{"token":"{{{token}}}"}{{{more}}}}""";

    public static Task<HttpResponseMessage> BookAsync(this HttpClient client, string body, string? key = null) =>
        client.PostAsync(Bookings, body, (SeatCalls.Idempotency, key ?? NewKey()));

    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>What the program does by itself from second to second, for a minute.</summary>
    public static async Task SettleAsync(this RunningAirline airline)
    {
        for (var i = 0; i < 12; i++)
        {
            airline.Clock.Advance(TimeSpan.FromSeconds(5));
            await airline.Get<SandboxGateway>().TellAsync(default);
            await airline.Get<SettlePayments>().RunAsync(default);
        }
    }

    /// <summary>Lets the clock go on while a call waits: tries of the payment provider have pauses between them.</summary>
    public static async Task<HttpResponseMessage> WhileTimePassesAsync(this RunningAirline airline, Task<HttpResponseMessage> call)
    {
        while (!call.IsCompleted)
        {
            airline.Clock.Advance(TimeSpan.FromMilliseconds(200));
            (await airline.Client.GetAtAsync("/health/live")).Dispose();
        }
        return await call;
    }

    /// <summary>A confirmed booking of the cheapest offer in a family, or of an offer that is given.</summary>
    public static async Task<BookedByCall> BookedAsync(this HttpClient client, string family = "flex", string? holds = null, string? offer = null, string date = "2026-12-01")
    {
        offer ??= (await client.OfferAsync(family, date: date)).Text("id");
        using var answer = await client.BookAsync(Body(offer, holds: holds is null ? "" : $"\"{holds}\""));
        Assert.True((int)answer.StatusCode == 201, await answer.Content.ReadAsStringAsync());
        return new BookedByCall(await answer.JsonAsync(), answer.Header("Booking-Token") ?? "");
    }
}

/// <summary>A booking with its token.</summary>
internal sealed record BookedByCall(JsonElement Json, string Token)
{
    public string Locator => Json.Text("locator");

    public string Address => $"{BookingCalls.Bookings}/{Locator}";

    public string Passenger => Json.GetProperty("passengers")[0].Text("id");

    public string Flight { get; init; } = FirstFlightOf(Json);

    // A decline names no flights.
    private static string FirstFlightOf(JsonElement booking) => booking.TryGetProperty("slices", out var slices) ? slices[0].GetProperty("segments")[0].Text("flightId") : "";

    public (string, string) Bearer => ("Authorization", $"Bearer {Token}");

    public Task<HttpResponseMessage> PostAsync(HttpClient client, string below, string? body, string? key = null) =>
        client.PostAsync($"{Address}/{below}", body, Bearer, (SeatCalls.Idempotency, key ?? BookingCalls.NewKey()));

    public async Task<JsonElement> ReadAsync(HttpClient client)
    {
        using var answer = await client.GetAtAsync(Address, Bearer);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    public async Task<HttpResponseMessage> PutSeatAsync(HttpClient client, string seat, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{Address}/seats", UriKind.Relative));
        foreach (var (name, value) in headers.Append(Bearer)) request.Headers.TryAddWithoutValidation(name, value);
        request.Content = new StringContent($$"""{"flightId":"{{Flight}}","passengerId":"{{Passenger}}","seat":"{{seat}}"}""", System.Text.Encoding.UTF8, "application/json");
        return await client.SendAsync(request);
    }
}
