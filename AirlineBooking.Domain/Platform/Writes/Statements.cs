using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AirlineBooking.Domain.Platform;

/// <summary>SQL that is written by hand, in the transaction of a unit of work: claims are one conditional statement, and the hottest units have no time for tracking.</summary>
/// <remarks>The holes of the text become parameters, an array as many as it has members, so nothing that was typed is ever part of the SQL.</remarks>
internal static class Statements
{
    /// <summary>Runs one statement; answers how many rows it changed.</summary>
    public static async Task<int> ExecuteAsync(this AirlineDb db, FormattableString sql, CancellationToken cancel)
    {
        var command = db.Command(sql);
        await using var ends = db.KeptStatements is null ? command : null;
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Runs one statement and reads every row that it answers.</summary>
    public static async Task<List<T>> ReadAsync<T>(this AirlineDb db, FormattableString sql, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var command = db.Command(sql);
        await using var ends = db.KeptStatements is null ? command : null;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Keeps the rows that a query answers for this unit of work: until it ends nobody changes them or comes to refer to them. SQLite has one writer.</summary>
    public static async Task LockRowsAsync(this AirlineDb db, FormattableString query, CancellationToken cancel)
    {
        if (!db.IsSqlite()) await db.ExecuteAsync(FormattableStringFactory.Create($"{query.Format} FOR UPDATE", query.GetArguments()), cancel);
    }

    /// <summary>Lets units of work of this name go on one at a time, each from here to its end. SQLite has one writer.</summary>
    public static async Task OneAtATimeAsync(this AirlineDb db, string name, CancellationToken cancel)
    {
        if (!db.IsSqlite()) await db.ExecuteAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);
    }

    public static bool IsSqlite(this AirlineDb db) => db.Database.ProviderName is { } provider && provider.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>An instant as it is stored.</summary>
    public static DateTimeOffset GetInstant(this DbDataReader reader, int column) =>
        new(DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc));

    private static DbCommand Command(this AirlineDb db, FormattableString sql)
    {
        sql = SpreadLists(sql);
        var command = db.KeptStatements is { } kept ? kept.Get(sql) : Build(db.Database.GetDbConnection(), sql);
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < sql.ArgumentCount; i++) command.Parameters[i].Value = Stored(sql.GetArgument(i));
        return command;
    }

    /// <summary>The command of a statement, without the values of its parameters.</summary>
    internal static DbCommand Build(DbConnection connection, FormattableString sql)
    {
        var command = connection.CreateCommand();
        var names = new object[sql.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(parameter);
            names[i] = parameter.ParameterName;
        }
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, names);
        return command;
    }

    // A list becomes as many parameters as it has members.
    private static FormattableString SpreadLists(FormattableString sql)
    {
        var arguments = sql.GetArguments();
        if (!Array.Exists(arguments, argument => argument is Array and not byte[])) return sql;
        var (holes, values) = (new object[arguments.Length], new List<object?>());
        for (var i = 0; i < holes.Length; i++)
        {
            var first = values.Count;
            if (arguments[i] is Array list and not byte[]) values.AddRange(list.Cast<object?>());
            else values.Add(arguments[i]);
            holes[i] = string.Join(", ", Enumerable.Range(first, values.Count - first).Select(hole => $"{{{hole}}}"));
        }
        return FormattableStringFactory.Create(string.Format(CultureInfo.InvariantCulture, sql.Format, holes), [.. values]);
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
