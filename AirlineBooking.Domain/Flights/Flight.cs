using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

public enum FlightStatus { Scheduled, Delayed, Boarding, Departed, Arrived, Cancelled, Diverted }

public static class FlightStatuses
{
    /// <summary>True while a flight has not left and is going to.</summary>
    public static bool IsAhead(this FlightStatus status) => status is FlightStatus.Scheduled or FlightStatus.Delayed or FlightStatus.Boarding;
}

/// <summary>One dated leg. Its local times are the truth; the instants are derived from them by the airports' zones.</summary>
public sealed class Flight
{
    public const int CarrierLength = 2;
    public const int SuffixLength = 1;
    public const int AircraftLength = 4;
    public const int RegistrationLength = 10;
    public const int TerminalLength = 4;

    /// <summary>What an import that names no seats is given: an A320neo of 174.</summary>
    public const int DefaultSeats = 174;
    public const string DefaultAircraft = "A20N";

    public FlightId Id { get; init; }
    public required string Carrier { get; init; }
    public required string OperatingCarrier { get; set; }
    public required int Number { get; init; }
    public string Suffix { get; init; } = "";

    /// <summary>1 for the first leg of the service, counting on over its stops.</summary>
    public int LegSequence { get; set; } = 1;

    /// <summary>The local date of the service's first leg.</summary>
    public required DateOnly ServiceDate { get; set; }

    /// <summary>True when the aircraft goes on as the next leg of the same service: passengers stay on board.</summary>
    public bool JoinsNextLeg { get; set; }

    public required AirportCode Origin { get; init; }
    public required AirportCode Destination { get; init; }

    /// <summary>The date of departure, local at the origin.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>1, or more when the same number flies the same leg several times on that date.</summary>
    public int Occurrence { get; set; } = 1;

    public required TimeOnly DepartsLocal { get; set; }
    public required TimeOnly ArrivesLocal { get; set; }

    /// <summary>Local arrival date less local departure date, in days: -1 over the date line eastward.</summary>
    public required int ArrivalDayOffset { get; set; }
    public required DateTimeOffset DepartsAt { get; set; }
    public required DateTimeOffset ArrivesAt { get; set; }

    /// <summary>ICAO type designator.</summary>
    public required string Aircraft { get; set; }

    /// <summary>How many seats may be sold at most, whatever the layout has.</summary>
    public required int Seats { get; set; }
    public string? Registration { get; set; }
    public string? DepartureTerminal { get; set; }
    public string? ArrivalTerminal { get; set; }
    public string? Gate { get; set; }
    public FlightStatus Status { get; set; }

    /// <summary>When it is now expected to leave and arrive; absent while the schedule holds.</summary>
    public DateTimeOffset? EstimatedDepartsAt { get; set; }
    public DateTimeOffset? EstimatedArrivesAt { get; set; }

    /// <summary>The schedule it was made from, if any.</summary>
    public long? ScheduleId { get; set; }

    /// <summary>The import that added it, if any. It is on sale once that load is activated.</summary>
    public long? LoadId { get; set; }
    public FlightLoad? Load { get; set; }

    public FlightNumber FlightNumber => new(Carrier, Number, Suffix);

    /// <summary>When it leaves, as far as is known now.</summary>
    public DateTimeOffset LeavesAt => EstimatedDepartsAt ?? DepartsAt;
    public DateTime DepartsAtLocal => Date.ToDateTime(DepartsLocal);
    public DateTime ArrivesAtLocal => Date.AddDays(ArrivalDayOffset).ToDateTime(ArrivesLocal);
    public TimeSpan Duration => ArrivesAt - DepartsAt;
}

/// <summary>One import of flights. Its rows are staged in small batches; activating it, one small commit, puts them on sale together.</summary>
public sealed class FlightLoad
{
    public long Id { get; init; }
    public required string Source { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>While it lies ahead, the load belongs to a running import; past it the load was abandoned and may be cleared.</summary>
    public required DateTimeOffset LeaseUntil { get; set; }
    public DateTimeOffset? ActivatedAt { get; set; }
}
