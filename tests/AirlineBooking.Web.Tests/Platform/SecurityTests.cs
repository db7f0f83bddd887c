using System.Net;
using System.Net.WebSockets;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

[Collection(Looking.Name)]
public sealed class SecurityTests(SharedAirline shared)
{
    private HttpClient Client => shared.Airline.Client;

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/app.css")]
    [InlineData("/api/v1/airports/LHR")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/live")]
    public async Task Every_answer_has_the_security_headers_once(string address)
    {
        using var answer = await Client.GetAtAsync(address);

        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.NotEmpty(answer.Header("Permissions-Policy") ?? "");
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Server"));
    }

    [Fact]
    public async Task Scripts_come_from_here_only()
    {
        using var answer = await Client.GetAtAsync("/");

        Assert.Contains("script-src 'self';", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    public static TheoryData<string> ForeignOrigins => ["https://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:{port}", "http://localhost:{port}", "http://evil@127.0.0.1:{port}", "rubbish"];

    [Theory, MemberData(nameof(ForeignOrigins))]
    public async Task A_live_connection_from_another_site_is_refused(string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", OriginOf(origin));
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(SocketAddress(), CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Theory, MemberData(nameof(ForeignOrigins))]
    public async Task A_negotiation_from_another_site_is_refused(string origin)
    {
        foreach (var address in new[] { "/_blazor/negotiate?negotiateVersion=1", "/hubs/seat-map/negotiate?negotiateVersion=1" })
        {
            using var answer = await Client.SendAsync(HttpMethod.Post, address, ("Origin", OriginOf(origin)));
            await answer.IsProblemAsync(403, "origin_forbidden");
        }
    }

    [Fact]
    public async Task A_live_connection_from_our_own_page_is_accepted()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", OriginOf("http://127.0.0.1:{port}"));
        await socket.ConnectAsync(SocketAddress(), CancellationToken.None);

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    private string OriginOf(string origin) => origin.Replace("{port}", $"{shared.Airline.Address.Port}", StringComparison.Ordinal);

    private Uri SocketAddress() => new($"ws://127.0.0.1:{shared.Airline.Address.Port}/_blazor");
}
