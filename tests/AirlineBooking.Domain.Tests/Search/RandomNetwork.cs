using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;

namespace AirlineBooking.Domain.Tests.Search;

/// <summary>One dated leg as plainly as it can be said; the exhaustive search reads nothing else.</summary>
public sealed record PlainFlight(
    long Id, int Service, int Leg, bool JoinsNextLeg, string From, string To, DateTime DepartsLocal, DateTime ArrivesLocal,
    DateTimeOffset Departs, DateTimeOffset Arrives, int Ladder, int Sold);

/// <summary>What is asked of a network, in codes and plain amounts.</summary>
public sealed record PlainQuery(
    string[] Origins, string[] Destinations, DateOnly Date, DateTimeOffset EarliestDeparture, int MaxStops, int Seats,
    int MinimumMinutes, int MaximumMinutes, Dictionary<(string Airport, ConnectionKind Kind), int> ConnectionTable,
    long[,][] Fares, long[] DepartureTaxes, Dictionary<(string Airport, ConnectionKind Kind), long> TransferTaxes);

/// <summary>A small network drawn from a seed, made to be awkward: clock changes, the date line, joined legs, ties, closed classes.</summary>
public sealed record RandomNetwork(int Seed, Airport[] Airports, ushort[][] Ladders, PlainFlight[] Flights, PlainQuery Query)
{
    public const string Carrier = "T0";
    public const Cabin SearchedCabin = Cabin.PremiumEconomy;

    // Half-hour zones, a half-hour clock change, both sides of the date line, and changes of the clock at midnight.
    private static readonly string[] Zones =
    [
        "Europe/London", "America/New_York", "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kolkata", "Australia/Lord_Howe",
        "Pacific/Kiritimati", "America/St_Johns", "Africa/Cairo", "America/Havana", "Etc/UTC",
    ];

    // The days around which those clocks change.
    private static readonly DateOnly[] Days =
    [
        new(2026, 3, 8), new(2026, 3, 29), new(2026, 4, 5), new(2026, 4, 24), new(2026, 9, 27), new(2026, 10, 4), new(2026, 10, 25), new(2026, 11, 1),
        new(2026, 12, 31),
    ];

    private static readonly string[] Codes = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"];
    private static readonly int[] Steps = [1, 15, 30, 60, 120];

    public static RandomNetwork Draw(int seed)
    {
        var random = new Random(seed);
        var airports = Codes.Take(random.Next(2, Codes.Length + 1)).Select(code => new Airport
        {
            Code = AirportCode.Parse(code), Name = code, City = code, Country = "XYZ"[random.Next(3)] + "A",
            Latitude = 0, Longitude = 0, TimeZone = Zones[random.Next(Zones.Length)],
        }).ToArray();
        var ladders = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Ladder(random)).ToArray();
        var day = Days[random.Next(Days.Length)];
        var step = Steps[random.Next(Steps.Length)];
        var flights = new List<PlainFlight>();
        var services = random.Next(1, 70);

