using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AirlineBooking.Domain.Flights;

/// <summary>Puts many flights into the table at once, by statements of many rows: a context would need ten times as long.</summary>
internal static class FlightRows
{
    // SQLite takes 32,766 parameters a statement and PostgreSQL 65,535.
    private const int RowsInAStatement = 1000;

    private static readonly string[] Columns =
    [
        "carrier", "operating_carrier", "number", "suffix", "leg_sequence", "service_date", "joins_next_leg", "origin", "destination",
        "date", "occurrence", "departs_local", "arrives_local", "arrival_day_offset", "departs_at", "arrives_at", "aircraft", "seats",
        "registration", "departure_terminal", "arrival_terminal", "gate", "status", "estimated_departs_at", "estimated_arrives_at",
        "schedule_id", "load_id",
    ];

    /// <summary>Adds the flights that are not known yet, inside the unit of work of the context; answers how many were added.</summary>
    /// <remarks>A flight whose key is known stays as it is and keeps its id.</remarks>
    public static async Task<int> InsertAsync(AirlineDb db, IReadOnlyList<Flight> flights, CancellationToken cancel)
    {
        var connection = db.Database.GetDbConnection();
        var added = 0;
        for (var start = 0; start < flights.Count; start += RowsInAStatement)
        {
            var count = Math.Min(RowsInAStatement, flights.Count - start);
            await using var command = connection.CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = Statement(count);
            for (var row = start; row < start + count; row++) AddParameters(command, flights[row]);
            added += await command.ExecuteNonQueryAsync(cancel);
        }
        return added;
    }

    private static string Statement(int rows)
    {
        var sql = new StringBuilder("INSERT INTO flights (").AppendJoin(", ", Columns).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < Columns.Length; column++)
            {
                sql.Append(column == 0 ? "@p" : ", @p").Append((row * Columns.Length + column).ToString(CultureInfo.InvariantCulture));
            }
            sql.Append(')');
        }
        return sql.Append(" ON CONFLICT DO NOTHING").ToString();
    }

    private static void AddParameters(DbCommand command, Flight flight)
    {
        Add(command, flight.Carrier);
        Add(command, flight.OperatingCarrier);
        Add(command, flight.Number);
        Add(command, flight.Suffix);
        Add(command, flight.LegSequence);
        Add(command, flight.ServiceDate);
        Add(command, flight.JoinsNextLeg);
        Add(command, flight.Origin.ToString());
        Add(command, flight.Destination.ToString());
        Add(command, flight.Date);
        Add(command, flight.Occurrence);
        Add(command, flight.DepartsLocal);
        Add(command, flight.ArrivesLocal);
        Add(command, flight.ArrivalDayOffset);
        Add(command, Kernel.UtcInstant.ToStored(flight.DepartsAt));
        Add(command, Kernel.UtcInstant.ToStored(flight.ArrivesAt));
        Add(command, flight.Aircraft);
        Add(command, flight.Seats);
        Add(command, flight.Registration, DbType.String);
        Add(command, flight.DepartureTerminal, DbType.String);
        Add(command, flight.ArrivalTerminal, DbType.String);
        Add(command, flight.Gate, DbType.String);
        Add(command, flight.Status.ToString());
        Add(command, flight.EstimatedDepartsAt is { } departs ? Kernel.UtcInstant.ToStored(departs) : null, DbType.DateTime);
        Add(command, flight.EstimatedArrivesAt is { } arrives ? Kernel.UtcInstant.ToStored(arrives) : null, DbType.DateTime);
        Add(command, flight.ScheduleId, DbType.Int64);
        Add(command, flight.LoadId, DbType.Int64);
    }

    private static void Add(DbCommand command, object? value, DbType? typeOfNull = null)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        if (value is null && typeOfNull is { } type) parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
