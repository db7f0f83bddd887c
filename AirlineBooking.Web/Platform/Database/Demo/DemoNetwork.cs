using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Platform.Database.Demo;

/// <summary>The demo airline's schedules, from its rotations: the same every time.</summary>
/// <remarks>
/// A schedule says local times for a period. Where a clock change at either end moves one of them, a new period begins: the
/// hub's time stands, the other end's moves, and the flight takes as long as before.
/// </remarks>
internal static class DemoNetwork
{
    public const string Source = "demo";

    private static readonly Dictionary<string, string> HubTerminals = new(StringComparer.Ordinal) { ["LHR"] = "4", ["SIN"] = "1" };

    private static readonly Dictionary<string, int> SeatsByAircraft = CabinLayouts.All.ToDictionary(layout => layout.Aircraft, layout => layout.Seats, StringComparer.Ordinal);

    public static List<FlightSchedule> Schedules(string carrier, DateOnly from, DateOnly to, Func<AirportCode, Airport> airport)
    {
        var schedules = new List<FlightSchedule>();
        foreach (var rotation in Rotation.ReadAll())
        {
            var way = Array.ConvertAll(rotation.Way, code => airport(code));
            schedules.AddRange(Periods(carrier, rotation.Out, rotation, way, Outward(rotation, way, from, to)));
            Array.Reverse(way);
            schedules.AddRange(Periods(carrier, rotation.Back, rotation, way, Homeward(rotation, way, from, to)));
        }
        return schedules;
    }

    /// <summary>How many days after leaving the hub the aircraft is back.</summary>
    public static int DaysAway(Rotation rotation, Airport[] way)
    {
        var inTheAir = Blocks(rotation, way).Concat(Blocks(rotation, [.. way.Reverse()])).Aggregate(TimeSpan.Zero, (sum, block) => sum + block);
        var away = rotation.Turnaround + inTheAir + 2 * (way.Length - 2) * Rotation.StopTime;
        var days = 0;
        while (TimeSpan.FromDays(days) + rotation.Returns.ToTimeSpan() - rotation.Leaves.ToTimeSpan() < away) days++;
        return days;
    }

    private static IEnumerable<DatedRun> Outward(Rotation rotation, Airport[] way, DateOnly from, DateOnly to)
    {
        var blocks = Blocks(rotation, way);
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            if (!rotation.Days.HasFlag(ExpandSchedule.DayOf(date))) continue;
            var instant = AirportClock.ToInstant(date.ToDateTime(rotation.Leaves), way[0].TimeZone);
            var times = new DateTime[2 * (way.Length - 1)];
            for (var leg = 0; leg < way.Length - 1; leg++)
            {
                times[2 * leg] = AirportClock.ToLocal(instant, way[leg].TimeZone);
                instant += blocks[leg];
                times[2 * leg + 1] = AirportClock.ToLocal(instant, way[leg + 1].TimeZone);
                instant += Rotation.StopTime;
            }
            yield return DatedRun.Of(times);
        }
    }

    // Reckoned backwards, from the hub's time of arrival.
    private static IEnumerable<DatedRun> Homeward(Rotation rotation, Airport[] way, DateOnly from, DateOnly to)
    {
        var daysAway = DaysAway(rotation, [.. way.Reverse()]);
        var blocks = Blocks(rotation, way);
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            if (!rotation.Days.HasFlag(ExpandSchedule.DayOf(date))) continue;
            var instant = AirportClock.ToInstant(date.AddDays(daysAway).ToDateTime(rotation.Returns), way[^1].TimeZone);
            var times = new DateTime[2 * (way.Length - 1)];
            for (var leg = way.Length - 2; leg >= 0; leg--)
            {
                times[2 * leg + 1] = AirportClock.ToLocal(instant, way[leg + 1].TimeZone);
                instant -= blocks[leg];
                times[2 * leg] = AirportClock.ToLocal(instant, way[leg].TimeZone);
                instant -= Rotation.StopTime;
            }
            yield return DatedRun.Of(times);
        }
    }

    private static TimeSpan[] Blocks(Rotation rotation, Airport[] way) =>
        [.. Enumerable.Range(0, way.Length - 1).Select(leg => BlockTime.Of(way[leg], way[leg + 1], rotation.Aircraft))];

    // Runs that follow each other with the same local times are one period.
    private static IEnumerable<FlightSchedule> Periods(string carrier, int number, Rotation rotation, Airport[] way, IEnumerable<DatedRun> runs)
    {
        DatedRun? first = null;
        var (last, days) = (default(DateOnly), OperatingDays.None);
        foreach (var run in runs)
        {
            if (first is not null && !first.HasSameTimes(run))
            {
                yield return Schedule(carrier, number, rotation, way, first, last, days);
                (first, days) = (null, OperatingDays.None);
            }
            first ??= run;
            last = run.Date;
            days |= ExpandSchedule.DayOf(run.Date);
        }
        if (first is not null) yield return Schedule(carrier, number, rotation, way, first, last, days);
    }

    private static FlightSchedule Schedule(string carrier, int number, Rotation rotation, Airport[] way, DatedRun run, DateOnly last, OperatingDays days) => new()
    {
        Carrier = carrier,
        Number = number,
        From = run.Date,
        To = last,
        Days = days,
        Source = Source,
        Legs = [.. Enumerable.Range(0, way.Length - 1).Select(leg => Leg(carrier, rotation, way, run, leg))],
    };

    private static ScheduleLeg Leg(string carrier, Rotation rotation, Airport[] way, DatedRun run, int leg) => new()
    {
        Sequence = leg + 1,
        OperatingCarrier = carrier,
        Origin = way[leg].Code,
        Destination = way[leg + 1].Code,
        Departs = run.Times[2 * leg].Time,
        DepartureDayOffset = run.Times[2 * leg].Days,
        Arrives = run.Times[2 * leg + 1].Time,
        ArrivalDayOffset = run.Times[2 * leg + 1].Days,
        Aircraft = rotation.Aircraft,
        Seats = SeatsByAircraft[rotation.Aircraft],
        DepartureTerminal = HubTerminals.GetValueOrDefault(way[leg].Code.ToString()),
        ArrivalTerminal = HubTerminals.GetValueOrDefault(way[leg + 1].Code.ToString()),
    };

    // One run on one date: departure and arrival of each leg, with days counted from its first departure.
    private sealed record DatedRun(DateOnly Date, (int Days, TimeOnly Time)[] Times)
    {
        public static DatedRun Of(DateTime[] locals)
        {
            var date = DateOnly.FromDateTime(locals[0]);
            return new DatedRun(date, Array.ConvertAll(locals, local => (DateOnly.FromDateTime(local).DayNumber - date.DayNumber, TimeOnly.FromDateTime(local))));
        }

        public bool HasSameTimes(DatedRun other) => Times.AsSpan().SequenceEqual(other.Times);
    }
}
