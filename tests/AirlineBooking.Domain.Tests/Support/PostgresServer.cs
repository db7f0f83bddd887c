using AirlineBooking.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AirlineBooking.Domain.Tests.Support;

/// <summary>The throw-away PostgreSQL that tests/run.sh starts. Each test gets a database of its own, copied from a migrated template.</summary>
public static class PostgresServer
{
    public const string Variable = "AIRLINE_TEST_POSTGRES";

    private static readonly string Template = $"template_{Environment.ProcessId}";
    private static readonly Lazy<Task> TemplateIsMade = new(MakeTemplateAsync);

    public static bool IsHere => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    public static async Task<string> CreateDatabaseAsync()
    {
        await TemplateIsMade.Value;
        var name = $"airline_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
        return ConnectionString(name);
    }

    public static async Task DropDatabaseAsync(string connectionString)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static async Task MakeTemplateAsync()
    {
        await ExecuteAsync($"CREATE DATABASE {Template}");
        var connectionString = ConnectionString(Template);
        await using (var db = new PostgresAirlineDb(AirlineDbOptions.Postgres(connectionString)))
        {
            await db.Database.MigrateAsync();
        }
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
    }

    private static string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Database = database }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
