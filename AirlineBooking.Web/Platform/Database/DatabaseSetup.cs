using System.Data.Common;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Database.Demo;
using AirlineBooking.Web.Platform.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>Chooses the database: an embedded SQLite file, or PostgreSQL.</summary>
public static class DatabaseSetup
{
    public const string DefaultFile = "data/airline.db";

    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        services.AddSingleton<MigrationLock>().AddSingleton<CreateDemoNetwork>().AddSingleton<PrepareDatabase>();
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        var connectionString = configuration["Database:ConnectionString"];
        try
        {
            return provider.ToUpperInvariant() switch
            {
                "SQLITE" => AddSqlite(services, SqliteFile.Resolve(connectionString, contentRoot)),
                "POSTGRES" when connectionString is not null => AddPostgres(services, WithoutValues(connectionString)),
                "POSTGRES" => Refuse("Database:Provider is Postgres, so Database:ConnectionString must say where."),
                _ => Refuse($"Database:Provider is '{provider}'; it may be Sqlite or Postgres."),
            };
        }
        catch (ArgumentException unreadable)
        {
            return Refuse($"Database:ConnectionString cannot be read: {unreadable.Message}");
        }

        // The program stops before it opens anything; until then the default stands in.
        IServiceCollection Refuse(string why) => AddSqlite(services.Complain(why), SqliteFile.Resolve(null, contentRoot));
    }

    /// <summary>The SQLite file that the configuration names, whether it is there or not; null when it names another provider.</summary>
    internal static string? FileOf(IConfiguration configuration, string contentRoot) =>
        (configuration["Database:Provider"] ?? "Sqlite").Equals("Sqlite", StringComparison.OrdinalIgnoreCase)
            ? new SqliteConnectionStringBuilder(SqliteFile.Resolve(configuration["Database:ConnectionString"], contentRoot)).DataSource
            : null;

    private static IServiceCollection AddSqlite(IServiceCollection services, string connectionString)
    {
        SqliteLibrary.Prepare();
        return services
            .AddInvariants(SqliteInvariants.All)
            .AddSingleton(AirlineDbOptions.Sqlite(connectionString))
            .AddSingleton<IDbContextFactory<AirlineDb>>(new SqliteReaders(connectionString))
            .AddSingleton<Writes>(_ => new SerialWrites(
                cancel => OpenForWritingAsync(connectionString, cancel),
                connection => new SqliteAirlineDb(AirlineDbOptions.Sqlite(connection))));
    }

    // The server's own detail of an error repeats the row, passengers and all, and errors are logged.
    private static string WithoutValues(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false, LogParameters = false }.ToString();

    private static IServiceCollection AddPostgres(IServiceCollection services, string connectionString) => services
        .AddSingleton(AirlineDbOptions.Postgres(connectionString))
        .AddSingleton(made => new PooledDbContextFactory<PostgresAirlineDb>(made.GetRequiredService<DbContextOptions<PostgresAirlineDb>>()))
        .AddSingleton<IDbContextFactory<AirlineDb>>(made => new Databases(made.GetRequiredService<PooledDbContextFactory<PostgresAirlineDb>>().CreateDbContext))
        .AddSingleton<Writes, ParallelWrites>();

    private static async Task<DbConnection> OpenForWritingAsync(string connectionString, CancellationToken cancel)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        SqlitePragmas.Apply(connection);
        SqlitePragmas.ApplyForWriting(connection);
        return connection;
    }

    private sealed class Databases(Func<AirlineDb> create) : IDbContextFactory<AirlineDb>
    {
        public AirlineDb CreateDbContext() => create();
    }
}
