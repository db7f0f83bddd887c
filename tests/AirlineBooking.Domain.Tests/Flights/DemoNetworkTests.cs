using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;
using AirlineBooking.Web.Platform.Database.Demo;

namespace AirlineBooking.Domain.Tests.Flights;

/// <summary>A year of the demo network's flights, made once for all facts about it.</summary>
public sealed class DemoYear : IAsyncLifetime
{
    public static readonly DateOnly First = new(2026, 12, 1);
    public const int Days = 365;

    public AirportDirectory Directory { get; private set; } = AirportDirectory.Empty;

    public IReadOnlyList<FlightSchedule> Schedules { get; private set; } = [];

    public IReadOnlyList<Flight> Flights { get; private set; } = [];

    public Airport Airport(AirportCode code) => Directory.Find(code) ?? throw new InvalidOperationException($"{code} is no airport.");

    public IReadOnlyList<FlightSchedule> Make(int year) =>
        DemoNetwork.Schedules("T0", new DateOnly(year - 1, 1, 1), new DateOnly(year + 1, 12, 31), Airport);

    public IReadOnlyList<Flight> Expand(IEnumerable<FlightSchedule> schedules, DateOnly first, int days) =>
        [.. schedules.SelectMany(schedule => ExpandSchedule.Between(schedule, first, first.AddDays(days - 1), code => Airport(code).TimeZone))];

    public async Task InitializeAsync()
    {
        await using var airline = await HeadlessAirline.OpenAsync(Database.Sqlite);
        await airline.Get<LoadReferenceData>().RunAsync(default);
        Directory = await airline.Get<AirportDirectories>().RefreshAsync(default);
        Schedules = Make(First.Year);
        Flights = Expand(Schedules, First, Days);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class DemoNetworkTests(DemoYear year) : IClassFixture<DemoYear>
{
    private static readonly TimeSpan LeastConnection = TimeSpan.FromMinutes(75);
    private static readonly TimeSpan MostConnection = TimeSpan.FromMinutes(360);

    [Fact]
    public void Has_about_sixty_destinations_and_two_hundred_and_twenty_flights_a_day()
    {
        Assert.InRange(year.Flights.Select(flight => flight.Origin).Distinct().Count(), 58, 64);
        Assert.All(year.Flights.GroupBy(flight => flight.ServiceDate), day => Assert.InRange(day.Count(), 214, 226));
    }

    [Fact]
    public void Is_the_same_every_time() =>
        Assert.Equal(year.Flights.Select(Key), year.Expand(year.Make(DemoYear.First.Year), DemoYear.First, DemoYear.Days).Select(Key));

    [Fact]
    public void No_number_flies_a_leg_twice_on_a_date() =>
        Assert.DoesNotContain(year.Flights.CountBy(flight => (flight.Number, flight.Origin, flight.Destination, flight.Date)), same => same.Value > 1);

    [Fact]
    public void Periods_of_one_number_do_not_overlap()
    {
        foreach (var number in year.Schedules.GroupBy(schedule => schedule.Number))
        {
            var periods = number.OrderBy(schedule => schedule.From).ToList();
            Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From, $"T0{number.Key} around {pair.Second.From}"));
        }
    }

    [Fact]
    public void Every_daily_number_flies_on_every_date()
    {
        var daily = Rotation.ReadAll().Where(rotation => rotation.Days is OperatingDays.Daily).SelectMany(rotation => new[] { rotation.Out, rotation.Back }).ToHashSet();
        var dates = year.Flights.Where(flight => flight.LegSequence == 1 && daily.Contains(flight.Number)).GroupBy(flight => flight.Number);

        Assert.All(dates, number => Assert.Equal(DemoYear.Days, number.Select(flight => flight.ServiceDate).Distinct().Count()));
    }

    [Fact]
    public void Flights_take_as_long_all_the_year_whatever_the_clocks_do() =>
        Assert.All(year.Flights.GroupBy(flight => (flight.Number, flight.LegSequence)), leg => Assert.Single(leg.Select(flight => flight.Duration).Distinct()));

    [Fact]
    public void Leaves_the_hub_at_the_same_local_time_all_the_year() =>
        Assert.All(
            year.Flights.Where(flight => flight.LegSequence == 1 && flight.Origin.ToString() is "LHR" or "SIN").GroupBy(flight => flight.Number)
                .Where(number => Rotation.ReadAll().Any(rotation => rotation.Out == number.Key)),
            number => Assert.Single(number.Select(flight => flight.DepartsLocal).Distinct()));

    [Fact]
    public void Nothing_leaves_or_reaches_Heathrow_in_the_night()
    {
        var (from, to) = (new TimeOnly(0, 30), new TimeOnly(5, 30));

        Assert.DoesNotContain(year.Flights, flight => flight.Origin.ToString() == "LHR" && flight.DepartsLocal >= from && flight.DepartsLocal <= to);
        Assert.DoesNotContain(year.Flights, flight => flight.Destination.ToString() == "LHR" && flight.ArrivesLocal >= from && flight.ArrivesLocal < to);
    }

    [Fact]
    public void London_to_New_York_takes_longer_than_back() =>
        Assert.True(Block("LHR", "JFK") > Block("JFK", "LHR") + TimeSpan.FromMinutes(40));

    [Fact]
    public void London_to_Singapore_takes_about_thirteen_hours() => Assert.InRange(Block("LHR", "SIN").TotalHours, 12.9, 13.6);

