using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>A schedule in local times made from a message, and the line of its first leg.</summary>
internal sealed record ImportedSchedule(FlightSchedule Schedule, SsimItinerary Service);

/// <summary>Turns services of a message into schedules in local times. Pure: it takes the airports' zones.</summary>
/// <remarks>
/// In time mode L a service is one schedule. In mode U its period, days and times are in UTC, so the clock on the wall changes
/// with summer time: the period is cut into stretches in which the local times stay the same.
/// </remarks>
internal sealed class SsimSchedules(Func<AirportCode, string> zoneOf, Func<string, (string Icao, int Seats)> typeOf)
{
    public const string Source = "ssim";

    /// <summary>The schedules of a service; a period without end is followed to the last date if its times are in UTC.</summary>
    public IEnumerable<ImportedSchedule> Of(SsimItinerary service, DateOnly lastOfOpenPeriod)
    {
        var to = service.First.To ?? service.Carrier.To;
        var schedules = service.Carrier.InUtc ? FromUtc(service, to ?? lastOfOpenPeriod) : [Local(service, to)];
        return schedules.Select(schedule => new ImportedSchedule(schedule, service));
    }

    private FlightSchedule Local(SsimItinerary service, DateOnly? to) => Schedule(
        service, service.First.From, to, service.First.Days, service.First.EveryWeeks,
        [.. service.Legs.Select(leg => new LegTimes(leg.Departs.Time, leg.Departs.DayOffset, leg.Arrives.Time, leg.Arrives.DayOffset))]);

    private IEnumerable<FlightSchedule> FromUtc(SsimItinerary service, DateOnly to)
    {
        // Every second week is counted from the first date, and a stretch has another first date: so each weekday goes by itself.
        OperatingDays[] groups = service.First.EveryWeeks == 1
            ? [service.First.Days]
            : [.. Enumerable.Range(0, 7).Select(day => (OperatingDays)(1 << day)).Where(day => service.First.Days.HasFlag(day))];
        foreach (var days in groups)
        {
            Stretch? stretch = null;
            foreach (var date in DatesOf(service.First, days, to))
            {
                var (serviceDate, times) = InLocalTimes(service, date);
                if (stretch is not null && stretch.Shift == serviceDate.DayNumber - date.DayNumber && stretch.Times.SequenceEqual(times))
                {
                    stretch.Add(serviceDate);
                    continue;
                }
                if (stretch is not null) yield return Made(service, stretch);
                stretch = new Stretch(serviceDate, serviceDate.DayNumber - date.DayNumber, times);
            }
            if (stretch is not null) yield return Made(service, stretch);
        }
    }

    private FlightSchedule Made(SsimItinerary service, Stretch stretch) =>
        Schedule(service, stretch.From, stretch.To, stretch.Days, service.First.EveryWeeks, stretch.Times);

    private static IEnumerable<DateOnly> DatesOf(SsimLeg leg, OperatingDays days, DateOnly to)
    {
        for (var date = leg.From; date <= to; date = date.AddDays(1))
        {
            if (days.HasFlag(ExpandSchedule.DayOf(date)) && (date.DayNumber - leg.From.DayNumber) / 7 % leg.EveryWeeks == 0) yield return date;
        }
    }

    private (DateOnly ServiceDate, LegTimes[] Times) InLocalTimes(SsimItinerary service, DateOnly date)
    {
        var walls = service.Legs.Select(leg => (Departs: Wall(leg.Departs, date, leg.Origin), Arrives: Wall(leg.Arrives, date, leg.Destination))).ToArray();
        var serviceDate = DateOnly.FromDateTime(walls[0].Departs);
        return (serviceDate, Array.ConvertAll(walls, wall => new LegTimes(
            TimeOnly.FromDateTime(wall.Departs), DateOnly.FromDateTime(wall.Departs).DayNumber - serviceDate.DayNumber,
            TimeOnly.FromDateTime(wall.Arrives), DateOnly.FromDateTime(wall.Arrives).DayNumber - serviceDate.DayNumber)));
    }

    private DateTime Wall(SsimTime time, DateOnly date, AirportCode airport)
    {
        var utc = date.AddDays(time.DayOffset).ToDateTime(time.Time, DateTimeKind.Utc);
        return AirportClock.ToLocal(new DateTimeOffset(utc), zoneOf(airport));
    }

    private FlightSchedule Schedule(SsimItinerary service, DateOnly from, DateOnly? to, OperatingDays days, int everyWeeks, LegTimes[] times) => new()
    {
        Carrier = service.Carrier.Airline, Number = service.First.Number, Suffix = service.First.Suffix,
        From = from, To = to, Days = days, EveryWeeks = everyWeeks, Source = Source,
        Legs = [.. service.Legs.Select((leg, index) => Leg(service, leg, times[index]))],
    };

    private ScheduleLeg Leg(SsimItinerary service, SsimLeg leg, LegTimes times)
    {
        var (aircraft, typicalSeats) = typeOf(leg.AircraftIata);
        return new ScheduleLeg
        {
            Sequence = leg.Sequence, OperatingCarrier = service.Carrier.Airline, Origin = leg.Origin, Destination = leg.Destination,
            Departs = times.Departs, DepartureDayOffset = times.DepartureDayOffset, Arrives = times.Arrives, ArrivalDayOffset = times.ArrivalDayOffset,
            Aircraft = aircraft, Seats = leg.Seats > 0 ? leg.Seats : typicalSeats,
            DepartureTerminal = leg.DepartureTerminal, ArrivalTerminal = leg.ArrivalTerminal,
        };
    }

    private readonly record struct LegTimes(TimeOnly Departs, int DepartureDayOffset, TimeOnly Arrives, int ArrivalDayOffset);

    private sealed class Stretch(DateOnly first, int shift, LegTimes[] times)
    {
        public DateOnly From { get; } = first;
        public DateOnly To { get; private set; } = first;
        public OperatingDays Days { get; private set; } = ExpandSchedule.DayOf(first);
        public int Shift { get; } = shift;
        public LegTimes[] Times { get; } = times;

        public void Add(DateOnly date)
        {
            To = date;
            Days |= ExpandSchedule.DayOf(date);
        }
    }
}
