using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Database;
using AirlineBooking.Web.Platform.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AirlineBooking.Domain.Tests.Support;

/// <summary>The whole airline without a web server: a real database of its own, the real operations, a clock we own.</summary>
public sealed class HeadlessAirline : IAsyncDisposable
{
    /// <summary>What the clock shows at first: a Monday morning.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);

    private readonly Database _database;
    private readonly string _connectionString;
    private readonly ServiceProvider _services;

    private HeadlessAirline(Database database, string connectionString, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        (_database, _connectionString) = (database, connectionString);
        Configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:Provider"] = database.ToString(),
                ["Database:ConnectionString"] = connectionString,
                ["Payments:RetryDelayMilliseconds"] = "0",
            })
            .AddInMemoryCollection(settings)
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IConfiguration>(Configuration)
            .AddDatabase(Configuration, AppContext.BaseDirectory)
            .AddAirline()
            .AddSingleton<IDocumentCipher>(new DocumentCipher(new EphemeralDataProtectionProvider()))
            .AddSingleton<SandboxGateway>()
            .AddSingleton<IPaymentGateway>(services => services.GetRequiredService<SandboxGateway>())
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public IConfiguration Configuration { get; }

    public Writes Writes => Get<Writes>();

    public IDbContextFactory<AirlineDb> Databases => Get<IDbContextFactory<AirlineDb>>();

    public static async Task<HeadlessAirline> OpenAsync(Database database, IEnumerable<KeyValuePair<string, string?>>? settings = null) =>
        new(database, database is Database.Postgres ? await PostgresServer.CreateDatabaseAsync() : await CopySqliteTemplateAsync(), settings ?? []);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is Database.Postgres)
        {
            await PostgresServer.DropDatabaseAsync(_connectionString);
            return;
        }
        SqliteConnection.ClearAllPools();
        var file = new SqliteConnectionStringBuilder(_connectionString).DataSource;
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
    }

    private static async Task<string> CopySqliteTemplateAsync()
    {
        var file = TemporaryFile();
        File.Copy(await SqliteTemplate.Value, file);
        return $"Data Source={file}";
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = TemporaryFile();
        await using var db = new SqliteAirlineDb(AirlineDbOptions.Sqlite($"Data Source={file};Pooling=False"));
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }

    private static string TemporaryFile() => Path.Combine(Path.GetTempPath(), $"airline-{Guid.NewGuid():N}.db");
}
