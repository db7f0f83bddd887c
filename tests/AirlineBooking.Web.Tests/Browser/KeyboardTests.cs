using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class KeyboardTests(BrowsedAirline browsed)
{
    [Fact]
    public async Task A_trip_is_found_by_keyboard_alone()
    {
        await using var visit = await browsed.VisitAsync();
        var (page, keys) = (visit.Page, new Keys(visit));
        await visit.GoAsync("/");
        await page.Locator("form.search-form[data-prepared]").WaitForAsync();
        await keys.FillAsync("^From", "lon", AriaRole.Combobox);
        await page.Locator("#from[aria-expanded=true][data-listed=lon]").WaitForAsync();
        await keys.PressAsync("Enter");
        Assert.Equal("London", await page.Locator("#from").InputValueAsync());
        Assert.Equal("LON, all airports", await page.Locator("#from-sub").InnerTextAsync());

        await keys.FillAsync("^To", "changi", AriaRole.Combobox);
        await page.Locator("#to[aria-expanded=true][data-listed=changi]").WaitForAsync();
        var first = await page.Locator("#to").GetAttributeAsync("aria-activedescendant");
        Assert.Equal("true", await page.Locator($"#{first}").GetAttributeAsync("aria-selected"));

        await keys.FillAsync("^Out", "12 feb");
        await keys.FillAsync("^Back", "27 feb");
        await keys.PressAsync("Enter");
        await page.ArrivesAtAsync("/flights?from=LON&to=SIN&out=2027-02-12&back=2027-02-27&adults=1");
        await page.GetByRole(AriaRole.Heading, new() { Name = "London to Singapore" }).WaitForAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Arrows_move_through_the_places_and_Escape_closes_them()
    {
        await using var visit = await browsed.VisitAsync();
        var (page, keyboard) = (visit.Page, visit.Page.Keyboard);
        await visit.GoAsync("/");
        await page.Locator("form.search-form[data-prepared]").WaitForAsync();
        await page.Locator("#from").FocusAsync();
        await keyboard.TypeAsync("lon");
        await page.Locator("#from[aria-expanded=true][data-listed=lon]").WaitForAsync();
        await keyboard.PressAsync("ArrowDown");
        Assert.Equal("from-list-1", await page.Locator("#from").GetAttributeAsync("aria-activedescendant"));
        await keyboard.PressAsync("ArrowUp");
        Assert.Equal("from-list-0", await page.Locator("#from").GetAttributeAsync("aria-activedescendant"));
        await keyboard.PressAsync("Escape");
        Assert.Equal("false", await page.Locator("#from").GetAttributeAsync("aria-expanded"));
        Assert.Equal("lon", await page.Locator("#from").InputValueAsync());
        await keyboard.PressAsync("ArrowDown");
        await page.Locator("#from[aria-expanded=true]").WaitForAsync();
    }

    [Fact]
    public async Task A_page_that_changed_in_place_begins_at_its_content()
    {
        await using var visit = await browsed.VisitAsync();
        var (page, keyboard) = (visit.Page, visit.Page.Keyboard);
        await visit.GoAsync("/flights?from=LON&to=SIN&out=2027-02-12&adults=1");
        await keyboard.PressAsync("Tab");
        await page.Locator("html[data-quick=ready]").WaitForAsync();
        await page.EvaluateAsync("window.sameDocument = true");
        await page.Locator(".itin a.btn").Last.FocusAsync();
        await keyboard.PressAsync("Enter");
        await page.Locator("table.fares").WaitForAsync();
        await page.Locator("main:focus").WaitForAsync();
        await keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Equal("Choose other flights", await page.Locator(":focus").InnerTextAsync());
    }

    [Fact]
    public async Task A_live_page_that_was_reached_in_place_comes_alive_and_is_left_in_place()
    {
        await using var visit = await browsed.VisitAsync();
        var (page, keyboard) = (visit.Page, visit.Page.Keyboard);
        await visit.GoAsync(SitePages.Addresses["flights of a day"]);
        await keyboard.PressAsync("Tab");
        await page.Locator("html[data-quick=ready]").WaitForAsync();
        await page.EvaluateAsync("window.sameDocument = true");
        await page.Locator("a[href$='/seats']").First.FocusAsync();
        await keyboard.PressAsync("Enter");
        await visit.IsLiveAsync();
        await page.Locator(".plane [tabindex='0']").WaitForAsync();
        await page.GetByText("Status of this flight").FocusAsync();
        await keyboard.PressAsync("Enter");
        await page.Locator("html:not([data-interactive]) .status-list").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_first_stop_of_Tab_leads_past_the_head()
    {
        await using var visit = await browsed.VisitAsync();
        await visit.GoAsync("/conditions");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("main:focus").WaitForAsync();
        Assert.EndsWith("/conditions#main", visit.Page.Url, StringComparison.Ordinal);
    }
}
