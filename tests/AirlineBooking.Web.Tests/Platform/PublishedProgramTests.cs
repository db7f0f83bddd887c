using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace AirlineBooking.Web.Tests.Platform;

#pragma warning disable CA1001 // xunit calls IAsyncLifetime.DisposeAsync.
/// <summary>What ships is the published program: it is started here as an operator starts it, from another folder, in Production.</summary>
public sealed partial class PublishedProgramTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Variable = "AIRLINE_TEST_PUBLISHED";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(120);

    private readonly string _folder = Directory.CreateTempSubdirectory("airline-published-").FullName;
    private readonly HttpClient _http = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false });
    private Process? _site;

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } published) return;
        _http.BaseAddress = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(published, "AirlineBooking.Web.dll"), "--Demo:Enabled=true", $"--Database:ConnectionString=Data Source={Path.Combine(_folder, "airline.db")}" },
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ASPNETCORE_URLS"] = _http.BaseAddress.ToString() },
        };
        _site = Process.Start(start) ?? throw new InvalidOperationException("The published program did not start.");
        _site.OutputDataReceived += (_, _) => { };
        _site.ErrorDataReceived += (_, _) => { };
        _site.BeginOutputReadLine();
        _site.BeginErrorReadLine();
        await UntilItAnswersAsync(_site);
    }

    public async Task DisposeAsync()
    {
        if (_site is { HasExited: false })
        {
            _site.Kill();
            await _site.WaitForExitAsync();
        }
        _site?.Dispose();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [PublishedFact]
    public async Task From_an_empty_folder_it_sells_a_trip_with_compressed_files_and_stops_when_told()
    {
        var home = await _http.GetStringAsync(new Uri("/", UriKind.Relative));
        foreach (Match file in File().Matches(home)) Assert.Contains("br", await EncodingOfAsync(file.Groups[1].Value));

        var day = DateTimeOffset.Parse((await _http.GetAsync(new Uri("/health/live", UriKind.Relative))).Headers.GetValues("Date").Single(), CultureInfo.InvariantCulture).AddDays(30);
        var offers = await _http.GetStringAsync(new Uri($"/api/v1/offers?origin=LHR&destination=SIN&departureDate={day:yyyy-MM-dd}", UriKind.Relative));
        Assert.Contains("\"total\":{\"amount\":", offers, StringComparison.Ordinal);

        using var terminate = Process.Start("kill", ["-TERM", _site!.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _site.WaitForExitAsync(patience.Token);
        Assert.Equal(0, _site.ExitCode);
        Assert.True(System.IO.File.Exists(Path.Combine(_folder, "airline.db")));
        Assert.Equal(["airline.db"], Directory.GetFiles(_folder).Select(Path.GetFileName).Where(name => !name!.EndsWith("-wal", StringComparison.Ordinal) && !name.EndsWith("-shm", StringComparison.Ordinal)));
    }

    private async Task<string> EncodingOfAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await _http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, path);
        return string.Join(',', answer.Content.Headers.ContentEncoding);
    }

    private async Task UntilItAnswersAsync(Process site)
    {
        var waited = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await AnswersAsync())
        {
            Assert.False(site.HasExited, "The published program stopped at its start.");
            Assert.True(waited.Elapsed < LongestStart, "The published program does not answer.");
            await timer.WaitForNextTickAsync();
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative));
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

    [GeneratedRegex("""(?:href|src)="([^"]+\.(?:css|js))["?]""")]
    private static partial Regex File();

    private sealed class PublishedFactAttribute : FactAttribute
    {
        public PublishedFactAttribute()
        {
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))) Skip = $"{Variable} names no published program; tests/run.sh makes one.";
        }
    }
}
