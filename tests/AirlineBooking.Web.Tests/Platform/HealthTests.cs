using System.Net;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Observability;
using AirlineBooking.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class HealthTests
{
    [Fact]
    public async Task A_ready_program_names_its_database_and_schedule()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var timetable = await airline.Get<Timetables>().GetAsync(CancellationToken.None);

        var report = await airline.Client.GetJsonAsync("/health/ready");
        var facts = report.GetProperty("checks").GetProperty("database").GetProperty("facts");

        Assert.Equal("healthy", report.Text("status"));
        Assert.Equal("SQLite", facts.Text("provider"));
        Assert.True(Version.Parse(facts.Text("version")) >= new Version(3, 51, 3));
        Assert.True(facts.GetProperty("scheduleVersion").GetInt64() > 0);
        Assert.Equal(timetable.Flights, report.GetProperty("checks").GetProperty("timetable").GetProperty("facts").GetProperty("flights").GetInt32());
    }

    [Fact]
    public async Task A_lost_database_is_a_problem_for_readiness_and_not_for_life()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await airline.WriteAsync((db, cancel) => db.Database.ExecuteSqlRawAsync("DROP TABLE schedule_version", cancel));

        using var ready = await airline.Client.GetAtAsync("/health/ready");
        using var live = await airline.Client.GetAtAsync("/health/live");

        var problem = await ready.IsProblemAsync(503, "not_ready");
        Assert.Equal("unhealthy", problem.GetProperty("checks").GetProperty("database").Text("status"));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task A_program_that_is_stopping_is_not_ready()
    {
        await using var airline = await RunningAirline.OpenAsync(("Shutdown:DrainSeconds", "30"));
        var lifetime = airline.Get<IHostApplicationLifetime>();
        lifetime.StopApplication();

        using var answer = await airline.Client.GetAtAsync("/health/ready");

        await answer.IsProblemAsync(503, "not_ready");
        // The drain begins a moment after the signal, on another thread.
        while (!lifetime.ApplicationStopped.IsCancellationRequested)
        {
            airline.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_program_that_is_stopping_logs_no_error_when_it_is_asked()
    {
        await using var airline = await RunningAirline.OpenAsync(("Shutdown:DrainSeconds", "30"), ("Logging:LogLevel:Default", "Information"));
        using var log = new KeptLog();
        airline.Get<ILoggerFactory>().AddProvider(log);
        var lifetime = airline.Get<IHostApplicationLifetime>();
        lifetime.StopApplication();

        using var answer = await airline.Client.GetAtAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.DoesNotContain(log.Lines, line => line.Level >= LogLevel.Warning);
        Assert.Contains(log.Lines, line => line is { Level: LogLevel.Information, Text: "Not ready: process. Stopping." });
        while (!lifetime.ApplicationStopped.IsCancellationRequested)
        {
            airline.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_lost_database_is_logged_as_an_error()
    {
        await using var airline = await RunningAirline.OpenAsync();
        using var log = new KeptLog();
        airline.Get<ILoggerFactory>().AddProvider(log);
        await airline.WriteAsync((db, cancel) => db.Database.ExecuteSqlRawAsync("DROP TABLE schedule_version", cancel));

        using var answer = await airline.Client.GetAtAsync("/health/ready");

        Assert.Contains(log.Lines, line => line is { Level: LogLevel.Error, Text: "The check database failed." });
    }

    [Fact]
    public void A_timetable_that_is_being_read_is_information()
    {
        using var log = new KeptLog();
        var entry = new HealthReportEntry(HealthStatus.Unhealthy, "The timetable is being read.", TimeSpan.Zero, null, null);

        Health.Tell(log.CreateLogger(""), new HealthReport(new Dictionary<string, HealthReportEntry> { ["timetable"] = entry }, TimeSpan.Zero));

        Assert.Equal([(LogLevel.Information, "Not ready: timetable. The timetable is being read.")], log.Lines);
    }

    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 1)]
    public async Task It_is_remarked_when_limits_are_off(string enabled, int remarks)
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Enabled", enabled));
        await airline.Get<Timetables>().GetAsync(CancellationToken.None);

        Assert.Equal(remarks, (await airline.Client.GetJsonAsync("/health/ready")).GetProperty("remarks").EnumerateArray().Count(remark => remark.ToString().Contains("rate limits are off", StringComparison.Ordinal)));
    }
}
