using System.Net;
using System.Text;
using System.Threading.Channels;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_go_where_the_configuration_says_and_name_no_person()
    {
        await using var collector = new Collector();
        await using (var airline = await RunningAirline.OpenAsync(("Otlp:Endpoint", collector.Address), ("Otlp:Protocol", "http/protobuf")))
        {
            using var client = airline.NewClient("127.0.0.9");
            (await client.GetAtAsync("/api/v1/airports?query=Lovelace-in-the-query", ("User-Agent", "Lovelace-browser"))).Dispose();
        }

        var sent = await collector.UntilAsync("/v1/traces", "/api/v1/airports");
        Assert.Contains("http.route", sent, StringComparison.Ordinal);
        Assert.Contains("http.response.status_code", sent, StringComparison.Ordinal);
        Assert.Contains("airline-booking", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lovelace", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.9", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_have_their_standard_names()
    {
        await using var collector = new Collector();
        await using (var airline = await RunningAirline.OpenAsync(("Otlp:Endpoint", collector.Address), ("Otlp:Protocol", "http/protobuf")))
        {
            (await airline.Client.GetAtAsync("/api/v1/airports/LHR")).Dispose();
        }

        Assert.Contains("http.server.request.duration", await collector.UntilAsync("/v1/metrics", "http.server.request.duration"), StringComparison.Ordinal);
    }

    /// <summary>Takes what is exported: protobuf, in which names and values stand as plain text.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Channel<(string Path, string Body)> _received = Channel.CreateUnbounded<(string, string)>();
        private readonly Task _taking;

        public Collector()
        {
            Address = $"http://127.0.0.1:{FreePort()}/";
            _listener.Prefixes.Add(Address);
            _listener.Start();
            _taking = TakeAsync();
        }

        public string Address { get; }

        public async Task<string> UntilAsync(string path, string word)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await foreach (var (at, body) in _received.Reader.ReadAllAsync(patience.Token))
            {
                if (at == path && body.Contains(word, StringComparison.Ordinal)) return body;
            }
            throw new InvalidOperationException("The collector ended.");
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Close();
            await _taking;
        }

        private async Task TakeAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    _received.Writer.TryWrite((context.Request.Url?.AbsolutePath ?? "", Encoding.Latin1.GetString(body.ToArray())));
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                _received.Writer.TryComplete();
            }
        }

        private static int FreePort()
        {
            using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            socket.Start();
            return ((IPEndPoint)socket.LocalEndpoint).Port;
        }
    }
}
