using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace AirlineBooking.Benchmarks;

/// <summary>How soon 200 watchers of a seat map hear that a seat was held: from sending the request that holds it to the last of them having read it.</summary>
internal static class LiveBenchmark
{
    private const int Watchers = 200;
    private const int WatchersAnAddress = 10;
    private const int Changes = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var published, ..] || !File.Exists(Path.Combine(published, "AirlineBooking.Web.dll")))
        {
            Console.Error.WriteLine("usage: AirlineBooking.Benchmarks live PUBLISHED-FOLDER");
            return 2;
        }
        var folder = Directory.CreateTempSubdirectory("airline-bench-");
        try
        {
            await using var site = await PublishedSite.StartAsync(published, Path.Combine(folder.FullName, "airline.db"));
            await MeasureAsync(site);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static async Task MeasureAsync(PublishedSite site)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        var (flight, seats) = await SeatsAsync(http);
        using var ends = new CancellationTokenSource();
        var heard = new CountingGate(Watchers);
        var (clients, watching) = (new List<HttpClient>(), new List<Task>());
        for (var i = 0; i < Watchers; i++)
        {
            if (i % WatchersAnAddress == 0) clients.Add(ClientFrom(site, i / WatchersAnAddress + 1));
            var stream = await clients[^1].GetStreamAsync(new Uri($"/api/v1/flights/{flight}/seat-map/stream", UriKind.Relative));
            watching.Add(WatchAsync(stream, heard, ends.Token));
        }
        var (last, answered) = (new List<double>(Changes), new List<double>(Changes));
        var clock = new Stopwatch();
        for (var i = 0; i < Changes; i++)
        {
            // Later than the pace at which changes that follow each other are put together.
            await Task.Delay(100);
            var all = heard.NextAsync();
            clock.Restart();
            using var answer = await HoldAsync(http, flight, seats[i]);
            answered.Add(clock.Elapsed.TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
            await all;
            last.Add(clock.Elapsed.TotalMilliseconds);
        }
        await ends.CancelAsync();
        foreach (var client in clients) client.Dispose();
        Print($"hold asked for → answered: {Percentiles(answered)} ms");
        Print($"hold asked for → read by the last of {Watchers} watchers: {Percentiles(last)} ms");
    }

    private static async Task WatchAsync(Stream stream, CountingGate heard, CancellationToken cancel)
    {
        try
        {
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(cancel) is { } line)
            {
                if (line == "event: seats") heard.Signal();
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or HttpRequestException)
        {
            // The measurement is over.
        }
    }

    /// <summary>Asks for a hold of one seat, as a guest of the API.</summary>
    internal static async Task<HttpResponseMessage> HoldAsync(HttpClient http, string flight, string seat)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/seat-holds", UriKind.Relative))
        {
            Content = new StringContent($$"""{"flightId":"{{flight}}","seats":["{{seat}}"]}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return await http.SendAsync(request);
    }

    /// <summary>A flight of a wide aircraft in a month and its free seats.</summary>
    internal static async Task<(string Flight, List<string> Seats)> SeatsAsync(HttpClient http)
    {
        var date = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var flights = await http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/flights?origin=LHR&destination=SIN&date={date}", UriKind.Relative));
        var flight = flights.GetProperty("data")[0].GetProperty("id").GetString() ?? "";
        var map = await http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/flights/{flight}/seat-map", UriKind.Relative));
        var seats = from cabin in map.GetProperty("cabins").EnumerateArray()
                    from row in cabin.GetProperty("rows").EnumerateArray()
                    from section in row.GetProperty("sections").EnumerateArray()
                    from element in section.GetProperty("elements").EnumerateArray()
                    where element.GetProperty("type").GetString() == "seat" && element.GetProperty("state").GetString() == "available"
                    select element.GetProperty("number").GetString() ?? "";
        return (flight, seats.ToList());
    }

    // Every address 127.0.0.x is this machine: no one of them may hold so many streams.
    private static HttpClient ClientFrom(PublishedSite site, int address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)address]), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = site.Address, Timeout = Timeout.InfiniteTimeSpan };

    internal static string Percentiles(List<double> figures)
    {
        figures.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {figures[figures.Count / 2]:F1}, p95 {figures[figures.Count * 95 / 100]:F1}, p99 {figures[figures.Count * 99 / 100]:F1}, most {figures[^1]:F1}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
