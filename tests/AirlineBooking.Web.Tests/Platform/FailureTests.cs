using System.Net;
using AirlineBooking.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class FailureTests
{
    [Fact]
    public async Task A_bug_or_a_lost_table_is_an_internal_error_without_a_trace_of_it()
    {
        await using var airline = await RunningAirline.OpenAsync(("environment", "Development"), ("Demo:Enabled", "false"));
        await airline.WriteAsync((db, cancel) => db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; ALTER TABLE flights RENAME TO lost", cancel));

        using var answer = await airline.Client.GetAtAsync("/api/v1/flights/flt_1");

        var problem = await answer.IsProblemAsync(500, "internal_error");
        Assert.DoesNotContain("SQLite", problem.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", problem.GetRawText(), StringComparison.Ordinal);
        Assert.NotNull(answer.Header("RateLimit"));
    }

    [Fact]
    public async Task Over_https_behind_a_known_proxy_browsers_are_told_to_stay_there()
    {
        await using var airline = await RunningAirline.OpenAsync(("ForwardedHeaders:KnownProxies", "127.0.0.1"));

        using var secure = await airline.Client.GetAtAsync("/", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "tern.example"));
        using var plain = await airline.Client.GetAtAsync("/");

        Assert.Equal("max-age=31536000", secure.Header("Strict-Transport-Security"));
        Assert.Null(plain.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Plain_http_from_elsewhere_is_refused_and_never_redirected_for_programs()
    {
        await using var airline = await RunningAirline.OpenAsync(("ForwardedHeaders:KnownProxies", "127.0.0.1"), ("Https:Port", "443"));
        var stranger = new[] { ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "http"), ("X-Forwarded-Host", "tern.example") };

        using var call = await airline.Client.GetAtAsync("/api/v1/airports/LHR", stranger);
        using var page = await airline.Client.GetAtAsync("/conditions?a=b", stranger);
        using var form = await airline.Client.SendAsync(HttpMethod.Post, "/conditions", stranger);

        await call.IsProblemAsync(403, "https_required");
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://tern.example/conditions?a=b"), (page.StatusCode, page.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
    }

    [Fact]
    public async Task Plain_http_may_be_allowed()
    {
        await using var airline = await RunningAirline.OpenAsync(("ForwardedHeaders:KnownProxies", "127.0.0.1"), ("Https:Required", "false"));

        using var answer = await airline.Client.GetAtAsync("/api/v1/airports/LHR", ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "http"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("web", "/", "/api/v1/airports/LHR")]
    [InlineData("api", "/api/v1/airports/LHR", "/")]
    public async Task A_role_alone_serves_its_part_only(string role, string served, string absent)
    {
        await using var airline = await RunningAirline.OpenAsync(("Roles", role));

        using var there = await airline.Client.GetAtAsync(served);
        using var notThere = await airline.Client.GetAtAsync(absent);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (there.StatusCode, notThere.StatusCode));
    }
}
