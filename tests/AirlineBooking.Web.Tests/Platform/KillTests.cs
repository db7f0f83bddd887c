using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AirlineBooking.Web.Tests.Bookings;
using AirlineBooking.Web.Tests.Seats;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

/// <summary>The published program is killed again and again while people hold seats and book: whatever it has answered stays true.</summary>
public sealed class KillTests
{
    /// <summary>Set by tests/run.sh --long.</summary>
    private const string LongVariable = "AIRLINE_TEST_LONG";

    private const int Flights = 8;
    private const int Customers = 6;
    private const int MostRequestsBetweenKills = 120;

    // By then a day's flights are half sold.
    private const int KillsOfADay = 25;

    // A payment that may still be on its way is given up half a minute after it was begun.
    private static readonly TimeSpan LongestUncertainty = TimeSpan.FromSeconds(90);

    private readonly ConcurrentQueue<Held> _held = new();
    private readonly ConcurrentQueue<Booked> _booked = new();
    private readonly ConcurrentQueue<Asked> _cut = new();
    private readonly List<string> _offers = [];
    private TaskCompletionSource _enough = new();
    private int _requestsLeft;
    private int _next, _looked, _cuts;

    // A long run kills it on PostgreSQL too.
    public static TheoryData<bool, int> Runs => Environment.GetEnvironmentVariable(LongVariable) == "1" ? new() { { false, 200 }, { true, 200 } } : new() { { false, 10 } };

