using AirlineBooking.Domain.Search;
using Xunit.Abstractions;

namespace AirlineBooking.Domain.Tests.Search;

/// <summary>The scan answers what trying everything answers, on many small networks drawn at random.</summary>
public sealed class ConnectionScanTests(ITestOutputHelper output)
{
    private const int Networks = 2500;

    [Fact]
    public void The_best_itineraries_are_those_that_trying_everything_leaves() => Assert.Null(FirstDisagreement(CompareBest));

    [Fact]
    public void Every_itinerary_is_found_and_the_first_in_order_are_kept() => Assert.Null(FirstDisagreement(CompareEvery));

    [Fact]
    public void The_lowest_cost_is_that_of_the_cheapest_itinerary() => Assert.Null(FirstDisagreement(CompareLowestCost));

    /// <summary>Were the scan to get a rule wrong, the comparison would see it: here the other side gets it wrong.</summary>
    [Theory]
    [InlineData(Wrong.MaximumConnection)]
    [InlineData(Wrong.MinimumConnection)]
    [InlineData(Wrong.JoinedLegs)]
    [InlineData(Wrong.AirportTwice)]
    [InlineData(Wrong.LocalDate)]
    [InlineData(Wrong.SaleClose)]
    [InlineData(Wrong.EqualTrips)]
    [InlineData(Wrong.StopsCount)]
    [InlineData(Wrong.ClassesSold)]
    [InlineData(Wrong.TransferTax)]
    [InlineData(Wrong.PriceDecides)]
    [InlineData(Wrong.HighestClass)]
    public void A_wrong_rule_is_noticed(Wrong wrong)
    {
        var disagreement = FirstDisagreement(network => Difference(new ExhaustiveSearch(network, wrong).Best(), Best(network)));
        Assert.NotNull(disagreement);
    }

    [Fact]
    public void The_networks_are_as_awkward_as_they_are_meant_to_be()
    {
        var drawn = Enumerable.Range(0, Networks).Select(RandomNetwork.Draw).ToList();
        var answers = drawn.ConvertAll(network => new ExhaustiveSearch(network).Best());
        void Share(int atLeastPercent, string what, Func<int, bool> holds)
        {
            var count = Enumerable.Range(0, Networks).Count(holds);
            output.WriteLine($"{what}: {count} of {Networks}");
            Assert.True(count * 100 >= Networks * atLeastPercent, $"{what}: {count} of {Networks}");
        }

        Share(40, "with an answer", at => answers[at].Count > 0);
        Share(5, "with two stops in the answer", at => answers[at].Any(trip => trip.Stops == 2));
        Share(3, "with equal trips in the answer", at => answers[at].DistinctBy(trip => trip with { Flights = "" }).Count() < answers[at].Count);
        Share(25, "with several origins or destinations", at => drawn[at].Query.Origins.Length + drawn[at].Query.Destinations.Length > 2);
        Share(10, "with an arrival on the day before", at => drawn[at].Flights.Any(flight => flight.ArrivesLocal.Date < flight.DepartsLocal.Date));
        Share(25, "with a flight of no length", at => drawn[at].Flights.Any(flight => flight.Arrives == flight.Departs));
        Share(25, "with joined legs", at => drawn[at].Flights.Any(flight => flight.JoinsNextLeg));
    }

    private static string? CompareBest(RandomNetwork network) => Difference(new ExhaustiveSearch(network).Best(), Best(network));

