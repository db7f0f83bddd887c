using System.Data;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Flights;

/// <summary>Puts many flights into the table at once.</summary>
internal static class FlightRows
{
    private static readonly ManyRows Table = new(
        "flights",
        ("carrier", DbType.String), ("operating_carrier", DbType.String), ("number", DbType.Int32), ("suffix", DbType.String),
        ("leg_sequence", DbType.Int32), ("service_date", DbType.Date), ("joins_next_leg", DbType.Boolean), ("origin", DbType.String),
        ("destination", DbType.String), ("date", DbType.Date), ("occurrence", DbType.Int32), ("departs_local", DbType.Time),
        ("arrives_local", DbType.Time), ("arrival_day_offset", DbType.Int32), ("departs_at", DbType.DateTime), ("arrives_at", DbType.DateTime),
        ("aircraft", DbType.String), ("seats", DbType.Int32), ("registration", DbType.String), ("departure_terminal", DbType.String),
        ("arrival_terminal", DbType.String), ("gate", DbType.String), ("status", DbType.String), ("estimated_departs_at", DbType.DateTime),
        ("estimated_arrives_at", DbType.DateTime), ("schedule_id", DbType.Int64), ("load_id", DbType.Int64));

    /// <summary>Adds the flights that are not known yet, inside the unit of work of the context; answers how many were added.</summary>
    /// <remarks>A flight whose key is known stays as it is and keeps its id.</remarks>
    public static Task<int> InsertAsync(AirlineDb db, IReadOnlyList<Flight> flights, CancellationToken cancel) =>
        Table.InsertAsync(db, flights, Tell, cancel);

    private static void Tell(Flight flight, object?[] values)
    {
        values[0] = flight.Carrier;
        values[1] = flight.OperatingCarrier;
        values[2] = flight.Number;
        values[3] = flight.Suffix;
        values[4] = flight.LegSequence;
        values[5] = flight.ServiceDate;
        values[6] = flight.JoinsNextLeg;
        values[7] = flight.Origin.ToString();
        values[8] = flight.Destination.ToString();
        values[9] = flight.Date;
        values[10] = flight.Occurrence;
        values[11] = flight.DepartsLocal;
        values[12] = flight.ArrivesLocal;
        values[13] = flight.ArrivalDayOffset;
        values[14] = UtcInstant.ToStored(flight.DepartsAt);
        values[15] = UtcInstant.ToStored(flight.ArrivesAt);
        values[16] = flight.Aircraft;
        values[17] = flight.Seats;
        values[18] = flight.Registration;
        values[19] = flight.DepartureTerminal;
        values[20] = flight.ArrivalTerminal;
        values[21] = flight.Gate;
        values[22] = flight.Status.ToString();
        values[23] = flight.EstimatedDepartsAt is { } departs ? UtcInstant.ToStored(departs) : null;
        values[24] = flight.EstimatedArrivesAt is { } arrives ? UtcInstant.ToStored(arrives) : null;
        values[25] = flight.ScheduleId;
        values[26] = flight.LoadId;
    }
}
