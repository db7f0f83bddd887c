using System.Data.Common;
using System.Globalization;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AirlineBooking.Domain.Platform;

/// <summary>SQL that is written by hand, in the transaction of a unit of work: claims are one conditional statement, and the hottest units have no time for tracking.</summary>
/// <remarks>The holes of the text become parameters, so nothing that was typed is ever part of the SQL.</remarks>
internal static class Statements
{
    /// <summary>Runs one statement; answers how many rows it changed.</summary>
    public static async Task<int> ExecuteAsync(this AirlineDb db, FormattableString sql, CancellationToken cancel)
    {
        await using var command = db.Command(sql);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Runs one statement and reads every row that it answers.</summary>
    public static async Task<List<T>> ReadAsync<T>(this AirlineDb db, FormattableString sql, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>An instant as it is stored.</summary>
    public static DateTimeOffset GetInstant(this DbDataReader reader, int column) =>
        new(DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc));

    private static DbCommand Command(this AirlineDb db, FormattableString sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var names = new object[sql.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            parameter.Value = Stored(sql.GetArgument(i));
            command.Parameters.Add(parameter);
            names[i] = parameter.ParameterName;
        }
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, names);
        return command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => UtcInstant.ToStored(instant),
        IStoredAs typed => typed.Stored,
        Enum named => Convert.ToInt32(named, CultureInfo.InvariantCulture),
        _ => value,
    };
}
