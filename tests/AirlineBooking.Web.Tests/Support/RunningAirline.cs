using System.Net;
using System.Net.Sockets;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Web.Platform.Database;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>The whole program on a real port with a database of its own and a clock we own.</summary>
public sealed class RunningAirline : IAsyncDisposable
{
    /// <summary>What the clock shows at first: a Monday morning.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string _file;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _more;
    private readonly Program _program;

    private RunningAirline(string file, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? more, FakeTimeProvider clock, int port = 0)
    {
        (_file, _settings, _more, Clock) = (file, settings, more, clock);
        _program = new Program(settings, Clock, more);
        _program.UseKestrel(port);
        _program.StartServer();
        Client = NewClient();
    }

    public FakeTimeProvider Clock { get; }

    public Uri Address => _program.ClientOptions.BaseAddress;

    /// <summary>Follows no redirects and keeps no cookies.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _program.Services;

    public string ConnectionString => $"Data Source={_file}";

    public static Task<RunningAirline> OpenAsync(params (string Key, string Value)[] settings) => OpenAsync(null, settings);

    /// <summary>With more in the program than it ships with.</summary>
    public static async Task<RunningAirline> OpenAsync(Action<IServiceCollection>? more, params (string Key, string Value)[] settings)
    {
        var file = TemporaryFile();
        File.Copy(await Template.Value, file);
        var all = new Dictionary<string, string>
        {
            ["environment"] = "Production",
            ["Database:ConnectionString"] = $"Data Source={file}",
            ["Demo:Enabled"] = "false",
            ["Payments:Provider"] = "Sandbox",
            ["Payments:AllowSandbox"] = "true",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings) all[key] = value;
        return new RunningAirline(file, all, more, new FakeTimeProvider(Start));
    }

    /// <summary>On PostgreSQL, in a database that is empty yet.</summary>
    internal static async Task<RunningAirline> OpenAsync(EmptyPostgres postgres, Action<IServiceCollection>? more, params (string Key, string Value)[] settings)
    {
        (string, string)[] database = [("Database:Provider", "Postgres"), ("Database:ConnectionString", postgres.ConnectionString)];
        await FillAsync(database);
        return await OpenAsync(more, [.. database, .. settings]);
    }

    /// <summary>A client that seems to come from another address of this machine.</summary>
    public HttpClient NewClient(string from = "127.0.0.1") => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
        ConnectCallback = ConnectFrom(IPAddress.Parse(from)),
    })
    { BaseAddress = Address };

    /// <summary>Every address 127.x.y.z is this machine: to the program each is another client.</summary>
    public static Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> ConnectFrom(IPAddress address) => async (context, cancel) =>
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancel);
        return new NetworkStream(socket, ownsSocket: true);
    };

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public Task WriteAsync(Func<AirlineDb, CancellationToken, Task> unit) => Get<Writes>().RunAsync(unit);

    /// <summary>Stops the program and starts it again at the same address, with its database and its clock.</summary>
    public async Task<RunningAirline> RestartAsync()
    {
        var port = Address.Port;
        Client.Dispose();
        await _program.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return new RunningAirline(_file, _settings, _more, Clock, port);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _program.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { _file, _file + "-wal", _file + "-shm" }) File.Delete(part);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var file = TemporaryFile();
        await FillAsync(("Database:ConnectionString", $"Data Source={file};Pooling=False"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }

    // Prepares a database as the program does at its start, with some flights in it.
    private static async Task FillAsync(params (string Key, string Value)[] database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
        await using var headless = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Start))
            .AddSingleton<IConfiguration>(configuration)
            .AddDatabase(configuration, AppContext.BaseDirectory)
            .AddAirline()
            .BuildServiceProvider();
        await headless.GetRequiredService<PrepareDatabase>().RunAsync(CancellationToken.None);
        await headless.GetRequiredService<Writes>().RunAsync((db, cancel) => SomeFlights.AddToAsync(db, cancel));
        await using var db = await headless.GetRequiredService<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static string TemporaryFile() => Path.Combine(Path.GetTempPath(), $"airline-web-{Guid.NewGuid():N}.db");

    private sealed class Program(IReadOnlyDictionary<string, string> settings, TimeProvider clock, Action<IServiceCollection>? more) : WebApplicationFactory<global::Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings) builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton(clock);
                more?.Invoke(services);
            });
        }
    }
}
