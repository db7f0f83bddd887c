using System.Collections.Concurrent;
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

    private readonly ConcurrentQueue<Held> _held = new();
    private readonly ConcurrentQueue<Booked> _booked = new();
    private readonly ConcurrentQueue<(string Key, string Body)> _unanswered = new();
    private readonly List<string> _offers = [];
    private TaskCompletionSource _enough = new();
    private int _requestsLeft;
    private int _next;

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
        var (random, looked) = (new Random(4711), 0);

        for (var kill = 1; kill <= kills; kill++)
        {
            // What stands is looked at twice: by the program's own check, and by everybody who was told something since the last time.
            var check = kill == 1 ? null : program.CommandAsync("check");
            await program.StartAsync();
            await EverybodyLooksAsync(program.Client, _booked.Skip(looked));
            looked = _booked.Count;
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
        await EverybodyLooksAsync(program.Client, _booked);
        Assert.True((await last).Code == 0, (await last).Output + (await last).Errors);
        // Nothing is proved where nothing was cut.
        Assert.True(_booked.Count > kills && _held.Count > kills, $"Only {_booked.Count} bookings, {_held.Count} holds");
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

    private async Task BookUntilAsync(HttpClient client, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var (key, body) = ("", "");
            try
            {
                using var offer = JsonDocument.Parse(_offers[Interlocked.Increment(ref _next) % _offers.Count]);
                var (id, flight) = (offer.RootElement.Text("id"), offer.RootElement.GetProperty("slices")[0].GetProperty("segments")[0].Text("flightId"));
                CountRequest();
                using var hold = await client.HoldAsync(SeatCalls.Wish("\"best\":{\"count\":1}", flight));
                if ((int)hold.StatusCode != 201) continue;
                var held = await hold.JsonAsync();
                var mine = new Held(flight, held.GetProperty("seats")[0].GetString() ?? "", held.GetProperty("expiresAt").GetDateTimeOffset());
                _held.Enqueue(mine);
                (key, body) = (BookingCalls.NewKey(), BookingCalls.Body(id, holds: $"\"{held.Text("id")}\""));
                CountRequest();
                using var answer = await client.BookAsync(body, key);
                await RememberAsync(answer, key, body);
            }
            catch (HttpRequestException)
            {
                // It was killed in the middle: whether it happened is not known, and the same request will tell.
                if (key.Length > 0) _unanswered.Enqueue((key, body));
                return;
            }
        }
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

    private async Task<bool> RememberAsync(HttpResponseMessage answer, string key, string body)
    {
        if ((int)answer.StatusCode != 201) return false;
        var text = await answer.Content.ReadAsStringAsync();
        using var booking = JsonDocument.Parse(text);
        _booked.Enqueue(new Booked(booking.RootElement.Text("locator"), answer.Header("Booking-Token") ?? "", key, body, text));
        return true;
    }

    private async Task EverybodyLooksAsync(HttpClient client, IEnumerable<Booked> told)
    {
        foreach (var booked in told.ToList())
        {
            using var answer = await client.GetAtAsync($"{BookingCalls.Bookings}/{booked.Locator}", ("Authorization", $"Bearer {booked.Token}"));
            var now = await answer.JsonAsync();
            Assert.True(answer.IsSuccessStatusCode && now.Text("status") == "confirmed", $"{booked.Locator} was confirmed and is {now}");
        }
        foreach (var booked in _booked.TakeLast(Customers))
        {
            using var again = await client.BookAsync(booked.Body, booked.Key);
            Assert.Equal((201, booked.Answer), ((int)again.StatusCode, await again.Content.ReadAsStringAsync()));
        }
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(10);
        foreach (var flight in _held.Where(held => held.Until > soon).GroupBy(held => held.Flight))
        {
            var map = await client.GetJsonAsync(SeatCalls.Map(flight.Key));
            var free = map.Elements().Where(element => element.Text("type") == "seat" && element.Text("state") == "available").Select(seat => seat.Text("number")).ToHashSet();
            Assert.DoesNotContain(flight, held => free.Contains(held.Seat));
        }
        // Whoever was cut asks again: now, or once the settler has found out, there is one answer.
        for (var left = _unanswered.Count; left > 0 && _unanswered.TryDequeue(out var cut); left--)
        {
            using var again = await client.BookAsync(cut.Body, cut.Key);
            if (!await RememberAsync(again, cut.Key, cut.Body) && (int)again.StatusCode is 409) _unanswered.Enqueue(cut);
            Assert.True((int)again.StatusCode < 500, $"{(int)again.StatusCode}: {await again.Content.ReadAsStringAsync()}");
        }
    }

    private sealed record Held(string Flight, string Seat, DateTimeOffset Until);

    private sealed record Booked(string Locator, string Token, string Key, string Body, string Answer);
}
