using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Tests.Support;
using AirlineBooking.Web.Platform.Database;
using AirlineBooking.Web.Platform.Database.Demo;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AirlineBooking.Domain.Tests.Platform;

public sealed class PrepareDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("airline-").FullName;

    private string File => Path.Combine(_folder, "deeper", "airline.db");

    [Fact]
    public async Task The_first_start_makes_folder_file_schema_and_reference_data()
    {
        await using var airline = await OpenAsync();

        await airline.Get<PrepareDatabase>().RunAsync(default);

        await using var db = airline.Databases.CreateDbContext();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.True(await db.Airports.CountAsync() > 3_900);
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task Every_connection_syncs_each_commit_waits_for_a_lock_and_keeps_the_keys()
    {
        await using var airline = await OpenAsync();
        await airline.Get<PrepareDatabase>().RunAsync(default);

        await using var reading = airline.Databases.CreateDbContext();
        var settings = (Synchronous: 2, BusyTimeout: 10_000, ForeignKeys: 1);

        Assert.Equal(settings, await SettingsAsync(reading));
        Assert.Equal(settings, await airline.Writes.RunAsync((db, _) => SettingsAsync(db)));
    }

    private static async Task<(int Synchronous, int BusyTimeout, int ForeignKeys)> SettingsAsync(AirlineDb db) => (
        await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(),
        await db.Database.SqlQueryRaw<int>("SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync(),
        await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync());

    [Fact]
    public async Task A_command_never_makes_the_demo_network()
    {
        await using var airline = await OpenAsync();

        await airline.Get<PrepareDatabase>().RunAsync(default);

        await using var db = airline.Databases.CreateDbContext();
        Assert.False(await db.FlightSchedules.AnyAsync());
    }

    [Fact]
    public async Task The_site_makes_the_demo_network_once_and_has_it_on_sale()
    {
        await using var airline = await OpenAsync();
        var prepare = airline.Get<PrepareDatabase>();

        await prepare.RunForSiteAsync(demo: true, default);
        var first = await CountAsync(airline);
        await prepare.RunForSiteAsync(demo: true, default);

        Assert.InRange(first.Flights, 70_000, 78_000);
        Assert.Equal(first, await CountAsync(airline));
        Assert.NotNull(airline.Get<AirportDirectories>().Current.Find(Kernel.AirportCode.Parse("LHR")));
    }

    [Fact]
    public async Task A_site_without_the_demo_stays_empty()
    {
        await using var airline = await OpenAsync();

        await airline.Get<PrepareDatabase>().RunForSiteAsync(demo: false, default);

        Assert.Equal((0, 0), await CountAsync(airline));
    }

    [Fact]
    public async Task A_lock_that_another_start_holds_is_waited_for_and_then_said()
    {
        await using var airline = await OpenAsync();
        await LeaveLockAsync(HeadlessAirline.Start.AddMinutes(-1));
        var prepare = new PrepareDatabase(
            airline.Databases, airline.Get<LoadReferenceData>(), airline.Get<CreateDemoNetwork>(), airline.Get<CreateDemoFares>(), airline.Get<RollHorizon>(),
            airline.Get<AirportDirectories>(), airline.Get<MigrationLock>(), NullLogger<PrepareDatabase>.Instance) { LongestMigration = TimeSpan.FromMilliseconds(300) };

        var unusable = await Assert.ThrowsAsync<DatabaseUnusableException>(() => prepare.RunAsync(default));

        Assert.Contains("migration lock", unusable.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(60 * 24)]
    public async Task A_lock_that_a_killed_start_left_behind_is_removed(int minutesFromNow)
    {
        await using var airline = await OpenAsync();
        await LeaveLockAsync(HeadlessAirline.Start.AddMinutes(minutesFromNow));

        await airline.Get<PrepareDatabase>().RunAsync(default);

        await using var db = airline.Databases.CreateDbContext();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task The_program_brings_a_safe_SQLite()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();

        SqliteLibrary.RefuseBelow(SqliteLibrary.OldestSafe, connection.ServerVersion);
    }

    [Theory]
    [InlineData("3.51.2")]
    [InlineData("3.46.1")]
    [InlineData("not a version")]
    public void An_older_SQLite_is_refused_by_name(string version) =>
        Assert.Contains(version, Assert.Throws<DatabaseUnusableException>(() => SqliteLibrary.RefuseBelow(SqliteLibrary.OldestSafe, version)).Message, StringComparison.Ordinal);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<HeadlessAirline> OpenAsync() =>
        HeadlessAirline.OpenAsync(Database.Sqlite, new Dictionary<string, string?> { ["Database:ConnectionString"] = $"Data Source={File}" });

    private static async Task<(int Flights, int Schedules)> CountAsync(HeadlessAirline airline)
    {
        await using var db = airline.Databases.CreateDbContext();
        return (await db.Flights.CountAsync(), await db.FlightSchedules.CountAsync());
    }

    // As EF Core writes it.
    private async Task LeaveLockAsync(DateTimeOffset taken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!); // A full path of a file always has a folder.
        await using var connection = new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, $taken)
            """;
        command.Parameters.AddWithValue("$taken", taken);
        await command.ExecuteNonQueryAsync();
    }
}
