using System.Data;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Flights;

/// <summary>What a load will do to a known flight when it is activated: change it to these facts, or remove it.</summary>
public sealed class StagedFlightChange
{
    public required long LoadId { get; init; }
    public required FlightId FlightId { get; init; }

    /// <summary>True when the flight goes; the facts below are then its last ones.</summary>
    public required bool Removes { get; init; }

    /// <summary>True when passengers would feel it, so that a flight with passengers keeps what it has.</summary>
    public required bool TouchesPassengers { get; init; }
    public required string OperatingCarrier { get; init; }
    public required int LegSequence { get; init; }
    public required DateOnly ServiceDate { get; init; }
    public required bool JoinsNextLeg { get; init; }
    public required TimeOnly DepartsLocal { get; init; }
    public required TimeOnly ArrivesLocal { get; init; }
    public required int ArrivalDayOffset { get; init; }
    public required DateTimeOffset DepartsAt { get; init; }
    public required DateTimeOffset ArrivesAt { get; init; }
    public required string Aircraft { get; init; }
    public required int Seats { get; init; }
    public string? Registration { get; init; }
    public string? DepartureTerminal { get; init; }
    public string? ArrivalTerminal { get; init; }
    public long? ScheduleId { get; init; }
}

internal sealed class StagedFlightChangeMapping : IEntityTypeConfiguration<StagedFlightChange>
{
    public void Configure(EntityTypeBuilder<StagedFlightChange> change)
    {
        change.ToTable("staged_flight_changes");
        change.HasKey(c => new { c.LoadId, c.FlightId });
        change.Property(c => c.OperatingCarrier).HasMaxLength(Flight.CarrierLength);
        change.Property(c => c.Aircraft).HasMaxLength(Flight.AircraftLength);
        change.Property(c => c.Registration).HasMaxLength(Flight.RegistrationLength);
        change.Property(c => c.DepartureTerminal).HasMaxLength(Flight.TerminalLength);
        change.Property(c => c.ArrivalTerminal).HasMaxLength(Flight.TerminalLength);
        change.HasOne<FlightLoad>().WithMany().HasForeignKey(c => c.LoadId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Stages changes in bulk and applies them together.</summary>
internal static class StagedFlightChanges
{
    private static readonly ManyRows Table = new(
        "staged_flight_changes",
        ("load_id", DbType.Int64), ("flight_id", DbType.Int64), ("removes", DbType.Boolean), ("touches_passengers", DbType.Boolean),
        ("operating_carrier", DbType.String), ("leg_sequence", DbType.Int32), ("service_date", DbType.Date), ("joins_next_leg", DbType.Boolean),
        ("departs_local", DbType.Time), ("arrives_local", DbType.Time), ("arrival_day_offset", DbType.Int32), ("departs_at", DbType.DateTime),
        ("arrives_at", DbType.DateTime), ("aircraft", DbType.String), ("seats", DbType.Int32), ("registration", DbType.String),
        ("departure_terminal", DbType.String), ("arrival_terminal", DbType.String), ("schedule_id", DbType.Int64));

    public static Task<int> InsertAsync(AirlineDb db, IReadOnlyList<StagedFlightChange> changes, CancellationToken cancel) =>
        Table.InsertAsync(db, changes, Tell, cancel);

    /// <summary>Changes and removes the known flights as staged, and clears the stage.</summary>
    public static async Task ApplyAsync(AirlineDb db, long loadId, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE flights SET
                operating_carrier = staged.operating_carrier, leg_sequence = staged.leg_sequence, service_date = staged.service_date,
                joins_next_leg = staged.joins_next_leg, departs_local = staged.departs_local, arrives_local = staged.arrives_local,
                arrival_day_offset = staged.arrival_day_offset, departs_at = staged.departs_at, arrives_at = staged.arrives_at,
                aircraft = staged.aircraft, seats = staged.seats, registration = staged.registration,
                departure_terminal = staged.departure_terminal, arrival_terminal = staged.arrival_terminal, schedule_id = staged.schedule_id
            FROM staged_flight_changes AS staged
            WHERE staged.load_id = {loadId} AND staged.flight_id = flights.id AND NOT staged.removes
            """,
            cancel);
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM flight_cabins WHERE flight_id IN (SELECT flight_id FROM staged_flight_changes WHERE load_id = {loadId} AND removes)", cancel);
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM flights WHERE id IN (SELECT flight_id FROM staged_flight_changes WHERE load_id = {loadId} AND removes)", cancel);
        await db.Set<StagedFlightChange>().Where(change => change.LoadId == loadId).ExecuteDeleteAsync(cancel);
    }

    private static void Tell(StagedFlightChange change, object?[] values)
    {
        values[0] = change.LoadId;
        values[1] = change.FlightId.Value;
        values[2] = change.Removes;
        values[3] = change.TouchesPassengers;
        values[4] = change.OperatingCarrier;
        values[5] = change.LegSequence;
        values[6] = change.ServiceDate;
        values[7] = change.JoinsNextLeg;
        values[8] = change.DepartsLocal;
        values[9] = change.ArrivesLocal;
        values[10] = change.ArrivalDayOffset;
        values[11] = UtcInstant.ToStored(change.DepartsAt);
        values[12] = UtcInstant.ToStored(change.ArrivesAt);
        values[13] = change.Aircraft;
        values[14] = change.Seats;
        values[15] = change.Registration;
        values[16] = change.DepartureTerminal;
        values[17] = change.ArrivalTerminal;
        values[18] = change.ScheduleId;
    }
}
