using AirlineBooking.Web.Tests.Support;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

/// <summary>The demo airline on a real port, and a browser to look at it with. Shared by the tests that only look.</summary>
public sealed class BrowsedAirline : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public RunningAirline Airline { get; private set; } = null!; // Set before any test runs.

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not open.");

    public async Task InitializeAsync()
    {
        Airline = await RunningAirline.OpenAsync(("Demo:Enabled", "true"), ("RateLimits:Enabled", "false"));
        (_playwright, _browser) = await Chromium.LaunchAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Airline.DisposeAsync();
    }

    public Task<Visit> VisitAsync(bool javaScript = true, int width = 1440, bool dark = false) => Visit.BeginAsync(Browser, Airline.Address, javaScript, width, dark);

    /// <summary>A phone: as wide, touched instead of clicked, and drawn as phones draw.</summary>
    public Task<Visit> PhoneAsync() => Visit.BeginAsync(Browser, Airline.Address, javaScript: true, width: 390, dark: false, phone: true);
}

[CollectionDefinition(Name)]
public sealed class Browsing : ICollectionFixture<BrowsedAirline>
{
    public const string Name = "Browsing the demo airline";
}
