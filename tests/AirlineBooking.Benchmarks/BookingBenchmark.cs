using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace AirlineBooking.Benchmarks;

/// <summary>Bookings a second through the API, against durable commits of one row on the same disk in the same run; one flight against many; many stored bookings against few.</summary>
internal static class BookingBenchmark
{
    private const int Rounds = 5;
    private const int Buyers = 64;
    private const int Flights = 64;
    private const int BookingsARound = 640;
    private const int WarmUp = 4480;

    // One cabin has no room for a round: it is made on some flights, one after the other.
    private const int FullFlights = 4;
    private const int Timed = 400;

    // Payments are captured after their bookings were answered; that belongs to the bookings and not to the bare commits.
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var published, ..] || !File.Exists(Path.Combine(published, "AirlineBooking.Web.dll")))
        {
            Console.Error.WriteLine("usage: AirlineBooking.Benchmarks bookings PUBLISHED-FOLDER [--grow]");
            return 2;
        }
        var folder = Directory.CreateTempSubdirectory("airline-bench-");
        try
        {
            var database = Path.Combine(folder.FullName, "airline.db");
            await using (var site = await PublishedSite.StartAsync(published, database)) await MeasureAsync(site, folder.FullName);
            if (args.Contains("--grow")) await MeasureGrowthAsync(published, database);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static async Task MeasureAsync(PublishedSite site, string folder)
    {
        using var http = Client(site);
        var offers = await OffersAsync(http, Flights + Rounds * FullFlights);
        await BookAsync(http, offers.Take(Flights).ToList(), WarmUp);
        var (raw, spread, hot) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await Task.Delay(SettledAfter);
            raw.Add(CommitsASecond(folder));
            spread.Add(BookingsARound / (await BookAsync(http, offers.Take(Flights).ToList(), BookingsARound)).TotalSeconds);
            var onOneFlight = TimeSpan.Zero;
            for (var i = 0; i < FullFlights; i++) onOneFlight += await BookAsync(http, [offers[Flights + round * FullFlights + i]], BookingsARound / FullFlights);
            hot.Add(BookingsARound / onOneFlight.TotalSeconds);
        }
        Print($"durable commits of one row        {Spread(raw, "N0")} a second");
        Print($"bookings, {Buyers} buyers, {Flights} flights   {Spread(spread, "N0")} a second = {Spread(spread.Zip(raw, (a, b) => a / b), "F3")} of commits");
        Print($"bookings, {Buyers} buyers, one flight   {Spread(hot, "N0")} a second = {Spread(hot.Zip(spread, (a, b) => a / b), "F2")} of spread");
    }

    private static async Task MeasureGrowthAsync(string published, string database)
    {
        var medians = new List<(int Stored, double Milliseconds)>();
        foreach (var stored in new[] { 10_000, 1_000_000 })
        {
            var clock = Stopwatch.StartNew();
            StoredBookings.Fill(database, stored);
            Print($"{stored:N0} bookings stored after {clock.Elapsed.TotalSeconds:F0} s");
            await using var site = await PublishedSite.StartAsync(published, database);
            using var http = Client(site);
            var offers = await OffersAsync(http, Flights);
            var taken = new List<double>(Timed);
            for (var i = 0; i < Timed + 50; i++)
            {
                clock.Restart();
                await BuyAsync(http, offers[i % Flights]);
                if (i >= 50) taken.Add(clock.Elapsed.TotalMilliseconds);
            }
            taken.Sort();
            medians.Add((stored, taken[Timed / 2]));
            Print($"hold and book with {stored:N0} bookings stored: p50 {taken[Timed / 2]:F2} ms, p99 {taken[Timed * 99 / 100]:F2} ms");
        }
        Print($"p50 with {medians[1].Stored:N0} / with {medians[0].Stored:N0}: {medians[1].Milliseconds / medians[0].Milliseconds:F2}");
    }

    private static HttpClient Client(PublishedSite site) => new(new SocketsHttpHandler { MaxConnectionsPerServer = Buyers }) { BaseAddress = site.Address };

    // So many buyers at once, each taking the next booking to make; every one of them has to be confirmed.
    private static async Task<TimeSpan> BookAsync(HttpClient http, IReadOnlyList<TripOffer> offers, int bookings)
    {
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Buyers).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < bookings; i = Interlocked.Increment(ref next)) await BuyAsync(http, offers[i % offers.Count]);
        }));
        return clock.Elapsed;
    }

    private static async Task BuyAsync(HttpClient http, TripOffer trip)
    {
        while (true)
        {
            var (offer, seat) = (trip.Id, trip.NextSeat());
            using var held = await PostAsync(http, "/api/v1/seat-holds", $$"""{"flightId":"{{trip.Flight}}","offerId":"{{offer}}","seats":["{{seat}}"]}""");
            if (await ChangedAsync(held, trip)) continue;
            var hold = (await held.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
            using var booked = await PostAsync(
                http, "/api/v1/bookings",
                $$"""{"offerId":"{{offer}}","passengers":[{"type":"adult","givenName":"Zoe","familyName":"Mueller","bornOn":"1990-05-01"}],"contact":{"email":"zoe@example.com"},"holdIds":["{{hold}}"],"payment":{"token":"tok_visa"} }""");
            if ((int)booked.StatusCode != 201) throw new InvalidOperationException($"Not booked: {(int)booked.StatusCode} {await booked.Content.ReadAsStringAsync()}");
            return;
        }
    }

    // When the cheapest places are sold the next ones cost more: the new offer comes with the answer. Rows for infants are passed over.
    private static async Task<bool> ChangedAsync(HttpResponseMessage held, TripOffer trip)
    {
        if ((int)held.StatusCode == 201) return false;
        var problem = await held.Content.ReadFromJsonAsync<JsonElement>();
        if (problem.GetProperty("code").GetString() is not ("price_changed" or "seats_taken" or "seat_not_suitable")) throw new InvalidOperationException($"Not held: {problem}");
        if (problem.TryGetProperty("offer", out var offer)) trip.Id = offer.GetProperty("id").GetString() ?? "";
        return true;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return http.SendAsync(request);
    }

    // Direct flights with a wide cabin, each on a day of its own.
    private static async Task<List<TripOffer>> OffersAsync(HttpClient http, int count)
    {
        var offers = new List<TripOffer>();
        for (var day = 30; offers.Count < count; day++)
        {
            var date = TimeProvider.System.GetUtcNow().AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var answer = await http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/offers?origin=LHR&destination=SIN&departureDate={date}&nonstop=true&limit=1", UriKind.Relative));
            foreach (var offer in answer.GetProperty("data").EnumerateArray())
            {
                var flight = offer.GetProperty("slices")[0].GetProperty("segments")[0].GetProperty("flightId").GetString() ?? "";
                offers.Add(new TripOffer(await SeatsAsync(http, flight)) { Flight = flight, Id = offer.GetProperty("id").GetString() ?? "" });
            }
        }
        return offers;
    }

    private static async Task<string[]> SeatsAsync(HttpClient http, string flight)
    {
        var map = await http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/flights/{flight}/seat-map", UriKind.Relative));
        return
        [
            .. from cabin in map.GetProperty("cabins").EnumerateArray()
               where cabin.GetProperty("cabin").GetString() == "economy"
               from row in cabin.GetProperty("rows").EnumerateArray()
               from section in row.GetProperty("sections").EnumerateArray()
               from element in section.GetProperty("elements").EnumerateArray()
               where element.GetProperty("type").GetString() == "seat" && element.GetProperty("state").GetString() == "available"
               select element.GetProperty("number").GetString() ?? "",
        ];
    }

    private static double CommitsASecond(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        StoredBookings.Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS raw (id INTEGER PRIMARY KEY, text TEXT)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO raw (text) VALUES ('one row of some length, as a seat would have')";
        var (commits, clock) = (0, Stopwatch.StartNew());
        for (; clock.Elapsed.TotalSeconds < 2; commits++) insert.ExecuteNonQuery();
        return commits / clock.Elapsed.TotalSeconds;
    }

    internal static string Spread(IEnumerable<double> figures, string format)
    {
        var sorted = figures.Order().ToList();
        string Text(double figure) => figure.ToString(format, CultureInfo.InvariantCulture);
        return $"{Text(sorted[sorted.Count / 2])} ({Text(sorted[0])}–{Text(sorted[^1])})";
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    // The offer of a flight, which changes when its cheapest places are gone, and its seats, each for one buyer.
    private sealed class TripOffer(string[] seats)
    {
        private int _next = -1;

        public required string Flight { get; init; }

        public required string Id { get; set; }

        public string NextSeat() => seats[Interlocked.Increment(ref _next) % seats.Length];
    }
}
