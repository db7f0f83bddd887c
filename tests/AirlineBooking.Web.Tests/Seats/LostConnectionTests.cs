using System.Globalization;
using AirlineBooking.Domain;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Tests.Browser;
using AirlineBooking.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Seats;

/// <summary>What happens to a live page when its connection breaks.</summary>
public sealed class LostConnectionTests(ChoosingAirline choosing) : IClassFixture<ChoosingAirline>
{
    private const string Break = "Blazor._internal.forceCloseConnection()";
    // The page's policy lets nobody wait for words that are evaluated, so it looks at each frame.
    private const string UntilTenSecondsWent = "() => new Promise(went => { (function look() { if (performance.now() - window.offlineSince >= 10_000) went(); else requestAnimationFrame(look); })(); })";
    private const string Screen = "#components-reconnect-modal";

    [Fact]
    public async Task A_page_whose_connection_broke_comes_back_and_shows_what_it_missed()
    {
        await using var visit = await choosing.ChooseAsync("away", 1);
        await visit.Page.EvaluateAsync("window.sameDocument = true");
        await visit.Page.EvaluateAsync(Break);
        await choosing.Airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(new FlightId(1), [new SeatNumber(44, 'C')], null, new Holder("meanwhile", null), null, null), default);
        await visit.IsLiveAsync();
        await visit.Page.Locator(".seat.held[aria-label^='44C,']").WaitForAsync();
        await visit.Seat("45C").ClickAsync();
        await visit.Page.Locator(".plane .seat.mine[aria-label^='45C,']").WaitForAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task Ten_seconds_offline_cost_nothing_and_seats_countdown_and_live_updates_are_right_again()
    {
        var clock = new RunningClock();
        await using var airline = new ChoosingAirline { Clock = clock };
        await airline.InitializeAsync();
        await using var visit = await airline.ChooseAsync("in a tunnel", 1);
        await using var other = await airline.ChooseAsync("at a desk", 1);
        await visit.Seat("30C").ClickAsync();
        await visit.Page.Locator(".plane .seat.mine[aria-label^='30C,']").WaitForAsync();

        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.EvaluateAsync($"{Break}; window.offlineSince = performance.now();");
        await visit.Page.Locator($"{Screen}[open]").WaitForAsync();
        await other.Seat("44C").ClickAsync();
        await other.Page.Locator(".plane .seat.mine[aria-label^='44C,']").WaitForAsync();
        await visit.Page.EvaluateAsync(UntilTenSecondsWent);
        Assert.Equal((1, 0), (await visit.Page.Locator($"{Screen}[open]").CountAsync(), await visit.Page.Locator(".seat.held[aria-label^='44C,']").CountAsync()));
        await visit.Page.Context.SetOfflineAsync(false);

        await visit.Page.Locator(".seat.held[aria-label^='44C,']").WaitForAsync();
        await visit.IsLiveAsync();
        Assert.StartsWith("30C,", await visit.Page.Locator(".plane .seat.mine").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        Assert.InRange(await ShownAsync(visit) - (await HeldUntilAsync(airline, "in a tunnel") - clock.GetUtcNow()), TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2));
        await other.Seat("44C").ClickAsync();
        await visit.Page.Locator(".seat:not(.held)[aria-label^='44C,']").WaitForAsync();
        await visit.Seat("45C").ClickAsync();
        await other.Page.Locator(".seat.held[aria-label^='45C,']").WaitForAsync();
    }

    [Fact]
    public async Task The_screen_for_it_is_ours_and_accessible()
    {
        await using var visit = await choosing.ChooseAsync("waiting", 2);
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.EvaluateAsync(Break);
        await visit.Page.Locator($"{Screen}[open]").WaitForAsync();
        Assert.Contains("What you hold stays yours", await visit.Page.Locator(Screen).InnerTextAsync(), StringComparison.Ordinal);
        await visit.IsAccessibleAsync("the screen for a lost connection");
        await visit.Page.Context.SetOfflineAsync(false);
        await visit.Page.Locator($"{Screen}:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await visit.IsLiveAsync();
    }

    [Fact]
    public async Task A_page_that_the_server_forgot_is_read_again_with_its_seats()
    {
        await using var forgetful = new ChoosingAirline { Settings = [("Circuits:MostDisconnected", "0")] };
        await forgetful.InitializeAsync();
        await using var visit = await forgetful.ChooseAsync("forgotten", 1);
        await visit.Seat("30C").ClickAsync();
        await visit.Page.Locator(".plane .seat.mine").WaitForAsync();
        await visit.Page.EvaluateAsync("document.body.dataset.before = ''");
        await visit.Page.EvaluateAsync(Break);
        await visit.Page.Locator("html[data-interactive=true] body:not([data-before])").WaitForAsync();
        Assert.StartsWith("30C,", await visit.Page.Locator(".plane .seat.mine").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_slept_longer_than_it_is_remembered_is_read_again_when_it_wakes()
    {
        await using var visit = await choosing.ChooseAsync("asleep", 3);
        await visit.Page.EvaluateAsync(
            """
            document.body.dataset.before = '';
            const turn = hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden }); document.dispatchEvent(new Event('visibilitychange')); };
            turn(true);
            const now = Date.now();
            Date.now = () => now + 3 * 3600_000;
            turn(false);
            """);
        await visit.Page.Locator("html[data-interactive=true] body:not([data-before])").WaitForAsync();
    }

    private static async Task<TimeSpan> ShownAsync(Visit visit) =>
        TimeSpan.ParseExact(await visit.Page.Locator("time[data-left]").InnerTextAsync(), @"mm\:ss", CultureInfo.InvariantCulture);

    private static async Task<DateTimeOffset> HeldUntilAsync(ChoosingAirline airline, string party)
    {
        await using var db = await airline.Airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();
        var hold = ChoosingSeats.Kept[party].Hold.GetValueOrDefault();
        return await db.SeatHolds.Where(one => one.Id == hold).Select(one => one.ExpiresAt).SingleAsync();
    }
}
