using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;

namespace AirlineBooking.Benchmarks;

/// <summary>A network of hubs and spokes that is the same on every machine: no file is read and nothing is left to chance.</summary>
internal static class SyntheticNetwork
{
    public const int Airports = 280;

    private const int Hubs = 12;
    private const int Countries = 3;
    private static readonly DateOnly FirstDay = new(2027, 4, 1);

    /// <summary>So many flights over so many days; every day flies about the same.</summary>
    public static IEnumerable<FlightFacts> Flights(IReadOnlyList<Airport> airports, int flights, int days)
    {
        var markets = Markets(airports);
        var weight = markets.Sum(market => market.Weight);
        var id = 0L;
        for (var day = 0; day < days && id < flights; day++)
        {
            // Each market has its share of the day's flights; the fraction over gives some days one more.
            var today = flights / days;
            for (var market = 0; market < markets.Count; market++)
            {
                var share = today * markets[market].Weight / weight;
                var count = (int)share + (new Random(day * 7919 + market).NextDouble() < share - (int)share ? 1 : 0);
                for (var nth = 0; nth < count && id < flights; nth++)
                {
                    yield return Flight(++id, airports[markets[market].From], airports[markets[market].To], day, market, nth, count);
                }
            }
        }
    }

    public static List<Airport> Places()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Airports).Select(place => new Airport
        {
            Code = AirportCode.Parse($"{(char)('A' + place / 26 / 26)}{(char)('A' + place / 26 % 26)}{(char)('A' + place % 26)}"),
            Name = $"Airport {place}", City = $"City {place}", Country = $"{(char)('A' + place % Countries)}A",
            Latitude = 25 + random.NextDouble() * 24, Longitude = -124 + random.NextDouble() * 56, TimeZone = "Etc/UTC",
        })];
    }

    /// <summary>Every airport flies to three or more hubs, the hubs and the larger cities to each other.</summary>
    private static List<(int From, int To, double Weight)> Markets(IReadOnlyList<Airport> airports)
    {
        var random = new Random(2);
        var markets = new List<(int, int, double)>();
        for (var from = 0; from < airports.Count; from++)
        {
            for (var to = 0; to < airports.Count; to++)
            {
                var (larger, smaller) = (Math.Min(from, to), Math.Max(from, to));
                var flies = from != to && (larger < Hubs ? new Random(larger * 1000 + smaller).NextDouble() < 0.55 : smaller < 60 && new Random(larger * 1000 + smaller).NextDouble() < 0.3);
                if (flies) markets.Add((from, to, Size(from) * Size(to) * (0.5 + random.NextDouble())));
            }
        }
        return markets;

        static double Size(int airport) => 1 / Math.Pow(airport + 6, 0.6);
    }

    private static FlightFacts Flight(long id, Airport from, Airport to, int day, int market, int nth, int count)
    {
        var date = FirstDay.AddDays(day);
        var minute = 330 + (int)((nth + new Random(market * 31 + nth).NextDouble()) / count * 1050);
        var departs = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute / 5 * 5);
        var arrives = departs.AddMinutes(35 + (int)(GreatCircle.Kilometres(from, to) / 13));
        return new FlightFacts
        {
            Id = new FlightId(id), Carrier = "T0", OperatingCarrier = "T0", Number = 1 + market % FlightNumber.HighestNumber, ServiceDate = date,
            Origin = from.Code, Destination = to.Code, DepartsLocal = departs, ArrivesLocal = arrives,
            DepartsAt = new DateTimeOffset(departs, TimeSpan.Zero), ArrivesAt = new DateTimeOffset(arrives, TimeSpan.Zero), Aircraft = "A20N", Seats = 174,
        };
    }
}
