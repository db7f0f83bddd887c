using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Flights;

public sealed class ExpandScheduleTests
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["LHR"] = "Europe/London", ["SIN"] = "Asia/Singapore", ["SYD"] = "Australia/Sydney", ["JFK"] = "America/New_York", ["HNL"] = "Pacific/Honolulu",
        ["AKL"] = "Pacific/Auckland", ["APW"] = "Pacific/Apia", ["KTM"] = "Asia/Kathmandu", ["GRU"] = "America/Sao_Paulo", ["LDH"] = "Australia/Lord_Howe",
    };

    [Fact]
    public void A_daily_service_flies_once_on_every_date_of_its_period()
    {
        var schedule = Daily(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 31), Leg(1, "LHR", "SIN", "21:35", 0, "18:55", 1));

        var flights = Expand(schedule, new DateOnly(2026, 1, 1), new DateOnly(2028, 1, 1));

        Assert.Equal(31, flights.Count);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 21, 35, 0, TimeSpan.Zero), flights[0].DepartsAt);
        Assert.Equal(new DateTimeOffset(2027, 1, 2, 10, 55, 0, TimeSpan.Zero), flights[0].ArrivesAt);
    }

    [Fact]
    public void Only_days_of_operation_count()
    {
        var schedule = Service(new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 14), OperatingDays.Monday | OperatingDays.Sunday, 1, Leg(1, "LHR", "JFK", "09:00", 0, "12:00", 0));

        Assert.Equal([1, 7, 8, 14], Expand(schedule, schedule.From, new DateOnly(2027, 12, 31)).Select(flight => flight.Date.Day));
    }

    [Fact]
    public void Every_other_week_counts_from_the_first_date()
    {
        var schedule = Service(new DateOnly(2027, 3, 3), new DateOnly(2027, 4, 30), OperatingDays.Wednesday, 2, Leg(1, "LHR", "JFK", "09:00", 0, "12:00", 0));

        Assert.Equal([new(2027, 3, 3), new(2027, 3, 17), new(2027, 3, 31), new(2027, 4, 14), new DateOnly(2027, 4, 28)], Expand(schedule, schedule.From, new DateOnly(2027, 12, 31)).Select(flight => flight.Date));
    }

    [Fact]
    public void Later_legs_count_their_days_from_the_first_legs_date()
    {
        var schedule = Daily(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1), Leg(1, "LHR", "SIN", "22:30", 0, "19:50", 1), Leg(2, "SIN", "SYD", "21:25", 1, "08:35", 2));

        var flights = Expand(schedule, schedule.From, schedule.From);

        Assert.Equal([new(2026, 12, 1), new DateOnly(2026, 12, 2)], flights.Select(flight => flight.Date));
        Assert.Equal([1, 1], flights.Select(flight => flight.ArrivalDayOffset));
        Assert.All(flights, flight => Assert.Equal(new DateOnly(2026, 12, 1), flight.ServiceDate));
        Assert.Equal([true, false], flights.Select(flight => flight.JoinsNextLeg));
    }

    [Fact]
    public void Over_the_date_line_eastward_the_arrival_is_the_day_before()
    {
        var schedule = Daily(new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 2), Leg(1, "AKL", "HNL", "00:30", 0, "10:00", -1));

        var flight = Assert.Single(Expand(schedule, schedule.From, schedule.From));

        Assert.Equal(-1, flight.ArrivalDayOffset);
        Assert.Equal(TimeSpan.FromHours(8.5), flight.Duration);
    }

    [Fact]
    public void A_departure_in_the_hour_that_the_clock_leaves_out_moves_forward()
    {
        var night = new DateOnly(2027, 3, 28);
        var flight = Assert.Single(Expand(Daily(night, night, Leg(1, "LHR", "JFK", "01:30", 0, "05:00", 0)), night, night));

        Assert.Equal(new TimeOnly(2, 30), flight.DepartsLocal);
        Assert.Equal(new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero), flight.DepartsAt);
    }

    [Fact]
    public void A_departure_in_the_hour_that_comes_twice_takes_the_first()
    {
        var night = new DateOnly(2027, 10, 31);
        var flight = Assert.Single(Expand(Daily(night, night, Leg(1, "LHR", "JFK", "01:30", 0, "05:00", 0)), night, night));

        Assert.Equal(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), flight.DepartsAt);
    }

    [Fact]
    public void A_short_flight_over_the_clock_change_never_lands_before_it_left()
    {
        var night = new DateOnly(2027, 3, 28);
        var flight = Assert.Single(Expand(Daily(night, night, Leg(1, "LHR", "MAN", "01:50", 0, "02:20", 0)), night, night));

        Assert.Equal(TimeSpan.FromMinutes(30), flight.Duration);
    }

    [Fact]
    public void Every_flight_shows_what_the_walls_show_and_comes_in_order()
    {
        Gen.Select(GenSchedule, Gen.Int[0, 3000], Gen.Int[0, 60]).Sample((schedule, start, days) =>
        {
            var first = new DateOnly(2020, 1, 1).AddDays(start);
            var flights = Expand(schedule, first, first.AddDays(days));
            return flights.All(flight =>
                flight.DepartsAt <= flight.ArrivesAt
                && AirportClock.ToLocal(flight.DepartsAt, Zone(flight.Origin)) == flight.DepartsAtLocal
                && AirportClock.ToLocal(flight.ArrivesAt, Zone(flight.Destination)) == flight.ArrivesAtLocal
                && flight.ServiceDate >= first && flight.ServiceDate <= first.AddDays(days)
                && ExpandSchedule.Operates(schedule, flight.ServiceDate));
        });
    }

    [Fact]
    public void A_range_split_anywhere_gives_the_same_flights()
    {
        Gen.Select(GenSchedule, Gen.Int[0, 3000], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((schedule, start, left, right) =>
        {
            var first = new DateOnly(2020, 1, 1).AddDays(start);
            var middle = first.AddDays(left);
            var last = middle.AddDays(right + 1);
            var parts = Expand(schedule, first, middle).Concat(Expand(schedule, middle.AddDays(1), last)).Select(Key);
            return parts.SequenceEqual(Expand(schedule, first, last).Select(Key));
        });
    }

    private static readonly string[] Places = [.. Zones.Keys];

    private static readonly Gen<string> GenPlace = Gen.Int[0, Places.Length - 1].Select(i => Places[i]);

    private static readonly Gen<FlightSchedule> GenSchedule =
        from origin in GenPlace
        from destination in GenPlace.Where(code => code != origin)
        from start in Gen.Int[0, 3000]
        from length in Gen.Int[0, 400]
        from days in Gen.Int[1, 127]
        from weeks in Gen.Int[1, 2]
        from departs in Gen.Int[0, 1439]
        from block in Gen.Int[60, 1000]
        select Made(origin, destination, new DateOnly(2020, 1, 1).AddDays(start), length, (OperatingDays)days, weeks, departs, block);

    // Local times as a timetable has them: right on the first date of the period.
    private static FlightSchedule Made(string origin, string destination, DateOnly from, int length, OperatingDays days, int weeks, int departs, int block)
    {
        var departure = TimeOnly.MinValue.AddMinutes(departs);
        var arrives = AirportClock.ToLocal(AirportClock.ToInstant(from.ToDateTime(departure), Zones[origin]).AddMinutes(block), Zones[destination]);
        var leg = new ScheduleLeg
        {
            Sequence = 1, OperatingCarrier = "T0", Origin = AirportCode.Parse(origin), Destination = AirportCode.Parse(destination), Departs = departure,
            Arrives = TimeOnly.FromDateTime(arrives), ArrivalDayOffset = DateOnly.FromDateTime(arrives).DayNumber - from.DayNumber, Aircraft = "A359", Seats = 315,
        };
        return Service(from, from.AddDays(length), days, weeks, leg);
    }

    private static object Key(Flight flight) => (flight.Date, flight.DepartsAt, flight.ArrivesAt, flight.ArrivalDayOffset);

    private static List<Flight> Expand(FlightSchedule schedule, DateOnly first, DateOnly last) => [.. ExpandSchedule.Between(schedule, first, last, Zone)];

    private static string Zone(AirportCode code) => Zones.GetValueOrDefault(code.ToString(), "Europe/London");

    private static FlightSchedule Daily(DateOnly from, DateOnly to, params ScheduleLeg[] legs) => Service(from, to, OperatingDays.Daily, 1, legs);

    private static FlightSchedule Service(DateOnly from, DateOnly to, OperatingDays days, int weeks, params ScheduleLeg[] legs) =>
        new() { Carrier = "T0", Number = 1, From = from, To = to, Days = days, EveryWeeks = weeks, Source = "test", Legs = [.. legs] };

    private static ScheduleLeg Leg(int sequence, string origin, string destination, string departs, int departureDays, string arrives, int arrivalDays) => new()
    {
        Sequence = sequence, OperatingCarrier = "T0", Origin = AirportCode.Parse(origin), Destination = AirportCode.Parse(destination),
        Departs = TimeOnly.Parse(departs, System.Globalization.CultureInfo.InvariantCulture), DepartureDayOffset = departureDays,
        Arrives = TimeOnly.Parse(arrives, System.Globalization.CultureInfo.InvariantCulture), ArrivalDayOffset = arrivalDays, Aircraft = "A359", Seats = 315,
    };
}
