using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AirlineBooking.Domain.Platform;

/// <summary>Puts many rows into one table inside a unit of work, by one prepared statement used again: a context would need ten times as long.</summary>
/// <remarks>A row whose key is known is left as it is.</remarks>
internal sealed class ManyRows(string table, params (string Name, DbType Type)[] columns)
{
    // SQLite copies every page that a statement of several rows touches, to be able to undo it; on PostgreSQL each call is a journey.
    private const int RowsInAnSqliteStatement = 1;
    private const int RowsInAStatement = 400;

    /// <summary>Adds the rows that are not known yet, each told as one value a column; answers how many were added.</summary>
    public async Task<int> InsertAsync<T>(AirlineDb db, IReadOnlyList<T> rows, Action<T, object?[]> tell, CancellationToken cancel)
    {
        var atOnce = db.IsSqlite() ? RowsInAnSqliteStatement : RowsInAStatement;
        var values = new object?[rows.Count][];
        for (var row = 0; row < rows.Count; row++) tell(rows[row], values[row] = new object?[columns.Length]);
        // A column that no row fills is left out: each one costs time for each row.
        var filled = Enumerable.Range(0, columns.Length).Where(column => Array.Exists(values, row => row[column] is not null)).ToArray();

        var added = 0;
        await using var command = Command(db, filled, Math.Min(atOnce, Math.Max(rows.Count, 1)));
        await using var rest = rows.Count > atOnce && rows.Count % atOnce is var left and > 0 ? Command(db, filled, left) : command;
        for (var start = 0; start < rows.Count; start += atOnce)
        {
            var count = Math.Min(atOnce, rows.Count - start);
            var statement = count == atOnce ? command : rest;
            for (var i = 0; i < count * filled.Length; i++)
            {
                statement.Parameters[i].Value = values[start + i / filled.Length][filled[i % filled.Length]] ?? DBNull.Value;
            }
            added += await statement.ExecuteNonQueryAsync(cancel);
        }
        return added;
    }

    private DbCommand Command(AirlineDb db, int[] filled, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var sql = new StringBuilder($"INSERT INTO {table} (").AppendJoin(", ", filled.Select(column => columns[column].Name)).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < filled.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
                parameter.DbType = columns[filled[column]].Type;
                command.Parameters.Add(parameter);
                sql.Append(column == 0 ? "" : ", ").Append(parameter.ParameterName);
            }
            sql.Append(')');
        }
        command.CommandText = sql.Append(" ON CONFLICT DO NOTHING").ToString();
        return command;
    }
}
