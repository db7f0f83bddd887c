using System.Net;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

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
