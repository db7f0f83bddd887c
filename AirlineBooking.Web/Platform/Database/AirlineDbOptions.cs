using AirlineBooking.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>Makes the context's options, the same for the running program, for design time and for tests.</summary>
public static class AirlineDbOptions
{
    // Identity decides by its options which tables the model has (Version3 brings passkeys), and reads them from here only.
    private static readonly ServiceProvider Identity = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public static DbContextOptions<SqliteAirlineDb> Sqlite(string connectionString) =>
        Build<SqliteAirlineDb>(options => options.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()));

    /// <summary>On a connection that is already open and set up, such as the one that writes.</summary>
    public static DbContextOptions<SqliteAirlineDb> Sqlite(System.Data.Common.DbConnection connection) =>
        Build<SqliteAirlineDb>(options => options.UseSqlite(connection));

    public static DbContextOptions<PostgresAirlineDb> Postgres(string connectionString) =>
        Build<PostgresAirlineDb>(options => options.UseNpgsql(connectionString));

    private static DbContextOptions<TContext> Build<TContext>(Action<DbContextOptionsBuilder<TContext>> useProvider) where TContext : AirlineDb
    {
        var options = new DbContextOptionsBuilder<TContext>();
        useProvider(options);
        return options.UseApplicationServiceProvider(Identity).Options;
    }
}
