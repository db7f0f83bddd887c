using AirlineBooking.Web.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AirlineBooking.Web.Tests.Platform.Commands;

/// <summary>The commands as processes: what an operator and a script see.</summary>
public sealed class CommandTests
{
    private const string Flights = """
        carrier,flight_number,origin,destination,date,dep_local,arr_local,block_min
        9Q,101,LHR,JFK,2026-12-01,09:00,12:00,480
        9Q,102,JFK,LHR,2026-12-01,19:00,07:00,420
        9Q,103,JFK,QQQ,2026-12-01,19:00,07:00,420

        """;

    [Fact]
    public async Task A_file_is_loaded_and_what_was_wrong_in_it_told()
    {
        using var program = new ProgramRun();
        program.Write("flights.csv", Flights);

        var ended = await program.RunAsync("import-flights", "flights.csv");

        Assert.Equal(0, ended.Code);
        Assert.Equal("Done: 2 added, 0 changed, 0 removed, 0 unchanged; 1 skipped.\n", ended.Output);
        Assert.Contains("line 4: airport 'QQQ' is not known\n", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', ended.Errors);
        Assert.Equal(2, Count(program, "flights"));
        Assert.Equal(0, Count(program, "flight_schedules"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(program.DatabaseFile));
    }

    [Fact]
    public async Task Strict_refuses_a_file_with_a_bad_row()
    {
        using var program = new ProgramRun();
        program.Write("flights.csv", Flights);

        var ended = await program.RunAsync("import-flights", "flights.csv", "--strict");

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.Contains("With --strict nothing is loaded", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Count(program, "flights"));
    }

    [Fact]
    public async Task A_dry_run_without_a_database_makes_none()
    {
        using var program = new ProgramRun();
        program.Write("flights.csv", Flights);

        var ended = await program.RunAsync("import-flights", "flights.csv", "--dry-run");

        Assert.Equal(0, ended.Code);
        Assert.Contains("+ 9Q101 LHR-JFK 2026-12-01 09:00-12:00 A20N 174\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains("It would be: 2 added", ended.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(program.DatabaseFile));
    }

    [Theory]
    [InlineData("There is no command 'import-everything'.", "import-everything")]
    [InlineData("import-flights needs a FILE.", "import-flights")]
    [InlineData("import-airports does not take --strict.", "import-airports", "a.csv", "--strict")]
    [InlineData("check does not take 'a.csv'.", "check", "a.csv")]
    public async Task Wrong_usage_is_told_with_the_usage(string said, params string[] args)
    {
        using var program = new ProgramRun();

        var ended = await program.RunAsync(args);

        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.StartsWith(said, ended.Errors, StringComparison.Ordinal);
        Assert.Contains("Usage:", ended.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(program.DatabaseFile));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        using var program = new ProgramRun();

        var ended = await program.RunAsync("import-ssim", "nowhere.ssim");

        Assert.Equal(1, ended.Code);
        Assert.Contains(Path.Combine(program.Folder, "nowhere.ssim"), ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_column_is_named()
    {
        using var program = new ProgramRun();
        program.Write("airports.csv", "iata,name,country,latitude,longitude\nCIC,Chico,US,39.8,-121.9\n");

        var ended = await program.RunAsync("import-airports", "airports.csv");

        Assert.Equal(1, ended.Code);
        Assert.Contains("line 1: the column time_zone is missing\n", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_trailer_is_refused_with_the_way_out()
    {
        using var program = new ProgramRun();
        program.Write("one.ssim", "1AIRLINE STANDARD SCHEDULE DATA SET".PadRight(194) + "000001\n" + "2L9Q       S2601DEC2631DEC26".PadRight(194) + "000002\n");

        var ended = await program.RunAsync("import-ssim", "one.ssim");

        Assert.Equal(1, ended.Code);
        Assert.Contains("--without-trailer", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_finds_nothing_wrong_in_a_new_database_and_remarks_on_limits_that_are_off()
    {
        using var program = new ProgramRun();

        var ended = await program.RunAsync("check", "--RateLimits:Enabled=false");

        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.Contains("holds     The database file is sound.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("RateLimits:Enabled is false", ended.Output, StringComparison.Ordinal);
        Assert.EndsWith("Everything is as it must be.\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_find_all_that_they_need_also_where_every_service_is_looked_at_before_the_start()
    {
        using var program = new ProgramRun();

        var ended = await program.RunAsync("check", "--environment=Development");

        Assert.Equal((0, ""), (ended.Code, ended.Errors));
    }

    [Fact]
    public async Task Check_takes_a_dry_run_and_makes_no_database_for_it()
    {
        using var program = new ProgramRun();

        var ended = await program.RunAsync("check", "--dry-run");

        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.False(File.Exists(program.DatabaseFile));
    }

    [Fact]
    public async Task Check_ends_with_one_when_an_invariant_is_violated()
    {
        using var program = new ProgramRun();
        await program.RunAsync("check");
        Execute(program, "UPDATE airports SET time_zone = 'Mars/Olympus' WHERE code = 'LHR'");

        var ended = await program.RunAsync("check");

        Assert.Equal(1, ended.Code);
        Assert.Contains("LHR: Mars/Olympus", ended.Errors, StringComparison.Ordinal);
        Assert.EndsWith("1 invariant is violated.\n", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_file_is_under_the_callers_folder_and_a_relative_database_under_the_content_root()
    {
        using var program = new ProgramRun();
        program.Write("flights.csv", Flights);
        var folder = $"data-{Guid.NewGuid():N}";
        var database = Path.Combine(Path.GetDirectoryName(ProgramRun.Program) ?? "", folder);
        try
        {
            var ended = await ProgramRun.RunAsync(
                shellFolder: program.Folder, workingFolder: Path.GetTempPath(), ["import-flights", "flights.csv", $"--Database:ConnectionString=Data Source={folder}/a.db"]);

            Assert.Equal((0, true), (ended.Code, File.Exists(Path.Combine(database, "a.db"))));
        }
        finally
        {
            if (Directory.Exists(database)) Directory.Delete(database, recursive: true);
        }
    }

    [Fact]
    public async Task An_import_while_the_site_runs_is_found_without_a_restart()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var program = new ProgramRun();
        var file = program.Write("flights.csv", Flights);

        var ended = await ProgramRun.RunAsync(program.Folder, program.Folder, ["import-flights", file, $"--Database:ConnectionString={airline.ConnectionString}"]);

        Assert.Equal(0, ended.Code);
        var flights = await airline.Client.GetJsonAsync("/api/v1/flights?number=9Q101&date=2026-12-01");
        Assert.Equal(1, flights.GetProperty("data").GetArrayLength());
    }

    private static long Count(ProgramRun program, string table)
    {
        using var connection = Open(program);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}"; // A name that this file gives.
        return (long)command.ExecuteScalar()!; // A count is never null.
    }

    private static void Execute(ProgramRun program, string sql)
    {
        using var connection = Open(program);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(ProgramRun program)
    {
        var connection = new SqliteConnection($"Data Source={program.DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }
}
