using System.Diagnostics;
using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;

namespace AirlineBooking.Benchmarks;

/// <summary>How long a connection search takes with a large timetable in memory, and what a flight weighs there.</summary>
internal static class SearchBenchmark
{
    private const int Flights = 600_000;
    private const int Days = 30;
    private const int Ranks = 10;

    // A typical ladder of 174 seats; what is sold of each flight is drawn once, so classes differ from leg to leg.
    private static readonly ushort[] Ladder = [9, 20, 35, 50, 70, 95, 120, 140, 160, 174];

    public static int Run(string[] args)
    {
        var options = Options.Read(args);
        var airports = options.File is null ? SyntheticNetwork.Places() : Airports();
        var flights = options.File is null ? SyntheticNetwork.Flights(airports, Flights, Days) : ScheduleFile.Flights(options.File, airports);
        var (timetable, bytes, built) = Load(airports, flights);
        Print($"{timetable.Flights:N0} flights; {bytes / (double)timetable.Flights:F1} bytes a flight; built in {built:N0} ms from values in memory");
        foreach (var sold in new[] { false, true })
        {
            if (sold) SellSome(timetable);
            var queries = Queries(timetable, options.Queries);
            var runs = Repeat(options.Runs, () => Measure(timetable, queries));
            Print($"at most 2 stops, {(sold ? "classes partly sold" : "every class open")}: {runs[0].Answers:F1} itineraries and {runs[0].Bytes:N0} bytes a query");
            Report("  undominated", runs);
            Report("  lowest cost of a day", Repeat(options.Runs, () => MeasureLowest(timetable, queries)));
        }
        if (options.File is null) CompareHorizons(airports, options);
        return 0;
    }

    /// <summary>The same days searched in a timetable of one month and of ten, each day flying the same.</summary>
    private static void CompareHorizons(List<Airport> airports, Options options)
    {
        var month = Load(airports, SyntheticNetwork.Flights(airports, Flights / 10, 30)).Timetable;
        var year = Load(airports, SyntheticNetwork.Flights(airports, Flights, 300)).Timetable;
        var queries = Queries(month, options.Queries);
        var (shorter, longer) = (new List<Figures>(), new List<Figures>());
        for (var run = 0; run <= options.Runs; run++)
        {
            shorter.Add(Measure(month, queries));
            longer.Add(Measure(year, queries));
        }
        Print($"300 days on sale instead of 30, {Flights / 300:N0} flights a day:");
        Report("  30 days", shorter[1..]);
        Report("  300 days", longer[1..]);
        Print($"  {Spread([.. shorter.Zip(longer, (less, more) => more.Took.Average() / less.Took.Average()).Skip(1)], "ratio", "x")}; by fastest runs {Fastest(longer[1..]).Took.Average() / Fastest(shorter[1..]).Took.Average():F3} x");
    }

    private static (Timetable Timetable, long Bytes, double Milliseconds) Load(List<Airport> airports, IEnumerable<FlightFacts> flights)
    {
        var facts = flights.ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var limits = new BookingLimits([Ladder]);
        var builder = new TimetableBuilder(airports, new ConnectionRules(), limits);
        foreach (var flight in facts) builder.Add(flight);
        var timetable = builder.Build(1);
        var elapsed = watch.Elapsed.TotalMilliseconds;
        builder = null;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(facts);
        return (timetable, bytes, elapsed);
    }

    private static void SellSome(Timetable timetable)
    {
        var random = new Random(3);
        for (var flight = 0; flight < timetable.Flights; flight++) timetable.SetSold(flight, Cabin.Economy, Math.Max(0, random.Next(-40, 174)));
    }

