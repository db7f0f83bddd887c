using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>Makes the dated flights of a schedule: local times are what it says, instants follow from the airports' zones.</summary>
public static class ExpandSchedule
{
    private const int DaysInAWeek = 7;

    /// <summary>The legs of every service whose first leg leaves between two local dates, in the order of date and leg.</summary>
    public static IEnumerable<Flight> Between(FlightSchedule schedule, DateOnly first, DateOnly last, Func<AirportCode, string> timeZoneOf)
    {
        if (first < schedule.From) first = schedule.From;
        if (schedule.To is { } end && last > end) last = end;
        var legs = schedule.Legs.OrderBy(leg => leg.Sequence).ToArray();
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            if (!Operates(schedule, date)) continue;
            for (var i = 0; i < legs.Length; i++)
            {
                yield return Leg(schedule, legs, i, date, timeZoneOf);
            }
        }
    }

    /// <summary>True when the service's first leg leaves on that local date.</summary>
    public static bool Operates(FlightSchedule schedule, DateOnly date)
    {
        if (date < schedule.From || date > schedule.To) return false;
        if (!schedule.Days.HasFlag(DayOf(date))) return false;
        // Weeks are counted from the first date, whatever weekday that is.
        return (date.DayNumber - schedule.From.DayNumber) / DaysInAWeek % schedule.EveryWeeks == 0;
    }

    /// <summary>The day of operation that a date is.</summary>
    public static OperatingDays DayOf(DateOnly date) => (OperatingDays)(1 << (((int)date.DayOfWeek + DaysInAWeek - 1) % DaysInAWeek));

    private static Flight Leg(FlightSchedule schedule, ScheduleLeg[] legs, int index, DateOnly serviceDate, Func<AirportCode, string> timeZoneOf)
    {
        var leg = legs[index];
        var (originZone, destinationZone) = (timeZoneOf(leg.Origin), timeZoneOf(leg.Destination));
        var departs = serviceDate.AddDays(leg.DepartureDayOffset).ToDateTime(leg.Departs);
        var arrives = serviceDate.AddDays(leg.ArrivalDayOffset).ToDateTime(leg.Arrives);
        var (departsAt, arrivesAt) = (AirportClock.ToInstant(departs, originZone), AirportClock.ToInstant(arrives, destinationZone));
        if (arrivesAt < departsAt) arrivesAt = departsAt + UsualBlock(departs, arrives, originZone, destinationZone);

        // A time that the wall never shows has moved forward, so the wall is read again.
        (departs, arrives) = (AirportClock.ToLocal(departsAt, originZone), AirportClock.ToLocal(arrivesAt, destinationZone));
        var date = DateOnly.FromDateTime(departs);
        return new Flight
        {
            Carrier = schedule.Carrier,
            OperatingCarrier = leg.OperatingCarrier,
            Number = schedule.Number,
            Suffix = schedule.Suffix,
            LegSequence = leg.Sequence,
            ServiceDate = serviceDate,
            JoinsNextLeg = index < legs.Length - 1,
            Origin = leg.Origin,
            Destination = leg.Destination,
            Date = date,
            Occurrence = 1 + EarlierOnThatDate(legs, index),
            DepartsLocal = TimeOnly.FromDateTime(departs),
            ArrivesLocal = TimeOnly.FromDateTime(arrives),
            ArrivalDayOffset = DateOnly.FromDateTime(arrives).DayNumber - date.DayNumber,
            DepartsAt = departsAt,
            ArrivesAt = arrivesAt,
            Aircraft = leg.Aircraft,
            Seats = leg.Seats,
            DepartureTerminal = leg.DepartureTerminal,
            ArrivalTerminal = leg.ArrivalTerminal,
            ScheduleId = schedule.Id == 0 ? null : schedule.Id,
        };
    }

    // In the night of a clock change a short flight could land before it left; then it takes as long as a week before.
    private static TimeSpan UsualBlock(DateTime departs, DateTime arrives, string originZone, string destinationZone)
    {
        var usual = AirportClock.ToInstant(arrives.AddDays(-DaysInAWeek), destinationZone) - AirportClock.ToInstant(departs.AddDays(-DaysInAWeek), originZone);
        return usual < TimeSpan.Zero ? TimeSpan.Zero : usual;
    }

    // A shuttle may fly the same leg twice in one service.
    private static int EarlierOnThatDate(ScheduleLeg[] legs, int index)
    {
        var earlier = 0;
        for (var i = 0; i < index; i++)
        {
            if (legs[i].Origin == legs[index].Origin && legs[i].Destination == legs[index].Destination
                && legs[i].DepartureDayOffset == legs[index].DepartureDayOffset) earlier++;
        }
        return earlier;
    }
}
