using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AirlineBooking.Benchmarks;

/// <summary>Requests a second of what people and partners ask most, as ratios to bare endpoints of the same Kestrel in the same run. Needs wrk.</summary>
internal static partial class HttpBenchmark
{
    private const int Rounds = 5;
    private const int Connections = 32;
    private const int Seconds = 4;

    private const string Unchanged = "offers, If-None-Match";

    private static readonly string[] Places = ["LON", "LHR", "SIN", "NYC", "SYD", "CDG", "BKK", "DXB", "HKG", "ZRH", "MUC", "AMS", "MAD", "FCO", "ATH", "DEL", "BOM", "HND", "MEL", "LAX"];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var published, ..] || !File.Exists(Path.Combine(published, "AirlineBooking.Web.dll")))
        {
            Console.Error.WriteLine("usage: AirlineBooking.Benchmarks http PUBLISHED-FOLDER [--only WORDS]");
            return 2;
        }
        var folder = Directory.CreateTempSubdirectory("airline-bench-");
        try
        {
            var database = Path.Combine(folder.FullName, "airline.db");
            double first;
            await using (var site = await PublishedSite.StartAsync(published, database)) first = site.Started.TotalSeconds;
            await using var again = await PublishedSite.StartAsync(published, database);
            Print($"first start to first page {first:F1} s, a later one {again.Started.TotalSeconds:F1} s");
            await MeasureAsync(again, folder.FullName, args is [_, "--only", var only] ? only : "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static async Task MeasureAsync(PublishedSite site, string folder, string only)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        var from = DateTimeOffset.Parse((await http.GetAsync(new Uri("/health/live", UriKind.Relative))).Headers.Date!.Value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).AddDays(20);
        var loads = new Load[]
        {
            new("bare JSON", Script(folder, "json", $"return wrk.format('GET', '{BareEndpoints.Json}')"), null),
            new("offers, every query another", Script(folder, "distinct", Query("/api/v1/offers?origin=", "&destination=", "&departureDate=", "&adults=", from)), "bare JSON"),
            new("offers, the same eight queries", Script(folder, "repeated", Repeated("/api/v1/offers?origin=", "&destination=", "&departureDate=", from)), "bare JSON"),
            new(Unchanged, Script(folder, "unchanged", await UnchangedAsync(http, from)), "bare JSON"),
            new("empty page", Script(folder, "page", $"return wrk.format('GET', '{BareEndpoints.Page}')"), null),
            new("results page, every search another", Script(folder, "results", Query("/flights?from=", "&to=", "&out=", "&adults=", from)), "empty page"),
            new("results page, the same eight searches", Script(folder, "results-repeated", Repeated("/flights?from=", "&to=", "&out=", from, "&adults=1")), "empty page"),
        };
        var asked = loads.Where(load => load.Name.Contains(only, StringComparison.Ordinal)).ToArray();
        loads = [.. loads.Where(load => asked.Contains(load) || asked.Any(one => one.Baseline == load.Name))];
        foreach (var load in loads) await RunWrkAsync(site, load, 2);
        var rounds = new List<Dictionary<string, double>>();
        for (var round = 0; round < Rounds; round++)
        {
            var rates = new Dictionary<string, double>();
            foreach (var load in loads)
            {
                if (load.Name == Unchanged) Script(folder, "unchanged", await UnchangedAsync(http, from));
                rates[load.Name] = await RunWrkAsync(site, load, Seconds);
            }
            rounds.Add(rates);
        }
        foreach (var load in loads)
        {
            var ratio = load.Baseline is { } baseline ? $"  = {Spread(rounds, r => r[load.Name] / r[baseline], "F3")} of {baseline}" : "";
            Print($"{load.Name,-40}{Spread(rounds, r => r[load.Name], "N0")} requests/s{ratio}");
        }
        if (only.Length == 0) await MeasureAllocationAsync(http, from);
    }

    private static async Task MeasureAllocationAsync(HttpClient http, DateTimeOffset from)
    {
        const int Requests = 2000;
        var random = new Random(1);
        var perRequest = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            // What it costs to be asked at all is in both figures, so a bare request is taken off.
            var bare = await AllocatedByAsync(http, Requests, () => BareEndpoints.Json);
            var offers = await AllocatedByAsync(http, Requests, () => string.Create(CultureInfo.InvariantCulture,
                $"/api/v1/offers?origin={Places[random.Next(10)]}&destination={Places[10 + random.Next(10)]}&departureDate={from.AddDays(random.Next(280)):yyyy-MM-dd}&adults={1 + random.Next(4)}"));
            perRequest.Add((offers - bare) / Requests);
        }
        Print($"allocated for a distinct search request: {Spread(perRequest, value => value / 1024, "F1")} KB");
    }

    private static async Task<double> AllocatedByAsync(HttpClient http, int requests, Func<string> path)
    {
        var before = await AllocatedAsync(http);
        for (var i = 0; i < requests; i++) (await http.GetAsync(new Uri(path(), UriKind.Relative))).Dispose();
        return await AllocatedAsync(http) - before;
    }

    private static async Task<double> AllocatedAsync(HttpClient http) =>
        double.Parse(await http.GetStringAsync(new Uri(BareEndpoints.Allocated, UriKind.Relative)), CultureInfo.InvariantCulture);

    // Lua runs in wrk; each thread draws from a seed of its own.
    private static string Query(string origin, string destination, string date, string adults, DateTimeOffset from) =>
        $"""
        local day = {from.ToUnixTimeSeconds()} + math.random(0, 280) * 86400
        local a, b = math.random(1, 10), math.random(11, 20)
        return wrk.format('GET', '{origin}' .. places[a] .. '{destination}' .. places[b] .. '{date}' .. os.date('!%Y-%m-%d', day) .. '{adults}' .. math.random(1, 4))
        """;

    private static string Repeated(string origin, string destination, string date, DateTimeOffset from, string rest = "") =>
        $"return wrk.format('GET', '{origin}' .. places[math.random(1, 8)] .. '{destination}' .. places[20] .. '{date}{from:yyyy-MM-dd}{rest}')";

    // The tag changes with the minute, so each round asks for the one that stands.
    private static async Task<string> UnchangedAsync(HttpClient http, DateTimeOffset from)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/api/v1/offers?origin=LON&destination=SIN&departureDate={from:yyyy-MM-dd}");
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        var tag = answer.Headers.ETag?.Tag ?? throw new InvalidOperationException("Offers have no ETag.");
        return $"return wrk.format('GET', '{path}', {"{"} ['If-None-Match'] = '{tag}' {"}"})";
    }

    private static string Script(string folder, string name, string body)
    {
        var file = Path.Combine(folder, name + ".lua");
        var places = string.Join(", ", Places.Select(place => $"'{place}'"));
        File.WriteAllText(file, $"local places = {{ {places} }}\nmath.randomseed(os.time() + tonumber(tostring(places):sub(8), 16) % 100000)\nfunction request()\n{body}\nend\n");
        return file;
    }

    private static async Task<double> RunWrkAsync(PublishedSite site, Load load, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-t1", $"-c{Connections}", $"-d{seconds}s", "-s", load.Script, site.Address.ToString() }) start.ArgumentList.Add(argument);
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk is needed: apt-get install wrk.");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (Refused().Match(output) is { Success: true } refused) throw new InvalidOperationException($"{load.Name}: {refused.Value.Trim()}");
        return double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static string Spread<T>(IEnumerable<T> rounds, Func<T, double> figure, string format)
    {
        var sorted = rounds.Select(figure).Order().ToList();
        return $"{sorted[sorted.Count / 2].ToString(format, CultureInfo.InvariantCulture)} ({sorted[0].ToString(format, CultureInfo.InvariantCulture)}–{sorted[^1].ToString(format, CultureInfo.InvariantCulture)})";
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"Non-2xx or 3xx responses: \d+")]
    private static partial Regex Refused();

    private sealed record Load(string Name, string Script, string? Baseline);
}