    /// <summary>Pairs of airports drawn as often as they are flown from and to, on days drawn evenly; the same on every run.</summary>
    private static List<ConnectionQuery> Queries(Timetable timetable, int count)
    {
        var random = new Random(4);
        var taxes = new long[timetable.Airports.Count * ConnectionRules.Kinds];
        for (var at = 0; at < taxes.Length; at++) taxes[at] = at % ConnectionRules.Kinds == (int)ConnectionKind.DomesticToDomestic ? 420 : 910;
        var first = Enumerable.Range(0, timetable.Flights).Min(flight => timetable[flight].Date);
        var days = Enumerable.Range(0, timetable.Flights).Max(flight => timetable[flight].Date).DayNumber - first.DayNumber;
        var queries = new List<ConnectionQuery>(count);
        while (queries.Count < count)
        {
            var (from, to) = (timetable[random.Next(timetable.Flights)].OriginIndex, timetable[random.Next(timetable.Flights)].DestinationIndex);
            if (from == to) continue;
            var kilometres = GreatCircle.Kilometres(timetable.Airports[from], timetable.Airports[to]);
            queries.Add(new ConnectionQuery
            {
                Origins = [from], Destinations = [to], Date = first.AddDays(random.Next(days)), Cabin = Cabin.Economy, Seats = 1,
                Prices = new ScanPrices
                {
                    Ranks = Ranks, DepartureTaxes = [1300], TransferTaxes = taxes,
                    Fares = [.. Enumerable.Range(0, Ranks).Select(rank => (long)((2900 + kilometres * 6) * (1 + 0.22 * rank)))],
                },
            });
        }
        return queries;
    }

    private static Figures Measure(Timetable timetable, List<ConnectionQuery> queries)
    {
        var answers = 0L;
        return Measure(queries, query => answers += ConnectionScan.FindBest(timetable, query).Count) with { Answers = answers / (double)queries.Count };
    }

    private static Figures MeasureLowest(Timetable timetable, List<ConnectionQuery> queries) =>
        Measure(queries, query => ConnectionScan.LowestCost(timetable, query));

    private static Figures Measure(List<ConnectionQuery> queries, Action<ConnectionQuery> search)
    {
        GC.Collect();
        var took = new double[queries.Count];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var at = 0; at < took.Length; at++)
        {
            var started = Stopwatch.GetTimestamp();
            search(queries[at]);
            took[at] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new Figures(took, allocated / took.Length, 0);
    }

    /// <summary>The first run warms up and does not count.</summary>
    private static List<Figures> Repeat(int runs, Func<Figures> measure) => [.. Enumerable.Range(0, runs + 1).Select(_ => measure()).Skip(1)];

    private static Figures Fastest(List<Figures> runs) =>
        new([.. Enumerable.Range(0, runs[0].Took.Length).Select(query => runs.Min(run => run.Took[query]))], 0, 0);

    /// <summary>The spread over the runs, and what is left when each query counts by its fastest run: that leaves out what else the machine did.</summary>
    private static void Report(string what, List<Figures> runs)
    {
        var fastest = Fastest(runs);
        foreach (var (name, figure) in new (string, Func<Figures, double>)[] { ("mean", f => f.Took.Average()), ("p50", f => f.Quantile(0.5)), ("p99", f => f.Quantile(0.99)) })
        {
            Print($"{what}, {Spread(runs.ConvertAll(run => figure(run)), name, "ms")}; by fastest runs {figure(fastest):F3} ms");
        }
    }

    private static List<Airport> Airports() => ReferenceFiles.Read(ReferenceFiles.Airports, row => new Airport
    {
        Code = AirportCode.Parse(row.Text("iata")), Name = row.Text("name"), City = row.Text("name"), Country = row.Text("country"),
        Latitude = row.Number("latitude"), Longitude = row.Number("longitude"), TimeZone = row.Text("time_zone"),
    });

    private static string Spread(List<double> values, string what, string unit)
    {
        var sorted = values.Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{what} {sorted[sorted.Count / 2]:F3} {unit} ({sorted[0]:F3} to {sorted[^1]:F3})");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Figures(double[] Took, long Bytes, double Answers)
    {
        public double Quantile(double share) => Took.Order().ElementAt((int)(Took.Length * share));
    }

    private sealed record Options(string? File, int Queries, int Runs)
    {
        public static Options Read(string[] args)
        {
            string? Value(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
            int Number(string name, int otherwise) => Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
            return new Options(Value("--csv"), Number("--queries", 2000), Number("--runs", 5));
        }
    }
}
