using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Tests.Browser;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Seats;

public sealed class SeatMapBrowserTests(ChoosingAirline choosing) : IClassFixture<ChoosingAirline>
{
    [Fact]
    public async Task A_seat_that_one_takes_is_being_chosen_for_the_other_at_once()
    {
        await using var first = await choosing.ChooseAsync("first", 1);
        await using var second = await choosing.ChooseAsync("second", 1);
        await first.Seat("30C").ClickAsync();
        await first.Page.Locator(".plane .seat.mine[aria-label^='30C, aisle, held for Máire']").WaitForAsync();
        await second.Page.Locator(".seat.held[aria-label='30C, aisle, being chosen'][aria-disabled=true]").WaitForAsync();
        await first.Seat("30C").ClickAsync();
        await second.Page.Locator(".seat:not(.held)[aria-label^='30C, aisle, £'][aria-label$='available']").WaitForAsync();
        Assert.Empty(first.Faults.Concat(second.Faults));
    }

    [Fact]
    public async Task An_expired_hold_frees_the_seat_on_every_open_map_and_says_so_to_who_held_it()
    {
        await using var holder = await choosing.ChooseAsync("slow", 2);
        await using var watcher = await choosing.ChooseAsync("watcher", 2);
        await holder.Seat("30C").ClickAsync();
        await watcher.Page.Locator(".seat.held[aria-label^='30C,']").WaitForAsync();
        choosing.Airline.Clock.Advance(SeatHold.Lifetime + TimeSpan.FromSeconds(1));
        await choosing.Airline.Get<ExpireHolds>().RunAsync(default);
        await watcher.Page.Locator(".seat:not(.held)[aria-label^='30C,']").WaitForAsync(new() { Timeout = 2000 });
        await holder.Page.GetByText("30C went back on sale").First.WaitForAsync();
        await holder.Page.GetByRole(AriaRole.Button, new() { Name = "Take 30C again" }).ClickAsync();
        await holder.Page.Locator(".plane .seat.mine[aria-label^='30C,']").WaitForAsync();
        Assert.Empty(holder.Faults.Concat(watcher.Faults));
    }

