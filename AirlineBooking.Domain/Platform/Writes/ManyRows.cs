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
    // SQLite finds each parameter by its name in a list, so many of them cost more than many calls; on PostgreSQL each call is a journey.
    private const int RowsInAnSqliteStatement = 2;
    private const int RowsInAStatement = 400;

    /// <summary>Adds the rows that are not known yet, each told as one value a column; answers how many were added.</summary>
    public async Task<int> InsertAsync<T>(AirlineDb db, IReadOnlyList<T> rows, Action<T, object?[]> tell, CancellationToken cancel)
    {
        var atOnce = db.Database.ProviderName is { } provider && provider.EndsWith("Sqlite", StringComparison.Ordinal)
            ? RowsInAnSqliteStatement
            : RowsInAStatement;
        var values = new object?[columns.Length];
        var added = 0;
        await using var command = Command(db, Math.Min(atOnce, Math.Max(rows.Count, 1)));
        await using var rest = rows.Count > atOnce && rows.Count % atOnce is var left and > 0 ? Command(db, left) : command;
        for (var start = 0; start < rows.Count; start += atOnce)
        {
            var count = Math.Min(atOnce, rows.Count - start);
            var statement = count == atOnce ? command : rest;
            for (var row = 0; row < count; row++)
            {
                tell(rows[start + row], values);
                for (var column = 0; column < columns.Length; column++)
                {
                    statement.Parameters[row * columns.Length + column].Value = values[column] ?? DBNull.Value;
                }
            }
            added += await statement.ExecuteNonQueryAsync(cancel);
        }
        return added;
    }

    private DbCommand Command(AirlineDb db, int rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var sql = new StringBuilder($"INSERT INTO {table} (").AppendJoin(", ", columns.Select(column => column.Name)).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < columns.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
                parameter.DbType = columns[column].Type;
                command.Parameters.Add(parameter);
                sql.Append(column == 0 ? "" : ", ").Append(parameter.ParameterName);
            }
            sql.Append(')');
        }
        command.CommandText = sql.Append(" ON CONFLICT DO NOTHING").ToString();
        return command;
    }
}