    [Theory]
    [InlineData("LHR", "SIN", 3)]
    [InlineData("SIN", "LHR", 3)]
    [InlineData("LHR", "JFK", 2)]
    [InlineData("SIN", "SYD", 2)]
    [InlineData("LHR", "CDG", 3)]
    public void Flies_direct_every_day(string origin, string destination, int atLeast)
    {
        var byDate = year.Flights.Where(flight => flight.Origin.ToString() == origin && flight.Destination.ToString() == destination).CountBy(flight => flight.Date).ToDictionary();

        Assert.All(Dates(), date => Assert.True(byDate.GetValueOrDefault(date) >= atLeast, $"{origin}-{destination} on {date}"));
    }

    [Theory]
    [InlineData("CDG", "BKK", 1)]
    [InlineData("BKK", "CDG", 1)]
    [InlineData("JFK", "SYD", 2)]
    [InlineData("SYD", "JFK", 2)]
    [InlineData("JFK", "SIN", 1)]
    [InlineData("ZRH", "SIN", 1)]
    [InlineData("SIN", "MUC", 1)]
    [InlineData("MUC", "HKG", 1)]
    [InlineData("DXB", "JFK", 1)]
    [InlineData("LHR", "SYD", 1)]
    [InlineData("SYD", "LHR", 1)]
    [InlineData("LHR", "MEL", 1)]
    [InlineData("AKL", "LHR", 1)]
    [InlineData("LHR", "HAN", 1)]
    [InlineData("SGN", "LHR", 1)]
    [InlineData("LHR", "DPS", 1)]
    public void Connects_every_day(string origin, string destination, int mostStops)
    {
        var byOrigin = ByOriginAndDay();
        var byDay = year.Flights.Where(flight => flight.Origin.ToString() == origin).ToLookup(flight => flight.Date);

        Assert.All(Dates(), date => Assert.True(byDay[date].Any(flight => Reaches(flight, destination, mostStops, byOrigin)), $"{origin}-{destination} on {date}"));
    }

    [Fact]
    public void Every_European_city_connects_with_Singapore_both_ways_every_day()
    {
        var europe = year.Directory.Airports
            .Where(airport => airport.TimeZone.StartsWith("Europe/", StringComparison.Ordinal) && airport.Code.ToString() != "LHR")
            .Select(airport => airport.Code).ToHashSet();
        var byOrigin = ByOriginAndDay();
        var cities = year.Flights.Select(flight => flight.Origin).Where(europe.Contains).Distinct().ToList();
        Assert.True(cities.Count > 25);

        foreach (var city in cities)
        {
            var leaving = year.Flights.Where(flight => flight.Origin == city).ToLookup(flight => flight.Date);
            Assert.All(Dates(), date => Assert.True(leaving[date].Any(flight => Reaches(flight, "SIN", 1, byOrigin)), $"{city}-SIN on {date}"));
        }
        var back = year.Flights.Where(flight => flight.Origin.ToString() == "SIN" && flight.Destination.ToString() == "LHR").ToLookup(flight => flight.Date);
        foreach (var city in cities)
        {
            Assert.All(Dates(), date => Assert.True(back[date].Any(flight => Reaches(flight, city.ToString(), 1, byOrigin)), $"SIN-{city} on {date}"));
        }
    }

    [Fact]
    public void Has_a_through_flight_with_one_number()
    {
        var through = year.Flights.Where(flight => flight.Number == 309 && flight.ServiceDate == DemoYear.First).OrderBy(flight => flight.LegSequence).ToList();

        Assert.Equal(["LHR", "SIN"], through.Select(flight => flight.Origin.ToString()));
        Assert.Equal("SYD", through[1].Destination.ToString());
        Assert.True(through[0].JoinsNextLeg);
        Assert.False(through[1].JoinsNextLeg);
    }

    [Fact]
    public void Flies_in_2008_too()
    {
        var flights = year.Expand(year.Make(2008), new DateOnly(2008, 2, 25), 60);

        Assert.All(flights.GroupBy(flight => flight.ServiceDate), day => Assert.InRange(day.Count(), 214, 226));
        Assert.All(flights.GroupBy(flight => (flight.Number, flight.LegSequence)), leg => Assert.Single(leg.Select(flight => flight.Duration).Distinct()));
    }

    private static object Key(Flight flight) => (flight.FlightNumber, flight.LegSequence, flight.DepartsAt, flight.ArrivesAt, flight.Aircraft, flight.Seats);

    private static IEnumerable<DateOnly> Dates() => Enumerable.Range(3, DemoYear.Days - 6).Select(DemoYear.First.AddDays);

    private TimeSpan Block(string origin, string destination) =>
        year.Flights.First(flight => flight.Origin.ToString() == origin && flight.Destination.ToString() == destination).Duration;

    private ILookup<(AirportCode Origin, DateOnly Day), Flight> ByOriginAndDay() => year.Flights.ToLookup(flight => (flight.Origin, Day(flight.DepartsAt)));

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    private static bool Reaches(Flight flight, string destination, int stops, ILookup<(AirportCode Origin, DateOnly Day), Flight> byOrigin)
    {
        if (flight.Destination.ToString() == destination) return true;
        if (stops == 0) return false;
        var day = Day(flight.ArrivesAt);
        return byOrigin[(flight.Destination, day)].Concat(byOrigin[(flight.Destination, day.AddDays(1))]).Any(next =>
            next.Destination != flight.Origin
            && (Connects(flight, next) || Stays(flight, next))
            && Reaches(next, destination, stops - 1, byOrigin));
    }

    private static bool Connects(Flight flight, Flight next) => next.DepartsAt - flight.ArrivesAt >= LeastConnection && next.DepartsAt - flight.ArrivesAt <= MostConnection;

    private static bool Stays(Flight flight, Flight next) =>
        flight.JoinsNextLeg && next.Number == flight.Number && next.ServiceDate == flight.ServiceDate && next.LegSequence == flight.LegSequence + 1;
}
