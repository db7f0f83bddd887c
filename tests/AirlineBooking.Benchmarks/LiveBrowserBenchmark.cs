using System.Globalization;
using Microsoft.Playwright;

namespace AirlineBooking.Benchmarks;

/// <summary>The live seat map as a passenger sees it: in a browser while 199 others watch, what each viewer costs, and how soon a click is answered.</summary>
internal static class LiveBrowserBenchmark
{
    private const int Others = 199;
    private const int WarmUp = 20;
    private const int Changes = 200;
    private const int CircuitsOfAKind = 100;
    private const int FirstCircuits = 10;
    private const int Rounds = 3;
    private const int Groups = 5;
    private const int ClicksAGroup = 10;

    // Later than the pace at which changes that follow each other are put together.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var published, .. var rest] || !File.Exists(Path.Combine(published, "AirlineBooking.Web.dll")))
        {
            Console.Error.WriteLine("usage: AirlineBooking.Benchmarks painted PUBLISHED-FOLDER [--only changes|clicks|memory]");
            return 2;
        }
        var only = rest is ["--only", var part] ? part : null;
        var folder = Directory.CreateTempSubdirectory("airline-bench-");
        try
        {
            if (only is not "memory")
            {
                await using var site = await PublishedSite.StartAsync(published, Path.Combine(folder.FullName, "airline.db"));
                await MeasureInBrowserAsync(site, only);
            }
            if (only is null or "memory") await MeasureMemoryAsync(published, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static async Task MeasureInBrowserAsync(PublishedSite site, string? only)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
        await using var context = await browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } });
        if (only is null or "changes") await MeasureChangesAsync(site, context);
        if (only is null or "clicks") await MeasureClicksAsync(context);
    }

    // One page in the browser and 199 circuits beside it; seats are held one after the other.
    private static async Task MeasureChangesAsync(PublishedSite site, IBrowserContext context)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        var (flight, seats) = await LiveBenchmark.SeatsAsync(http);
        var address = new Uri(site.Address, $"/flights/{flight}/seats");
        var heard = new CountingGate(Others);
        var others = new List<RawCircuit>(Others);
        for (var i = 0; i < Others; i++) others.Add(await RawCircuit.OpenAsync(http, address, "attend", heard.Signal));
        var page = await PaintedPage.OpenAsync(context);
        await page.Page.GotoAsync(address.ToString());
        await page.Page.Locator("html[data-interactive=true]").WaitForAsync();
        await page.WatchAsync(".plane");
        var before = others.ConvertAll(one => one.Acknowledged);
        var figures = await HoldSeatsAsync(http, page, heard, flight, seats);
        var acknowledged = others.Zip(before, (one, first) => one.Acknowledged - first).ToList();

        var (least, most) = await page.ClockAheadAsync();
        Print($"the browser's clock is {least:F1} to {most:F1} ms before this program's");
        Print($"{Others} circuits beside the browser, each received and acknowledged {acknowledged.Min()} to {acknowledged.Max()} renders of {WarmUp + Changes} changes");
        Print($"hold sent → answered: {LiveBenchmark.Percentiles(figures.Answered)} ms");
        Print($"hold sent → received by the last of {Others} circuits: {LiveBenchmark.Percentiles(figures.Heard)} ms");
        Print($"hold sent → in the browser's document: {LiveBenchmark.Percentiles(figures.Changed)} ms");
        Print($"hold sent → painted: {LiveBenchmark.Percentiles(figures.Painted)} ms");
        Print($"hold answered → painted: {LiveBenchmark.Percentiles(figures.AfterAnswer)} ms");
        Print($"bytes of a change, received by the browser: mean {figures.Received.Average():F0}, most {figures.Received.Max():F0}; sent by it: mean {figures.Sent.Average():F0}, most {figures.Sent.Max():F0}");
        foreach (var one in others) await one.DisposeAsync();
        await page.Page.CloseAsync();
    }

    private static async Task<ChangeFigures> HoldSeatsAsync(HttpClient http, PaintedPage page, CountingGate heard, string flight, List<string> seats)
    {
        var figures = new ChangeFigures();
        for (var i = 0; i < WarmUp + Changes; i++)
        {
            var seat = seats[i];
            await page.Page.EvalOnSelectorAsync($".plane .seat[aria-label^='{seat},']", "seat => seat.scrollIntoView({ block: 'center' })");
            await Task.Delay(Pace);
            var (bytes, all, sent) = (page.Bytes, heard.NextAsync(), PaintedPage.Now());
            using var answer = await LiveBenchmark.HoldAsync(http, flight, seat);
            var answered = PaintedPage.Now();
            answer.EnsureSuccessStatusCode();
            var last = LastAsync(all);
            var paint = await page.PaintedAsync(one => one.Name == seat);
            var heardAt = await last;
            if (i < WarmUp) continue;
            figures.Answered.Add(answered - sent);
            figures.Heard.Add(heardAt - sent);
            figures.Changed.Add(paint.Changed - sent);
            figures.Painted.Add(paint.Painted - sent);
            figures.AfterAnswer.Add(paint.Painted - answered);
            figures.Received.Add(page.Bytes.Received - bytes.Received);
            figures.Sent.Add(page.Bytes.Sent - bytes.Sent);
        }
        return figures;
    }

    private static async Task<double> LastAsync(Task all)
    {
        await all.WaitAsync(Patience);
        return PaintedPage.Now();
    }

    // A seat is taken and given back in a booking; in turns with it, the empty page's button is pressed.
    private static async Task MeasureClicksAsync(IBrowserContext context)
    {
        var (map, empty) = (await ChoosingPageAsync(context), await PaintedPage.OpenAsync(context));
        await empty.Page.GotoAsync(CounterDocument.Path);
        await empty.Page.Locator("button:enabled").WaitForAsync();
        await empty.WatchAsync("output");
        var seats = await map.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.plane button.seat:not([aria-disabled],[aria-label*=bassinet],[aria-label*=exit])')].map(seat => seat.ariaLabel.split(',')[0])");
        var (mapPainted, emptyPainted, mapChanged, emptyChanged, ratios) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var group = -1; group < Groups; group++)
        {
            var (onMap, onEmpty) = (new List<Paint>(), new List<Paint>());
            for (var i = 0; i < ClicksAGroup; i++)
            {
                onMap.Add(await TakeAndGiveBackAsync(map, seats[(group + 1) * ClicksAGroup + i]));
                await empty.Page.BringToFrontAsync();
                await empty.Page.Locator("button").ClickAsync();
                onEmpty.Add(await empty.PaintedAsync(_ => true));
            }
            if (group < 0) continue;
            mapPainted.Add(Median(onMap, click => click.Painted - click.Clicked));
            emptyPainted.Add(Median(onEmpty, click => click.Painted - click.Clicked));
            mapChanged.Add(Median(onMap, click => click.Changed - click.Clicked));
            emptyChanged.Add(Median(onEmpty, click => click.Changed - click.Clicked));
            ratios.Add(mapPainted[^1] / emptyPainted[^1]);
        }
        Print($"click on a seat → its class in the document     {BookingBenchmark.Spread(mapChanged, "F1")} ms");
        Print($"click on a counter → its text in the document   {BookingBenchmark.Spread(emptyChanged, "F1")} ms");
        Print($"click on a seat → painted                       {BookingBenchmark.Spread(mapPainted, "F1")} ms");
        Print($"click on a counter → painted                    {BookingBenchmark.Spread(emptyPainted, "F1")} ms");
        Print($"seat / counter, painted                         {BookingBenchmark.Spread(ratios, "F2")}, medians of {Groups} groups of {ClicksAGroup} pairs");
    }

    private static async Task<Paint> TakeAndGiveBackAsync(PaintedPage map, string number)
    {
        await map.Page.BringToFrontAsync();
        var seat = map.Page.Locator($".plane .seat[aria-label^='{number},']");
        await seat.ClickAsync();
        var taken = await map.PaintedAsync(one => one.Name == number && one.State.Contains("mine", StringComparison.Ordinal));
        await seat.ClickAsync();
        await map.PaintedAsync(one => one.Name == number && !one.State.Contains("mine", StringComparison.Ordinal));
        return taken;
    }

    // As a passenger gets there: flights, a fare, who flies.
    private static async Task<PaintedPage> ChoosingPageAsync(IBrowserContext context)
    {
        var map = await PaintedPage.OpenAsync(context);
        var page = map.Page;
        var date = TimeProvider.System.GetUtcNow().AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await page.GotoAsync($"/flights?from=LHR&to=SIN&out={date}&adults=1&direct=1");
        await page.GotoAsync(await page.Locator("a[href*='/flights/offer/']").First.GetAttributeAsync("href") ?? "");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue with" }).ClickAsync();
        await page.WaitForURLAsync("**/passengers");
        foreach (var (field, text) in new[] { ("p0-given", "Zoe"), ("p0-family", "Mueller"), ("p0-day", "14"), ("p0-month", "03"), ("p0-year", "1986"), ("email", "zoe@example.com") })
        {
            await page.FillAsync($"[name={field}]", text);
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue to seats" }).ClickAsync();
        await page.WaitForURLAsync("**/seats/1");
        await page.Locator("html[data-interactive=true]").WaitForAsync();
        await map.WatchAsync(".plane");
        return map;
    }

    // Each round in a process of its own: some of both kinds first, then many of each, by turns the one and the other first.
    private static async Task MeasureMemoryAsync(string published, string folder)
    {
        var (maps, empties, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            await using var site = await PublishedSite.StartAsync(published, Path.Combine(folder, $"memory{round.ToString(CultureInfo.InvariantCulture)}.db"));
            using var http = new HttpClient { BaseAddress = site.Address };
            var (flight, _) = await LiveBenchmark.SeatsAsync(http);
            var (map, empty) = (new CircuitKind(new Uri(site.Address, $"/flights/{flight}/seats"), "attend"), new CircuitKind(new Uri(site.Address, CounterDocument.Path), null));
            await using var circuits = new OpenCircuits(http);
            await circuits.GrowthAsync(map, FirstCircuits);
            await circuits.GrowthAsync(empty, FirstCircuits);
            var isMapFirst = round % 2 == 1;
            var first = await circuits.GrowthAsync(isMapFirst ? map : empty, CircuitsOfAKind);
            var second = await circuits.GrowthAsync(isMapFirst ? empty : map, CircuitsOfAKind);
            maps.Add((isMapFirst ? first : second) / 1024);
            empties.Add((isMapFirst ? second : first) / 1024);
            ratios.Add(maps[^1] / empties[^1]);
        }
        Print($"managed memory of an open seat map   {BookingBenchmark.Spread(maps, "F0")} KB a circuit, {CircuitsOfAKind} circuits, {Rounds} processes");
        Print($"managed memory of an empty circuit   {BookingBenchmark.Spread(empties, "F0")} KB");
        Print($"map / empty                          {BookingBenchmark.Spread(ratios, "F2")}");
    }

    private static double Median(List<Paint> clicks, Func<Paint, double> figure) => clicks.Select(figure).Order().ElementAt(clicks.Count / 2);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class ChangeFigures
    {
        public List<double> Answered { get; } = new(Changes);

        public List<double> Heard { get; } = new(Changes);

        public List<double> Changed { get; } = new(Changes);

        public List<double> Painted { get; } = new(Changes);

        public List<double> AfterAnswer { get; } = new(Changes);

        public List<double> Received { get; } = new(Changes);

        public List<double> Sent { get; } = new(Changes);
    }

    private sealed record CircuitKind(Uri Page, string? LastCall);

    /// <summary>Circuits that stay open while more are opened.</summary>
    private sealed class OpenCircuits(HttpClient http) : IAsyncDisposable
    {
        private readonly List<RawCircuit> _circuits = [];

        /// <summary>Bytes of the server's managed memory that each new circuit takes.</summary>
        public async Task<double> GrowthAsync(CircuitKind kind, int count)
        {
            var before = await BytesAsync();
            for (var i = 0; i < count; i++) _circuits.Add(await RawCircuit.OpenAsync(http, kind.Page, kind.LastCall));
            return (double)(await BytesAsync() - before) / count;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var circuit in _circuits) await circuit.DisposeAsync();
        }

        private async Task<long> BytesAsync() => long.Parse(await http.GetStringAsync(new Uri(BareEndpoints.Memory, UriKind.Relative)), CultureInfo.InvariantCulture);
    }
}
