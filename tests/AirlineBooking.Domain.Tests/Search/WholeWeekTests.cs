using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Tests.Support;
using Xunit.Abstractions;

namespace AirlineBooking.Domain.Tests.Search;

/// <summary>The same comparison on a week between twelve large airports, as many flights as there really are, with a night in which the clocks change.</summary>
/// <remarks>
/// The week is made up. <see cref="Variable"/> may name a file of a real one, as import-flights takes it; only flights between the
/// twelve are read. A run looks at a few of all pairs and days, a long one at all.
/// </remarks>
public sealed class WholeWeekTests(ITestOutputHelper output)
{
    public const string Variable = "AIRLINE_TEST_WEEK";

    private const int FlightsADay = 1600;
    private const int EveryInAShortRun = 95;

    private static readonly DateOnly MadeUpMonday = new(2026, 3, 2);

    private static readonly (string Code, string Zone, int HoursFromTheWest)[] Hubs =
    [
        ("ATL", "America/New_York", 4), ("BOS", "America/New_York", 6), ("DEN", "America/Denver", 2), ("DFW", "America/Chicago", 3), ("JFK", "America/New_York", 5),
        ("LAX", "America/Los_Angeles", 0), ("MIA", "America/New_York", 5), ("MSP", "America/Chicago", 3), ("ORD", "America/Chicago", 4), ("PHX", "America/Phoenix", 1),
        ("SEA", "America/Los_Angeles", 1), ("SFO", "America/Los_Angeles", 0),
    ];

    [Fact]
    public void A_week_between_twelve_hubs_is_searched_as_by_trying_everything()
    {
        var airports = Hubs.Select(hub => new Airport { Code = AirportCode.Parse(hub.Code), Name = hub.Code, City = hub.Code, Country = "US", Latitude = 0, Longitude = 0, TimeZone = hub.Zone }).ToArray();
        var flights = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file ? Read(file) : MakeUp();
        ushort[][] ladders = [[20, 60, 140], [0, 9, 30, 80, 160], [5, 5, 200]];
        var monday = DateOnly.FromDateTime(flights.Min(flight => flight.DepartsLocal));
        var week = new RandomNetwork(0, airports, ladders, flights, Ask("LAX", "JFK", monday));
        var timetable = week.Timetable();
        var questions = Hubs.SelectMany(from => Hubs.Where(to => to != from).SelectMany(to => Enumerable.Range(0, 7).Select(day => Ask(from.Code, to.Code, monday.AddDays(day))))).ToList();
        var (looked, found, every) = (0, 0, Race.IsLong ? 1 : EveryInAShortRun);
        for (var at = 0; at < questions.Count; at += every, looked++)
        {
            var asked = week with { Query = questions[at] };
            var expected = new ExhaustiveSearch(asked).Best();

            var got = ConnectionScanTests.Trips(timetable, ConnectionScan.FindBest(timetable, asked.ConnectionQuery(timetable)));

            Assert.Null(ConnectionScanTests.Difference(expected, got));
            found += got.Count;
        }
        output.WriteLine($"{flights.Length} flights, {looked} of {questions.Count} questions, {found} itineraries that nothing beats");
        Assert.True(flights.Length > 10_000 && found > 5 * looked, $"{flights.Length} flights, {found} found");
    }

    private static PlainQuery Ask(string from, string to, DateOnly date) => new(
        [from], [to], date, DateTimeOffset.MinValue, 2, 2, 45, 6 * 60, new() { [("ORD", ConnectionKind.DomesticToDomestic)] = 60, [("PHX", ConnectionKind.DomesticToDomestic)] = 30 },
        new long[,][] { { [90, 130, 210, 340, 500] } }, [25], new() { [("JFK", ConnectionKind.DomesticToDomestic)] = 7 });

    private static PlainFlight[] MakeUp()
    {
        var random = new Random(2026);
        return [.. Enumerable.Range(0, 7 * FlightsADay).Select(number =>
        {
            var (from, to) = (Hubs[random.Next(Hubs.Length)], Hubs[random.Next(Hubs.Length - 1)]);
            if (to == from) to = Hubs[^1];
            var local = MadeUpMonday.AddDays(number / FlightsADay).ToDateTime(new TimeOnly(5, 0)).AddMinutes(5 * random.Next(19 * 12));
            return Flight(number, random, from.Code, to.Code, local, 50 + 50 * Math.Abs(from.HoursFromTheWest - to.HoursFromTheWest) + 5 * random.Next(8));
        })];
    }

    private static PlainFlight[] Read(string file)
    {
        var random = new Random(2026);
        var rows = File.ReadLines(file).Select(line => line.Split(',')).ToList();
        int Column(string name) => Array.IndexOf(rows[0], name);
        var (origin, destination, date, time, block) = (Column("origin"), Column("destination"), Column("date"), Column("dep_local"), Column("block_min"));
        var codes = Hubs.Select(hub => hub.Code).ToHashSet();
        return [.. rows.Skip(1).Where(row => codes.Contains(row[origin]) && codes.Contains(row[destination])).Select((row, number) => Flight(
            number, random, row[origin], row[destination],
            DateOnly.Parse(row[date], CultureInfo.InvariantCulture).ToDateTime(TimeOnly.Parse(row[time], CultureInfo.InvariantCulture)), int.Parse(row[block], CultureInfo.InvariantCulture)))];
    }

    // A number of its own for each: in this week no legs are joined.
    private static PlainFlight Flight(int number, Random random, string from, string to, DateTime local, int minutes)
    {
        var departs = AirportClock.ToInstant(local, ZoneOf(from));
        var arrives = departs.AddMinutes(minutes);
        return new PlainFlight(number + 1, number + 1, 1, false, from, to, local, AirportClock.ToLocal(arrives, ZoneOf(to)), departs, arrives, random.Next(3), random.Next(3) == 0 ? random.Next(0, 190) : 0);
    }

    private static string ZoneOf(string code) => Array.Find(Hubs, hub => hub.Code == code).Zone;
}
