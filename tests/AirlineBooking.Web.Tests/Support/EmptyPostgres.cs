using Npgsql;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>A database without tables on the throw-away PostgreSQL that tests/run.sh starts.</summary>
internal sealed class EmptyPostgres : IAsyncDisposable
{
    public const string Variable = "AIRLINE_TEST_POSTGRES";

    private readonly string _name = $"airline_{Guid.NewGuid():N}";

    private EmptyPostgres()
    {
    }

    public static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ToString();

    public static async Task<EmptyPostgres> CreateAsync()
    {
        var made = new EmptyPostgres();
        await ExecuteAsync($"CREATE DATABASE {made._name}");
        return made;
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres" }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
