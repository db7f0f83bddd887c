using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>What ships: the published program, started as an operator starts it, from another folder, in Production.</summary>
internal sealed class PublishedProgram : IAsyncDisposable
{
    public const string Variable = "AIRLINE_TEST_PUBLISHED";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan LongestCommand = TimeSpan.FromSeconds(120);

    private readonly string[] _settings;
    private readonly EmptyPostgres? _postgres;

    private PublishedProgram(EmptyPostgres? postgres, string[] settings)
    {
        _postgres = postgres;
        _settings = postgres is null
            ? [.. settings, $"--Database:ConnectionString=Data Source={Path.Combine(Folder, "airline.db")}"]
            : [.. settings, "--Database:Provider=Postgres", $"--Database:ConnectionString={postgres.ConnectionString}"];
        Client.BaseAddress = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>Where tests/run.sh published it.</summary>
    public static string? Published => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    public string Folder { get; } = Directory.CreateTempSubdirectory("airline-published-").FullName;

    public HttpClient Client { get; } = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false });

    public Process? Site { get; private set; }

    /// <summary>Prepares a folder and an empty database for it; nothing runs yet.</summary>
    public static async Task<PublishedProgram> PrepareAsync(bool onPostgres, params string[] settings) =>
        new(onPostgres ? await EmptyPostgres.CreateAsync() : null, settings);

    /// <summary>Starts the site and waits until it answers.</summary>
    public async Task StartAsync()
    {
        Site = Begin();
        Site.OutputDataReceived += (_, _) => { };
        Site.ErrorDataReceived += (_, _) => { };
        Site.BeginOutputReadLine();
        Site.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await AnswersAsync())
        {
            Assert.False(Site.HasExited, "The published program stopped at its start.");
            Assert.True(waited.Elapsed < LongestStart, "The published program does not answer.");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>SIGKILL: it has no time to finish anything.</summary>
    public async Task KillAsync()
    {
        if (Site is not { } site) return;
        if (!site.HasExited) site.Kill();
        await site.WaitForExitAsync();
        site.Dispose();
        Site = null;
    }

    /// <summary>Runs one of its commands and waits for its end.</summary>
    public async Task<Ended> CommandAsync(params string[] command)
    {
        using var process = Begin(command);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(LongestCommand);
        await process.WaitForExitAsync(patience.Token);
        return new Ended(process.ExitCode, await output, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client.Dispose();
        Directory.Delete(Folder, recursive: true);
        if (_postgres is not null) await _postgres.DisposeAsync();
    }

    private Process Begin(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ASPNETCORE_URLS"] = Client.BaseAddress?.ToString() },
        };
        foreach (var argument in (string[])[Path.Combine(Published ?? "", "AirlineBooking.Web.dll"), .. command, .. _settings]) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The published program did not start.");
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
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

/// <summary>A test of the published program on SQLite and on PostgreSQL, skipped by name where either is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedTheoryAttribute : TheoryAttribute
{
    public PublishedTheoryAttribute()
    {
        if (PublishedProgram.Published is null) Skip = $"{PublishedProgram.Variable} names no published program; tests/run.sh makes one.";
        if (EmptyPostgres.Server is null) Skip = $"{EmptyPostgres.Variable} names no PostgreSQL; tests/run.sh starts one.";
    }
}
