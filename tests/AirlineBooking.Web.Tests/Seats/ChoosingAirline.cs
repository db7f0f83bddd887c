using AirlineBooking.Web.Tests.Browser;
using AirlineBooking.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Seats;

/// <summary>Browsers on one airline whose clock we own; each test has a flight of its own.</summary>
public sealed class ChoosingAirline : IAsyncLifetime, IAsyncDisposable
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IReadOnlyList<(string Key, string Value)> Settings { get; init; } = [];

    /// <summary>Another clock than ours, for what has to be seen in real time.</summary>
    public TimeProvider? Clock { get; init; }

    public RunningAirline Airline { get; private set; } = null!; // Set before any test runs.

    public async Task InitializeAsync()
    {
        Airline = await RunningAirline.OpenAsync(Add, [("RateLimits:Enabled", "false"), .. Settings]);
        (_playwright, _browser) = await Chromium.LaunchAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Airline.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    public async Task<Visit> ChooseAsync(string party, long flight, int children = 0, bool javaScript = true, int width = 1440, Action<IWebSocketFrame>? heard = null)
    {
        var visit = await Visit.BeginAsync(_browser ?? throw new InvalidOperationException("The browser is not open."), Airline.Address, javaScript, width, dark: false);
        if (heard is not null) visit.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => heard(frame);
        await visit.GoAsync(ChoosingSeats.Of(party, flight, children).ToString());
        if (javaScript) await visit.IsLiveAsync();
        return visit;
    }

    private void Add(IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter, ChoosingStart>();
        if (Clock is not null) services.AddSingleton(Clock);
    }
}