    [PublishedTheory, MemberData(nameof(Runs))]
    public async Task Whatever_was_answered_before_a_kill_is_true_after_it(bool onPostgres, int kills)
    {
        await using var program = await PublishedProgram.PrepareAsync(onPostgres, "--Payments:Provider=Sandbox", "--Payments:AllowSandbox=true", "--RateLimits:Enabled=false", "--Logging:LogLevel:Default=Error");
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30);
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "flights.csv"), Schedule(first, kills));
        var loaded = await program.CommandAsync("import-flights", "flights.csv");
        Assert.True(loaded.Code == 0, loaded.Errors);
        var random = new Random(4711);

        for (var kill = 1; kill <= kills; kill++)
        {
            // What stands is looked at twice: by the program's own check, and by everybody who was told something since the last time.
            var check = kill == 1 ? null : program.CommandAsync("check");
            await program.StartAsync();
            await AskAgainAsync(program.Client);
            await EverybodyLooksAsync(program.Client);
            if (check is not null) Assert.True((await check).Code == 0, $"After {kill - 1} kills: {(await check).Output}{(await check).Errors}");

            await FindOffersAsync(program.Client, first.AddDays((kill - 1) / KillsOfADay));
            using var over = new CancellationTokenSource();
            // Killed while the request after so many is on its way, with those of the other customers wherever they are.
            var enough = KillAfter(random.Next(1, MostRequestsBetweenKills));
            var customers = Enumerable.Range(0, Customers).Select(_ => Task.Run(() => BookUntilAsync(program.Client, over.Token))).ToList();
            await enough.Task;
            await program.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(customers);
        }

        var last = program.CommandAsync("check");
        await program.StartAsync();
        await EverybodyIsAnsweredAsync(program.Client);
        _looked = 0;
        await EverybodyLooksAsync(program.Client);
        Assert.True((await last).Code == 0, (await last).Output + (await last).Errors);
        // Nothing is proved where nothing was cut.
        Assert.True(_booked.Count > kills && _held.Count > kills && _cuts >= kills, $"Only {_booked.Count} bookings, {_held.Count} holds, {_cuts} requests cut");
    }

    private static string Schedule(DateOnly first, int kills)
    {
        var csv = new StringBuilder("carrier,flight_number,origin,destination,date,dep_local,arr_local,block_min,aircraft_icao,seats\n");
        for (var date = first; date <= first.AddDays((kills - 1) / KillsOfADay); date = date.AddDays(1))
        {
            for (var i = 0; i < Flights; i++) csv.Append(CultureInfo.InvariantCulture, $"T0,{201 + i},LHR,JFK,{date:yyyy-MM-dd},{8 + i:00}:00,{11 + i:00}:00,480,A359,300\n");
        }
        return csv.ToString();
    }

    private async Task FindOffersAsync(HttpClient client, DateOnly date)
    {
        var found = await client.GetJsonAsync($"/api/v1/offers?origin=LHR&destination=JFK&departureDate={date:yyyy-MM-dd}&limit={Flights}&nonstop=true");
        _offers.Clear();
        foreach (var offer in found.GetProperty("data").EnumerateArray()) _offers.Add(offer.GetRawText());
        Assert.NotEmpty(_offers);
    }

    // A customer whose request was cut goes home; somebody asks again for them later.
    private async Task BookUntilAsync(HttpClient client, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using var offer = JsonDocument.Parse(_offers[Interlocked.Increment(ref _next) % _offers.Count]);
            var (id, flight) = (offer.RootElement.Text("id"), offer.RootElement.GetProperty("slices")[0].GetProperty("segments")[0].Text("flightId"));
            if (await AskAsync(client, new Asked("/api/v1/seat-holds", BookingCalls.NewKey(), SeatCalls.Wish("\"best\":{\"count\":1}", flight))) is not { } held) return;
            if (held.Status != 201) continue;
            if (await AskAsync(client, new Asked(BookingCalls.Bookings, BookingCalls.NewKey(), BookingCalls.Body(id, holds: $"\"{held.Json.Text("id")}\""))) is null) return;
        }
    }

    private async Task<Told?> AskAsync(HttpClient client, Asked asked)
    {
        CountRequest();
        try
        {
            var told = await SendAsync(client, asked);
            Remember(asked, told);
            return told;
        }
        catch (HttpRequestException)
        {
            // It was killed in the middle: whether it happened is not known, and the same request will tell.
            Interlocked.Increment(ref _cuts);
            _cut.Enqueue(asked);
            return null;
        }
    }

    private static async Task<Told> SendAsync(HttpClient client, Asked asked)
    {
        using var answer = await client.PostAsync(asked.Address, asked.Body, (SeatCalls.Idempotency, asked.Key));
        return new Told((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Header("Booking-Token") ?? "");
    }

    private TaskCompletionSource KillAfter(int requests)
    {
        _enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _requestsLeft, requests);
        return _enough;
    }

    private void CountRequest()
    {
        if (Interlocked.Decrement(ref _requestsLeft) == 0) _enough.SetResult();
    }

    private void Remember(Asked asked, Told told)
    {
        if (told.Status != 201) return;
        if (asked.Address == BookingCalls.Bookings) _booked.Enqueue(new Booked(told.Json.Text("locator"), asked, told));
        else _held.Enqueue(new Held(told.Json.Text("flightId"), told.Json.GetProperty("seats")[0].GetString() ?? "", told.Json.GetProperty("expiresAt").GetDateTimeOffset()));
    }

    private async Task EverybodyLooksAsync(HttpClient client)
    {
        foreach (var booked in _booked.Skip(_looked).ToList())
        {
            var now = await ReadAsync(client, booked.Locator, booked.Told.Token);
            Assert.True(now.Text("status") == "confirmed", $"{booked.Locator} was confirmed and is {now}");
        }
        _looked = _booked.Count;
        foreach (var booked in _booked.TakeLast(Customers)) Assert.Equal(booked.Told.Says, (await SendAsync(client, booked.Asked)).Says);
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(10);
        foreach (var flight in _held.Where(held => held.Until > soon).GroupBy(held => held.Flight))
        {
            var map = await client.GetJsonAsync(SeatCalls.Map(flight.Key));
            var free = map.Elements().Where(element => element.Text("type") == "seat" && element.Text("state") == "available").Select(seat => seat.Text("number")).ToHashSet();
            Assert.DoesNotContain(flight, held => free.Contains(held.Seat));
        }
    }

    // Whoever was cut asks again: now, or once the settler has found out, there is one answer, and what is read agrees with it.
    private async Task AskAgainAsync(HttpClient client)
    {
        for (var left = _cut.Count; left > 0 && _cut.TryDequeue(out var asked); left--)
        {
            var told = await SendAsync(client, asked);
            Assert.True(told.Status < 500, $"{told.Status}: {told.Text}");
            if (told.Code == "idempotency_in_progress")
            {
                _cut.Enqueue(asked);
                continue;
            }
            Assert.Equal(told.Says, (await SendAsync(client, asked)).Says);
            Remember(asked, told);
            if (told.Status == 201 || told.Token.Length == 0) continue;
            var now = await ReadAsync(client, told.Json.Text("locator"), told.Token);
            Assert.True(now.Text("status") is "pending_payment" or "failed", $"{told.Status} was answered, and the booking is {now}");
        }
    }

    private async Task EverybodyIsAnsweredAsync(HttpClient client)
    {
        var waited = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        await AskAgainAsync(client);
        while (!_cut.IsEmpty)
        {
            Assert.True(waited.Elapsed < LongestUncertainty, $"{_cut.Count} requests have no answer after {waited.Elapsed}.");
            await timer.WaitForNextTickAsync();
            await AskAgainAsync(client);
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, string locator, string token)
    {
        using var answer = await client.GetAtAsync($"{BookingCalls.Bookings}/{locator}", ("Authorization", $"Bearer {token}"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{locator}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private sealed record Held(string Flight, string Seat, DateTimeOffset Until);

    private sealed record Booked(string Locator, Asked Asked, Told Told);

    private sealed record Asked(string Address, string Key, string Body);

    private sealed record Told(int Status, string Text, string Token)
    {
        public JsonElement Json { get; } = JsonDocument.Parse(Text).RootElement;

        public string? Code => Member("code");

        // A refusal names the request that it answers, which is another one each time.
        public string Says => Status < 400 ? $"{Status} {Text}" : $"{Status} {Code} {Member("locator")}";

        private string? Member(string name) => Json.TryGetProperty(name, out var member) ? member.GetString() : null;
    }
}
