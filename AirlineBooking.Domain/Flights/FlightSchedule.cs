using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>Days of operation; the bits stand Monday first as SSIM counts them.</summary>
[Flags]
public enum OperatingDays
{
    None = 0, Monday = 1, Tuesday = 2, Wednesday = 4, Thursday = 8, Friday = 16, Saturday = 32, Sunday = 64,
    Daily = 127,
}

/// <summary>What a schedule message says: one service over a period and its days of operation, leg by leg, in local times.</summary>
public sealed class FlightSchedule
{
    public long Id { get; init; }
    public required string Carrier { get; init; }
    public required int Number { get; init; }
    public string Suffix { get; init; } = "";

    /// <summary>First and last local date of the first leg; no end means until further notice.</summary>
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
    public required OperatingDays Days { get; init; }

    /// <summary>1 for every week, 2 for every other week counted from <see cref="From"/>.</summary>
    public int EveryWeeks { get; init; } = 1;

    /// <summary>Where it came from: "demo", "ssim".</summary>
    public required string Source { get; init; }

    /// <summary>Its dated flights are made up to and with this date of the first leg; none before the first were made.</summary>
    public DateOnly? MadeUntil { get; set; }

    /// <summary>The import that added it, if any. It is in force once that load is activated.</summary>
    public long? LoadId { get; set; }
    public FlightLoad? Load { get; set; }
    public required List<ScheduleLeg> Legs { get; init; }
}

/// <summary>One leg of a scheduled service. Day offsets count from the date of the first leg.</summary>
public sealed class ScheduleLeg
{
    public long ScheduleId { get; init; }
    public required int Sequence { get; init; }
    public required string OperatingCarrier { get; init; }
    public required AirportCode Origin { get; init; }
    public required AirportCode Destination { get; init; }
    public required TimeOnly Departs { get; init; }
    public int DepartureDayOffset { get; init; }
    public required TimeOnly Arrives { get; init; }
    public required int ArrivalDayOffset { get; init; }
    public required string Aircraft { get; init; }
    public required int Seats { get; init; }
    public string? DepartureTerminal { get; init; }
    public string? ArrivalTerminal { get; init; }
}
