using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AirlineBooking.Benchmarks;

/// <summary>The published program as a process of its own on a loopback port, with an empty database in a folder of its own.</summary>
internal sealed class PublishedSite : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(120);

    private readonly Process _process;

    private PublishedSite(Process process, Uri address, TimeSpan started) => (_process, Address, Started) = (process, address, started);

    public Uri Address { get; }

    /// <summary>From starting the process to the first answered home page.</summary>
    public TimeSpan Started { get; }

    public static async Task<PublishedSite> StartAsync(string published, string database)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                Path.Combine(published, "AirlineBooking.Web.dll"), "--Demo:Enabled=true", "--RateLimits:Enabled=false", $"--Database:ConnectionString=Data Source={database}",
                "--Logging:LogLevel:Default=Warning",
            },
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["DOTNET_STARTUP_HOOKS"] = typeof(PublishedSite).Assembly.Location,
                ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(PublishedSite).Assembly.GetName().Name,
            },
        };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The published program did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = address };
        while (!await AnswersAsync(http))
        {
            if (process.HasExited || clock.Elapsed > LongestStart) throw new InvalidOperationException("The published program did not answer.");
            await Task.Delay(50);
        }
        return new PublishedSite(process, address, clock.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
