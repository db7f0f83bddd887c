using System.Data;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AirlineBooking.Domain.Flights;

/// <summary>A table of facts that has an owner elsewhere: rows are added, or changed where they differ, by statements of many rows.</summary>
/// <remarks>Two processes may load the same facts at once: the database decides row by row, and neither fails.</remarks>
internal sealed record ReferenceRows(string Table, string[] Key, string[] Columns)
{
    /// <summary>How many rows one unit of work should take.</summary>
    public const int MostRows = 500;

    // SQLite finds each parameter by its name in a list, so a statement of many is slower than many statements.
    private const int RowsInAStatement = 12;

    /// <summary>A condition that a known row must meet to be changed.</summary>
    public string? OnlyWhere { get; init; }

    /// <summary>The columns whose absent values are numbers: PostgreSQL wants to know the type of nothing too.</summary>
    public string[] Numbers { get; init; } = [];

    /// <summary>Adds or changes the rows inside the unit of work of the context; answers how many were added or differed.</summary>
    public async Task<int> UpsertAsync(AirlineDb db, ArraySegment<object?[]> rows, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MostRows);
        var changed = 0;
        for (var start = 0; start < rows.Count; start += RowsInAStatement)
        {
            changed += await UpsertFewAsync(db, rows.Slice(start, Math.Min(RowsInAStatement, rows.Count - start)), cancel);
        }
        return changed;
    }

    private async Task<int> UpsertFewAsync(AirlineDb db, ArraySegment<object?[]> rows, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Statement(rows.Count);
        foreach (var value in rows.SelectMany(row => row))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
            if (value is null) parameter.DbType = Numbers.Contains(Columns[command.Parameters.Count % Columns.Length], StringComparer.Ordinal) ? DbType.Double : DbType.String;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private string Statement(int rows)
    {
        var sql = new StringBuilder("INSERT INTO ").Append(Table).Append(" (").AppendJoin(", ", Columns).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            sql.AppendJoin(", ", Enumerable.Range(row * Columns.Length, Columns.Length).Select(i => string.Create(CultureInfo.InvariantCulture, $"@p{i}")));
            sql.Append(')');
        }
        var changeable = Columns.Except(Key, StringComparer.Ordinal).ToList();
        sql.Append(" ON CONFLICT (").AppendJoin(", ", Key).Append(") DO UPDATE SET ");
        sql.AppendJoin(", ", changeable.Select(column => $"{column} = excluded.{column}"));
        sql.Append(" WHERE (").AppendJoin(" OR ", changeable.Select(column => $"{Table}.{column} IS DISTINCT FROM excluded.{column}")).Append(')');
        if (OnlyWhere is { } condition) sql.Append(" AND ").Append(condition);
        return sql.ToString();
    }
}
