using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class ComfortTests(BrowsedAirline browsed)
{
    private const string Trip = "/flights?from=LON&to=SIN&out=2027-02-12&back=2027-02-27&adults=2&children=1";

    [Fact]
    public async Task A_filter_changes_the_page_in_place_once_the_visitor_shows_interest()
    {
        await using var visit = await browsed.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync(Trip);
        await page.EvaluateAsync("window.sameDocument = true");
        await page.GetByRole(AriaRole.Link, new() { Name = "Direct only" }).HoverAsync();
        await page.Locator("html[data-quick=ready]").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Direct only" }).ClickAsync();
        await page.Locator("a.chip[aria-current=true]").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Contains("direct=1", page.Url, StringComparison.Ordinal);

        await page.GoBackAsync();
        await page.Locator("a.chip[aria-current=true]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_link_that_is_replaced_while_it_is_pressed_is_followed()
    {
        await using var visit = await browsed.VisitAsync();
        await visit.GoAsync("/about");

        // As one step: a mouse would be between its two events for as long as the machine pleases.
        await visit.Page.EvaluateAsync("""
            () => {
              const link = document.querySelector("header a[href='/trips']"), there = link.cloneNode(true);
              link.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
              link.replaceWith(there);
              there.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button: 0 }));
            }
            """);

        await visit.Page.ArrivesAtAsync("/trips");
    }

    [Fact]
    public async Task A_first_visit_does_not_fetch_the_framework()
    {
        await using var visit = await browsed.VisitAsync();
        var fetched = new List<string>();
        visit.Page.Request += (_, request) => fetched.Add(request.Url);
        await visit.GoAsync("/");
        await visit.Page.Locator("form.search-form[data-prepared]").WaitForAsync();
        Assert.DoesNotContain(fetched, url => url.Contains("_framework", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_theme_that_was_chosen_is_there_before_the_page_is_drawn()
    {
        await using var visit = await browsed.VisitAsync();
        await visit.GoAsync("/about");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Change between light and dark" }).ClickAsync();
        Assert.Equal("dark", await visit.Page.Locator("html").GetAttributeAsync("data-theme"));
        var answer = await visit.Page.GotoAsync("/conditions");
        Assert.NotNull(answer);
        Assert.Contains("<html lang=\"en-GB\" data-theme=\"dark\">", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_are_remembered_in_the_browser()
    {
        await using var visit = await browsed.VisitAsync();
        await visit.GoAsync(Trip);
        await visit.GoAsync("/");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Where you left off" }).WaitForAsync();
        await visit.Page.Locator("[data-recent] a").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "London to Singapore" }).WaitForAsync();
        Assert.EndsWith(Trip, visit.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("home")]
    [InlineData("results")]
    [InlineData("calendar")]
    [InlineData("flight status")]
    [InlineData(SitePages.FirstOffer)]
    public async Task A_finger_finds_what_can_be_done_on_a_phone(string name)
    {
        await using var visit = await browsed.VisitAsync(width: 390);
        await visit.OpenAsync(name);
        if (name is "home") await visit.Page.Locator("form.search-form[data-prepared]").WaitForAsync();
        var small = await visit.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('.btn, .chip, .seg label, .seg a, .icon-btn, .brand, .head nav a, .input, .check, .cell > input:not(.picker), summary, .lines a, .days a, .month a')]
              .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44)
              .map(each => `${each.tagName} ${each.className} ${each.textContent.trim()}: ${each.getBoundingClientRect().height}`)
            """);
        Assert.Empty(small);
    }

    [Fact]
    public async Task Swapping_swaps_what_is_sent()
    {
        await using var visit = await browsed.VisitAsync();
        await visit.GoAsync("/?from=LHR&to=SIN&out=2027-02-12&trip=oneway");
        await visit.Page.Locator("form.search-form[data-prepared]").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Swap from and to" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Singapore to London" }).WaitForAsync();
        Assert.Contains("from=SIN&to=LHR", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_chosen_from_the_browsers_calendar()
    {
        await using var visit = await browsed.VisitAsync();
        await visit.GoAsync("/?from=LHR&to=SIN&out=2027-02-12&trip=oneway");
        var calendar = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Choose the day out from a calendar" });

        await calendar.ClickAsync();
        await calendar.ClickAsync();

        var picker = visit.Page.Locator("input.picker");
        Assert.Equal(1, await picker.CountAsync());
        Assert.Equal("2027-02-12", await picker.InputValueAsync());
        await picker.EvaluateAsync("(field) => { field.value = '2027-02-15'; field.dispatchEvent(new Event('input')); }");
        Assert.Equal("Mon 15 Feb", await visit.Page.Locator("#out").InputValueAsync());
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await visit.Page.ArrivesAtAsync("/flights?*out=2027-02-15*");
    }
}
