using System.Data.Common;

namespace AirlineBooking.Domain.Platform;

/// <summary>The statements of one connection, each prepared the first time it is run: preparing takes SQLite longer than most of them do.</summary>
/// <remarks>There are as many as the sources have; what was asked for comes as parameters.</remarks>
internal sealed class KeptStatements(DbConnection connection)
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    /// <summary>The statement's command, which runs once at a time and is not to be disposed of: it ends with its connection.</summary>
    public DbCommand Get(FormattableString sql)
    {
        if (!_commands.TryGetValue(sql.Format, out var command)) _commands[sql.Format] = command = Statements.Build(connection, sql);
        return command;
    }
}