    private static string? CompareEvery(RandomNetwork network)
    {
        var (timetable, expected) = (network.Timetable(), new ExhaustiveSearch(network).Everything());
        var query = network.ConnectionQuery(timetable);
        var all = ConnectionScan.FindEvery(timetable, query, ItineraryOrder.Price, int.MaxValue);
        if (all.Truncated || Difference(expected, Trips(timetable, all.Found)) is { } difference) return $"of all: {all.Truncated}";
        foreach (var (order, figure) in Orders())
        {
            var limit = 1 + network.Seed % 7;
            var some = ConnectionScan.FindEvery(timetable, query, order, limit);
            var wanted = expected.OrderBy(figure).ThenBy(trip => trip.Departs).ThenBy(trip => trip.Arrives).ThenBy(trip => trip.Cost).ThenBy(trip => trip.Stops).Take(limit);
            var got = Trips(timetable, some.Found);
            if (some.Truncated != expected.Count > limit) return $"truncated is {some.Truncated} of {expected.Count}";
            if (!got.Select(trip => trip with { Flights = "" }).SequenceEqual(wanted.Select(trip => trip with { Flights = "" }))) return "the first in order";
            if (got.Distinct().Except(expected).Any() || got.Distinct().Count() != got.Count) return "not of the expected";
        }
        return null;
    }

    private static string? CompareLowestCost(RandomNetwork network)
    {
        var timetable = network.Timetable();
        var expected = new ExhaustiveSearch(network).Everything().Select(trip => (long?)trip.Cost).Min();
        var got = ConnectionScan.LowestCost(timetable, network.ConnectionQuery(timetable));
        return expected == got ? null : $"{expected} expected, {got} answered";
    }

    private static (ItineraryOrder Order, Func<Trip, long> Figure)[] Orders() =>
    [
        (ItineraryOrder.Price, trip => trip.Cost),
        (ItineraryOrder.Departure, trip => trip.Departs.UtcTicks),
        (ItineraryOrder.Arrival, trip => trip.Arrives.UtcTicks),
        (ItineraryOrder.Duration, trip => (trip.Arrives - trip.Departs).Ticks),
    ];

    private static List<Trip> Best(RandomNetwork network)
    {
        var timetable = network.Timetable();
        return Trips(timetable, ConnectionScan.FindBest(timetable, network.ConnectionQuery(timetable)));
    }

    internal static List<Trip> Trips(Timetable timetable, IEnumerable<Itinerary> found) => [.. found.Select(itinerary => new Trip(
        string.Join('-', Enumerable.Range(0, itinerary.Stops + 1).Select(leg => timetable[itinerary[leg]].Id.Value)),
        itinerary.DepartsAt, itinerary.ArrivesAt, itinerary.Stops, itinerary.Cost))];

    internal static string? Difference(IEnumerable<Trip> expected, IEnumerable<Trip> got)
    {
        var (wanted, given) = (expected.OrderBy(trip => trip.Flights, StringComparer.Ordinal).ToList(), got.OrderBy(trip => trip.Flights, StringComparer.Ordinal).ToList());
        if (wanted.SequenceEqual(given)) return null;
        return $"missing: {string.Join("; ", wanted.Except(given))}\ntoo many: {string.Join("; ", given.Except(wanted))}";
    }

    /// <summary>The first network on which two answers differ, made as small as leaving out flights makes it; none when they never differ.</summary>
    private string? FirstDisagreement(Func<RandomNetwork, string?> compare)
    {
        for (var seed = 0; seed < Networks; seed++)
        {
            var network = RandomNetwork.Draw(seed);
            if (compare(network) is null) continue;
            for (var at = network.Flights.Length - 1; at >= 0; at--)
            {
                var smaller = network with { Flights = [.. network.Flights.Where((_, index) => index != at)] };
                if (compare(smaller) is not null) network = smaller;
            }
            var told = $"""
                seed {seed}: {compare(network)}
                {string.Join('\n', (object[])network.Flights)}
                from {string.Join(',', network.Query.Origins)} to {string.Join(',', network.Query.Destinations)} on {network.Query.Date:yyyy-MM-dd} not before {network.Query.EarliestDeparture:u},
                {network.Query.MaxStops} stops, {network.Query.Seats} seats, connections {network.Query.MinimumMinutes} to {network.Query.MaximumMinutes}
                """;
            output.WriteLine(told);
            return told;
        }
        return null;
    }
}
