using System.Globalization;
using System.Text;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Flights.Imports;

/// <summary>The same flights told in local time and in UTC are the same flights, through every clock change.</summary>
public sealed class SsimTimeModeTests
{
    private static readonly (string Code, string Zone)[] Places =
    [
        ("LHR", "Europe/London"), ("JFK", "America/New_York"), ("SYD", "Australia/Sydney"), ("HNL", "Pacific/Honolulu"),
        ("AKL", "Pacific/Auckland"), ("LDH", "Australia/Lord_Howe"), ("KTM", "Asia/Kathmandu"), ("APW", "Pacific/Apia"),
    ];

    private static readonly Gen<SsimTextLeg> SomeLeg =
        from start in Gen.Int[0, 700]
        from length in Gen.Int[0, 200]
        from days in Gen.Int[1, 127]
        from everyWeeks in Gen.Int[1, 2]
        from route in Gen.Select(Gen.Int[0, Places.Length - 1], Gen.Int[1, Places.Length - 1])
        from departs in Gen.Int[0, 24 * 60 - 1]
        from block in Gen.Int[60, 20 * 60]
        select LocalLeg(new DateOnly(2026, 1, 1).AddDays(start), length, days, everyWeeks, route.Item1, (route.Item1 + route.Item2) % Places.Length, departs, block);

    [Fact]
    public void A_service_in_local_time_is_the_same_told_day_by_day_in_utc() => SomeLeg.Sample(
        leg =>
        {
            var local = Flights(SsimText.Begin('L', "25DEC25", "31DEC29").Leg(leg).Trailer().End());
            var message = SsimText.Begin('U', "25DEC25", "31DEC29");
            foreach (var flight in local) message.Leg(InUtc(flight, leg));
            Assert.Equal(local.ConvertAll(Facts), Flights(message.Trailer().End()).ConvertAll(Facts));
        },
        iter: 300);

    [Fact]
    public void A_service_in_utc_leaves_at_that_time_on_each_of_its_days() => SomeLeg.Sample(
        leg =>
        {
            var expected = new List<DateTimeOffset>();
            var (from, to) = (Date(leg.From), Date(leg.To));
            for (var date = from; date <= to; date = date.AddDays(1))
            {
                if (!leg.Days.Contains((char)('1' + ((int)date.DayOfWeek + 6) % 7), StringComparison.Ordinal)) continue;
                if (leg.Frequency == '2' && (date.DayNumber - from.DayNumber) / 7 % 2 == 1) continue;
                expected.Add(new DateTimeOffset(date, TimeOnly.ParseExact(leg.Departs, "HHmm", CultureInfo.InvariantCulture), TimeSpan.Zero));
            }
            var zone = Places.Single(place => place.Code == leg.Origin).Zone;

            var made = Flights(SsimText.Begin('U', "25DEC25", "31DEC29").Leg(leg).Trailer().End());

            // In the hour that the wall shows twice the earlier instant counts, whatever the message says.
            Assert.Equal(
                expected.Select(instant => AirportClock.ToInstant(AirportClock.ToLocal(instant, zone), zone)).Order(),
                made.Select(flight => flight.DepartsAt).Order());
        },
        iter: 300);

    private static SsimTextLeg LocalLeg(DateOnly from, int length, int days, int everyWeeks, int origin, int destination, int departs, int block)
    {
        var leaves = from.ToDateTime(TimeOnly.MinValue).AddMinutes(departs);
        var lands = AirportClock.ToLocal(AirportClock.ToInstant(leaves, Places[origin].Zone).AddMinutes(block), Places[destination].Zone);
        return new SsimTextLeg
        {
            From = Date(from), To = Date(from.AddDays(length)), Frequency = everyWeeks == 2 ? '2' : ' ',
            Days = new string([.. Enumerable.Range(0, 7).Select(day => (days & (1 << day)) != 0 ? (char)('1' + day) : ' ')]),
            Origin = Places[origin].Code, Destination = Places[destination].Code, Departs = Time(leaves), Arrives = Time(lands),
            DepartureVariation = "", ArrivalVariation = "", DateVariation = "0" + Variation(DateOnly.FromDateTime(lands).DayNumber - from.DayNumber),
        };
    }

    private static SsimTextLeg InUtc(Flight flight, SsimTextLeg leg)
    {
        var (departs, arrives) = (flight.DepartsAt.UtcDateTime, flight.ArrivesAt.UtcDateTime);
        var date = DateOnly.FromDateTime(departs);
        return leg with
        {
            From = Date(date), To = Date(date), Frequency = ' ',
            Days = new string(' ', ((int)date.DayOfWeek + 6) % 7) + (((int)date.DayOfWeek + 6) % 7 + 1).ToString(CultureInfo.InvariantCulture).PadRight(7 - ((int)date.DayOfWeek + 6) % 7),
            Departs = Time(departs), Arrives = Time(arrives), DateVariation = "0" + Variation(DateOnly.FromDateTime(arrives).DayNumber - date.DayNumber),
        };
    }

    private static List<Flight> Flights(string message)
    {
        var zones = Places.ToDictionary(place => AirportCode.Parse(place.Code), place => place.Zone);
        var problems = new List<ImportProblem>();
        using var content = new MemoryStream(Encoding.ASCII.GetBytes(message));
        var carriers = new SsimFile(withoutTrailer: false, problems.Add).Read(content, out _);
        Assert.NotNull(carriers);
        var schedules = new SsimSchedules(code => zones[code], _ => ("A320", 168));
        var flights = new SsimItineraries(zones.ContainsKey, problems.Add).Of(carriers[0])
            .SelectMany(service => schedules.Of(service, DateOnly.MaxValue))
            .SelectMany(made => ExpandSchedule.Between(made.Schedule, made.Schedule.From, made.Schedule.To!.Value, code => zones[code])) // Every period here has an end.
            .OrderBy(flight => flight.DepartsAt)
            .ToList();
        Assert.Empty(problems);
        return flights;
    }

    private static object Facts(Flight flight) =>
        (flight.Date, flight.ServiceDate, flight.DepartsLocal, flight.ArrivesLocal, flight.ArrivalDayOffset, flight.DepartsAt, flight.ArrivesAt);

    private static string Date(DateOnly date) => date.ToString("ddMMMyy", CultureInfo.InvariantCulture).ToUpperInvariant();

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "ddMMMyy", CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToString("HHmm", CultureInfo.InvariantCulture);

    private static string Variation(int days) => days < 0 ? "A" : days.ToString(CultureInfo.InvariantCulture);
}