        // How far along the row of airports a leg may go: with a small reach it takes stops to get anywhere.
        var reach = random.Next(1, airports.Length);
        for (var service = 1; service <= services; service++) AddService(random, airports, reach, ladders.Length, day, step, service, flights);
        return new RandomNetwork(seed, airports, ladders, [.. flights], Ask(random, airports, ladders.Max(ladder => ladder.Length), day, step));
    }

    public Timetable Timetable()
    {
        var limits = new BookingLimits([[], .. Ladders]);
        var builder = new TimetableBuilder(
            Airports,
            new ConnectionRules(Query.MinimumMinutes, Query.MaximumMinutes, Query.ConnectionTable.Select(entry => new ConnectionTime
            {
                Airport = AirportCode.Parse(entry.Key.Airport), Kind = entry.Key.Kind, Minutes = entry.Value, Source = "test",
            })),
            limits,
            (in FlightFacts facts, Cabin cabin) => cabin == SearchedCabin ? (ushort)(facts.Seats + 1) : (ushort)0);
        foreach (var flight in Flights)
        {
            builder.Add(new FlightFacts
            {
                Id = new FlightId(flight.Id), Carrier = Carrier, OperatingCarrier = Carrier, Number = flight.Service, LegSequence = flight.Leg,
                ServiceDate = new DateOnly(2026, 1, 1), JoinsNextLeg = flight.JoinsNextLeg,
                Origin = AirportCode.Parse(flight.From), Destination = AirportCode.Parse(flight.To),
                DepartsLocal = flight.DepartsLocal, ArrivesLocal = flight.ArrivesLocal, DepartsAt = flight.Departs, ArrivesAt = flight.Arrives,
                Aircraft = "A20N", Seats = flight.Ladder,
            });
        }
        var timetable = builder.Build(1);
        foreach (var flight in Flights)
        {
            if (timetable.TryFind(new FlightId(flight.Id), out var found)) timetable.SetSold(found.Index, SearchedCabin, flight.Sold);
        }
        return timetable;
    }

    public ConnectionQuery ConnectionQuery(Timetable timetable)
    {
        var ranks = Query.Fares[0, 0].Length;
        var taxes = new long[timetable.Airports.Count * ConnectionRules.Kinds];
        foreach (var (key, amount) in Query.TransferTaxes) taxes[Index(timetable, key.Airport) * ConnectionRules.Kinds + (int)key.Kind] = amount;
        return new ConnectionQuery
        {
            Origins = [.. Query.Origins.Select(code => Index(timetable, code))],
            Destinations = [.. Query.Destinations.Select(code => Index(timetable, code))],
            Date = Query.Date,
            EarliestDeparture = Query.EarliestDeparture,
            MaxStops = Query.MaxStops,
            Cabin = SearchedCabin,
            Seats = Query.Seats,
            Prices = new ScanPrices { Ranks = ranks, Fares = [.. Query.Fares.Cast<long[]>().SelectMany(fares => fares)], DepartureTaxes = Query.DepartureTaxes, TransferTaxes = taxes },
        };
    }

    private static int Index(Timetable timetable, string code) => timetable.AirportIndex(AirportCode.Parse(code));

    private static ushort[] Ladder(Random random)
    {
        var ladder = new ushort[random.Next(6) == 0 ? 0 : random.Next(1, 6)];
        for (var rank = 0; rank < ladder.Length; rank++) ladder[rank] = (ushort)random.Next(0, 30);
        Array.Sort(ladder);
        return ladder;
    }

    /// <summary>One leg, or several of one number that may be joined, at times on a grid so that many are equal.</summary>
    private static void AddService(Random random, Airport[] airports, int reach, int ladders, DateOnly day, int step, int service, List<PlainFlight> flights)
    {
        var legs = random.Next(4) == 0 ? random.Next(2, 5) : 1;
        var at = random.Next(airports.Length);
        var local = day.AddDays(random.Next(3) > 0 ? 0 : random.Next(-1, 2)).ToDateTime(TimeOnly.MinValue).AddMinutes(Grid(random, 24 * 60, step));
        for (var leg = 1; leg <= legs; leg++)
        {
            var to = (at + random.Next(1, reach + 1)) % airports.Length;
            var departs = AirportClock.ToInstant(local, airports[at].TimeZone);
            var arrives = departs.AddMinutes(random.Next(8) == 0 ? 0 : Grid(random, 300, step));
            var arrivesLocal = AirportClock.ToLocal(arrives, airports[to].TimeZone);
            flights.Add(new PlainFlight(
                flights.Count + 1, service, leg, leg < legs && random.Next(4) > 0, airports[at].Code.ToString(), airports[to].Code.ToString(),
                local, arrivesLocal, departs, arrives, random.Next(ladders), random.Next(3) == 0 ? random.Next(0, 25) : 0));
            (at, local) = (to, arrivesLocal.AddMinutes(random.Next(3) == 0 ? 0 : Grid(random, 500, step)));
        }
    }

    private static PlainQuery Ask(Random random, Airport[] airports, int ranks, DateOnly day, int step)
    {
        var codes = airports.Select(airport => airport.Code.ToString()).ToArray();
        string[] Some(string[] of) => [.. of.OrderBy(_ => random.Next()).Take(random.Next(3) == 0 ? random.Next(1, 4) : 1)];
        Dictionary<(string, ConnectionKind), T> ByPlace<T>(int oneIn, Func<T> value) => codes
            .SelectMany(code => Enum.GetValues<ConnectionKind>().Select(kind => (code, kind)))
            .Where(_ => random.Next(oneIn) == 0).ToDictionary(key => key, _ => value());
        var (origins, destinations) = (Some(codes), Some(codes));

        // Now and then a place is on both sides; mostly the two differ, or there would be little to find.
        if (random.Next(5) > 0 && codes.Except(origins).ToArray() is { Length: > 0 } others) destinations = Some(others);

        // Small steps make many costs equal, large ones make many costs.
        var rise = random.Next(3) > 0 ? 3 : 100;
        var fares = new long[origins.Length, destinations.Length][];
        for (var origin = 0; origin < origins.Length; origin++)
        {
            for (var destination = 0; destination < destinations.Length; destination++)
            {
                var fare = (long)random.Next(0, rise);
                fares[origin, destination] = [.. Enumerable.Range(0, Math.Max(1, ranks)).Select(_ => fare += random.Next(0, rise))];
            }
        }
        var earliest = random.Next(3) > 0 ? DateTimeOffset.MinValue : new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(Grid(random, 24 * 60, step));
        return new PlainQuery(
            origins, destinations, day, earliest, random.Next(5) > 0 ? 2 : random.Next(0, 2), random.Next(1, 6),
            random.Next(3) == 0 ? 0 : Grid(random, 90, Math.Min(step, 45)), Grid(random, 600, step), ByPlace(3, () => Grid(random, 120, Math.Min(step, 60))),
            fares, [.. origins.Select(_ => (long)random.Next(0, rise))], random.Next(2) == 0 ? [] : ByPlace(2, () => (long)random.Next(0, rise)));
    }

    private static int Grid(Random random, int below, int step) => random.Next(0, below / step + 1) * step;
}
