using System.Globalization;
using System.Net;
using AirlineBooking.Web.Platform.Limits;
using AirlineBooking.Web.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Every_answer_says_what_is_left()
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var first = await airline.Client.GetAtAsync("/api/v1/airports/LHR");
        using var wrong = await airline.Client.GetAtAsync("/api/v1/nothing");
        airline.Clock.Advance(TimeSpan.FromSeconds(20.5));
        using var third = await airline.Client.GetAtAsync("/api/v1/airports/LHR");

        Assert.All([first, wrong, third], answer => Assert.Equal("\"default\";q=600;w=60", answer.Header("RateLimit-Policy")));
        Assert.Equal(["\"default\";r=599;t=60", "\"default\";r=598;t=60", "\"default\";r=597;t=40"], new[] { first, wrong, third }.Select(answer => answer.Header("RateLimit")));
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_truly_when_to_come_back()
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Default:Requests", "2"));
        for (var i = 0; i < 2; i++) (await airline.Client.GetAtAsync("/api/v1/airports/LHR")).Dispose();
        airline.Clock.Advance(TimeSpan.FromSeconds(15));

        using var refused = await airline.Client.GetAtAsync("/api/v1/airports/LHR");
        await refused.IsProblemAsync(429, "rate_limited");
        Assert.Equal("\"default\";r=0;t=45", refused.Header("RateLimit"));
        var wait = int.Parse(refused.Header("Retry-After") ?? "", CultureInfo.InvariantCulture);
        airline.Clock.Advance(TimeSpan.FromSeconds(wait - 1));
        using var tooEarly = await airline.Client.GetAtAsync("/api/v1/airports/LHR");
        airline.Clock.Advance(TimeSpan.FromSeconds(1));
        using var again = await airline.Client.GetAtAsync("/api/v1/airports/LHR");

        Assert.Equal(45, wait);
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (tooEarly.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Another_client_is_not_affected_and_a_forwarded_address_is_not_believed()
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Default:Requests", "1"));
        using var other = airline.NewClient("127.0.0.2");
        (await airline.Client.GetAtAsync("/api/v1/airports/LHR")).Dispose();

        using var disguised = await airline.Client.GetAtAsync("/api/v1/airports/LHR", ("X-Forwarded-For", "203.0.113.9"), ("Forwarded", "for=203.0.113.9"));
        using var others = await other.GetAtAsync("/api/v1/airports/LHR");

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (disguised.StatusCode, others.StatusCode));
    }

    [Fact]
    public async Task A_known_proxy_is_believed()
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Default:Requests", "1"), ("ForwardedHeaders:KnownProxies", "127.0.0.1"));

        using var one = await airline.Client.GetAtAsync("/api/v1/airports/LHR", ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));
        using var other = await airline.Client.GetAtAsync("/api/v1/airports/LHR", ("X-Forwarded-For", "203.0.113.10"), ("X-Forwarded-Proto", "https"));
        using var again = await airline.Client.GetAtAsync("/api/v1/airports/LHR", ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], new[] { one, other, again }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task Pages_have_a_limit_of_their_own_and_say_it_in_words()
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Pages:Requests", "1"));
        (await airline.Client.GetAtAsync("/")).Dispose();

        using var page = await airline.Client.GetAtAsync("/");
        using var call = await airline.Client.GetAtAsync("/api/v1/airports/LHR");

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (page.StatusCode, call.StatusCode));
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("60 seconds", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("60", page.Header("Retry-After"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/app.css")]
    public async Task Files_and_probes_are_not_counted(string address)
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Pages:Requests", "1"), ("RateLimits:Default:Requests", "1"));
        for (var i = 0; i < 3; i++)
        {
            using var answer = await airline.Client.GetAtAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Null(answer.Header("RateLimit"));
        }
    }

    [Fact]
    public async Task Beginning_a_live_connection_counts_as_a_call_and_going_on_with_it_does_not()
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Default:Requests", "2"));
        using var first = await NegotiateAsync(airline);
        var connection = (await first.JsonAsync()).Text("connectionToken");
        using var last = await NegotiateAsync(airline);

        using var refused = await NegotiateAsync(airline);
        using var withoutNegotiation = await airline.Client.GetAtAsync("/hubs/seat-map");
        using var going = await airline.Client.GetAtAsync($"/hubs/seat-map?id={connection}");

        Assert.Equal((HttpStatusCode.OK, "\"default\";r=0;t=60"), (last.StatusCode, last.Header("RateLimit")));
        await refused.IsProblemAsync(429, "rate_limited");
        Assert.Equal("60", refused.Header("Retry-After"));
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (withoutNegotiation.StatusCode, going.StatusCode));
    }

    private static Task<HttpResponseMessage> NegotiateAsync(RunningAirline airline) => airline.Client.SendAsync(HttpMethod.Post, "/hubs/seat-map/negotiate?negotiateVersion=1");

    [Fact]
    public async Task They_can_be_turned_off_with_their_headers()
    {
        await using var airline = await RunningAirline.OpenAsync(("RateLimits:Enabled", "false"), ("RateLimits:Default:Requests", "1"));
        (await airline.Client.GetAtAsync("/api/v1/airports/LHR")).Dispose();
        using var answer = await airline.Client.GetAtAsync("/api/v1/airports/LHR");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Header("RateLimit"));
        Assert.Null(answer.Header("RateLimit-Policy"));
    }

    [Fact]
    public void Memory_is_bounded_and_windows_that_ended_make_room()
    {
        var clock = new FakeTimeProvider();
        var counters = new RateCounters(mostClients: 100, clock);
        var rule = new RateRule(RatePolicy.Default, "default", new Quota(10));

        for (ulong i = 0; i < 1000; i++) counters.Take(rule, new ClientKey(1, i));
        Assert.Equal(100, counters.Count);
        clock.Advance(TimeSpan.FromMinutes(2));
        counters.Take(rule, new ClientKey(2, 0));

        Assert.Equal(1, counters.Count);
    }

    [Fact]
    public void Newcomers_share_a_quota_while_all_places_are_taken()
    {
        var counters = new RateCounters(mostClients: 1, new FakeTimeProvider());
        var rule = new RateRule(RatePolicy.Default, "default", new Quota(2));

        var admitted = Enumerable.Range(0, 5).Count(i => counters.Take(rule, new ClientKey(1, (ulong)i)).Admitted);

        Assert.Equal(1 + 2, admitted);
    }

    [Fact]
    public void IPv6_counts_by_its_network_of_64_bits()
    {
        Assert.Equal(ClientKey.OfAddress(IPAddress.Parse("2001:db8:1:2::1")), ClientKey.OfAddress(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.NotEqual(ClientKey.OfAddress(IPAddress.Parse("2001:db8:1:2::1")), ClientKey.OfAddress(IPAddress.Parse("2001:db8:1:3::1")));
        Assert.Equal(ClientKey.OfAddress(IPAddress.Parse("192.0.2.1")), ClientKey.OfAddress(IPAddress.Parse("::ffff:192.0.2.1")));
        Assert.NotEqual(ClientKey.OfAddress(IPAddress.Parse("192.0.2.1")), ClientKey.OfAddress(IPAddress.Parse("192.0.2.2")));
    }
}