    [Fact]
    public async Task Seats_are_chosen_and_given_back_by_keyboard_alone()
    {
        await using var visit = await choosing.ChooseAsync("keys", 3);
        var (page, keys) = (visit.Page, new Keys(visit));
        Assert.Equal(1, await page.Locator(".plane [tabindex='0']").CountAsync());
        Assert.Equal(0, await page.Locator(".plane button:not([role=gridcell][tabindex])").CountAsync());
        await keys.TabToAsync(AriaRole.Gridcell, "available$");
        await keys.PressAsync("Control+Home");
        Assert.StartsWith("25A,", await visit.FocusedAsync(), StringComparison.Ordinal);
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowRight");
        Assert.StartsWith("26B, middle, £", await visit.FocusedAsync(), StringComparison.Ordinal);
        await keys.PressAsync("End");
        Assert.StartsWith("26K,", await visit.FocusedAsync(), StringComparison.Ordinal);
        await keys.PressAsync("Home");
        await keys.PressAsync("Control+End");
        Assert.StartsWith("51K,", await visit.FocusedAsync(), StringComparison.Ordinal);
        await keys.PressAsync("Enter");
        await page.Locator(".plane .seat.mine[aria-label^='51K,'][aria-selected=true]").WaitForAsync();
        Assert.Equal("51K, window, held for Máire Ní Dhomhnaill", await visit.FocusedAsync());
        Assert.Equal("51K is yours, for Máire Ní Dhomhnaill.", await page.Locator("p[role=status]").First.InnerTextAsync());
        await keys.PressAsync("Space");
        await page.Locator(".seat:not(.mine)[aria-label^='51K,']").WaitForAsync();
        Assert.Equal(1, await page.Locator(".plane [tabindex='0']").CountAsync());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Somebody_who_was_beaten_is_told_which_seat_and_offered_others()
    {
        await using var visit = await choosing.ChooseAsync("beaten", 4);
        await choosing.Airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(new FlightId(4), [new SeatNumber(30, 'C')], null, new Holder("rival", null), null, null), default);
        await visit.Page.Locator(".seat.held[aria-label^='30C,'][aria-disabled]").WaitForAsync();
        // As if the click had been on its way before the rival's seat was painted.
        await visit.Seat("30C").EvaluateAsync("seat => seat.removeAttribute('aria-disabled')");
        await visit.Seat("30C").ClickAsync();
        await visit.Page.Locator(".notice strong", new() { HasText = "30C has just been taken" }).WaitForAsync();
        var offered = visit.Page.Locator(".notice [data-seat]").First;
        var seat = await offered.GetAttributeAsync("data-seat");
        await offered.ClickAsync();
        await visit.Page.Locator($".plane .seat.mine[aria-label^='{seat},']").WaitForAsync();
        Assert.Equal(0, await visit.Page.Locator(".notice").CountAsync());
        Assert.StartsWith($"{seat},", await visit.FocusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_a_refusal_is_said_where_the_passenger_looks()
    {
        await using var visit = await choosing.ChooseAsync("on a phone", 4, children: 1, width: 390);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tadhg" }).ClickAsync();
        await visit.Seat("39C").ClickAsync();
        var notice = visit.Page.Locator(".notice", new() { HasText = "39C is not for Tadhg" });
        await notice.WaitForAsync();

        Assert.True(await notice.EvaluateAsync<bool>("notice => { const box = notice.getBoundingClientRect(); return scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight; }"));
        await visit.IsAccessibleAsync("refused on a phone");
    }

    [Fact]
    public async Task The_time_left_is_counted_in_the_browser_and_extended_with_one_key()
    {
        await using var visit = await choosing.ChooseAsync("long", 5);
        await visit.Seat("30C").ClickAsync();
        var left = visit.Page.Locator("time[data-left]");
        await left.WaitForAsync();
        var until = await left.GetAttributeAsync("data-until");
        Assert.Matches("^1[45]:[0-5][0-9]$", await left.InnerTextAsync());
        choosing.Airline.Clock.Advance(TimeSpan.FromMinutes(1));
        await visit.Seat("30C").PressAsync("h");
        await visit.Page.Locator($"time[data-left]:not([data-until='{until}'])").WaitForAsync();
        await visit.Page.GetByText("held for 15 minutes more").WaitForAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Two_minutes_before_the_end_the_passenger_is_warned_by_eye_and_ear()
    {
        await using var visit = await choosing.ChooseAsync("late", 5);
        await visit.Seat("31C").ClickAsync();
        await visit.Page.Locator(".hold:not(.soon) time[data-left]").WaitForAsync();
        await visit.Page.EvaluateAsync("const late = Date.now() + 13.5 * 60_000; Date.now = () => late;");
        await visit.Page.Locator(".hold.soon").WaitForAsync();
        Assert.Contains("2 minutes more. Press H on a seat", await visit.Page.Locator("[data-warning]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_hold_survives_a_reload()
    {
        await using var visit = await choosing.ChooseAsync("back", 6);
        await visit.Seat("30C").ClickAsync();
        await visit.Page.Locator(".plane .seat.mine").WaitForAsync();
        await visit.Page.ReloadAsync();
        await visit.IsLiveAsync();
        Assert.Equal("30C, aisle, held for Máire Ní Dhomhnaill", await visit.Page.Locator(".plane .seat.mine").GetAttributeAsync("aria-label"));
    }

    [Fact]
    public async Task Without_JavaScript_the_list_chooses_and_gives_back()
    {
        await using var visit = await choosing.ChooseAsync("plain", 7, javaScript: false);
        foreach (var dead in new[] { ".deck", ".party", "[data-extend]", ".as-list" }) Assert.False(await visit.Page.Locator(dead).First.IsVisibleAsync(), $"{dead} is offered.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Choose 30C" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Give 30C back" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Choose 30C" }).WaitForAsync();
    }

    [Fact]
    public async Task A_seat_that_changes_costs_each_viewer_few_bytes()
    {
        const int changes = 20, mostBytes = 250;
        var bytes = 0;
        await using var viewer = await choosing.ChooseAsync("counting", 10, heard: frame => Interlocked.Add(ref bytes, frame.Binary?.Length ?? 0));
        bytes = 0;
        for (var i = 0; i < changes; i++)
        {
            await choosing.Airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(new FlightId(10), [Seat(i)], null, new Holder($"counted {i}", null), null, null), default);
            await viewer.Page.Locator($".seat.held[aria-label^='{Seat(i)},']").WaitForAsync();
        }
        Assert.True(bytes / changes <= mostBytes, $"{bytes / changes} bytes a change");

        static SeatNumber Seat(int i) => new(14 + i / 6, "ABCDEF"[i % 6]);
    }

    [Fact]
    public async Task The_list_does_what_the_map_does()
    {
        await using var visit = await choosing.ChooseAsync("list", 8);
        await visit.Page.GetByText("List", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByText("Window", new() { Exact = true }).First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Choose 30B" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Choose 30A" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Give 30A back" }).WaitForAsync();
        await visit.IsAccessibleAsync("the list");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_line_of_the_list_stays_the_same_seat_when_another_line_goes()
    {
        await using var visit = await choosing.ChooseAsync("steady", 6);
        await visit.Page.GetByText("List", new() { Exact = true }).ClickAsync();
        var button = await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Choose 40C" }).ElementHandleAsync();
        await choosing.Airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(new FlightId(6), [new SeatNumber(40, 'A')], null, new Holder("another", null), null, null), default);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Choose 40A" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.Equal("40C", await button.EvaluateAsync<string>("button => button.isConnected ? button.dataset.seat : 'gone'"));
    }

    [Fact]
    public async Task Choosing_is_accessible_in_light_and_dark_and_whole_at_every_width()
    {
        await using var visit = await choosing.ChooseAsync("looks", 9, children: 1);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Best 3 seats together" }).ClickAsync();
        await visit.Page.Locator(".plane .seat.mine").Nth(2).WaitForAsync();
        await visit.IsAccessibleAsync("choosing");
        await visit.IsWholeAsync("choosing", 360, 390, 820, 1440, 1600);
    }
}
