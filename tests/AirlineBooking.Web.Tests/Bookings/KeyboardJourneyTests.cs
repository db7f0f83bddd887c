using AirlineBooking.Web.Tests.Browser;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Bookings;

[Collection(Browsing.Name)]
public sealed class KeyboardJourneyTests(BrowsedAirline browsed)
{
    private const int MostMoves = 60;

    [Fact]
    public async Task A_trip_is_searched_for_seated_and_paid_by_keyboard_alone()
    {
        await using var visit = await browsed.VisitAsync();
        var keys = new Keys(visit);

        await SearchAsync(visit, keys);
        await ChooseFareAsync(visit, keys);
        await NameThemselvesAsync(visit, keys);
        var seat = await TakeSeatAsync(visit, keys);
        await keys.TabToAsync(AriaRole.Link, "^Continue$");
        await keys.PressAsync("Enter");
        await visit.Page.ArrivesAtAsync("/pay");
        await keys.TabToAsync(AriaRole.Button, "^Pay £");
        await keys.TabToAsync(AriaRole.Link, "^Fare conditions$", "Shift+Tab");
        await keys.TabToAsync(AriaRole.Button, "^Pay £");
        await keys.PressAsync("Enter");

        await new BookingJourney(visit).IsConfirmedAsync();
        Assert.Equal(seat, await visit.Page.Locator(".table tbody td").Last.InnerTextAsync());
        Assert.Empty(visit.Faults);
    }

    private static async Task SearchAsync(Visit visit, Keys keys)
    {
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.Locator("form.search-form[data-prepared]").WaitForAsync();
        await keys.TabToAsync(AriaRole.Radio, "^Return$");
        await keys.PressAsync("ArrowRight");
        await keys.FillAsync("^From", "lon", AriaRole.Combobox);
        await page.Locator("#from[aria-expanded=true][data-listed=lon]").WaitForAsync();
        await keys.PressAsync("Enter");
        await keys.FillAsync("^To", "changi", AriaRole.Combobox);
        await page.Locator("#to[aria-expanded=true][data-listed=changi]").WaitForAsync();
        // Tab takes the first place of the list and goes on.
        await keys.FillAsync("^Out", "12 feb");
        await keys.TabToAsync(AriaRole.Button, "^Search$");
        await keys.PressAsync("Enter");
        await page.ArrivesAtAsync("/flights?from=LON&to=SIN&out=2027-02-12&adults=1");
        await keys.TabToAsync(AriaRole.Link, "^Direct only$");
        await keys.PressAsync("Enter");
        await page.ArrivesAtAsync("&direct=1");
    }

    private static async Task ChooseFareAsync(Visit visit, Keys keys)
    {
        await keys.TabToAsync(AriaRole.Link, @"^Choose \d\d:\d\d out");
        await keys.PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Choose a fare" }).WaitForAsync();
        await keys.TabToAsync(AriaRole.Link, "^Choose Classic$");
        await keys.PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "What is in the price of Classic" }).WaitForAsync();
        await keys.TabToAsync(AriaRole.Button, "^Continue with Classic$");
        await keys.PressAsync("Enter");
        await visit.Page.ArrivesAtAsync("/passengers");
    }

    private static async Task NameThemselvesAsync(Visit visit, Keys keys)
    {
        foreach (var (field, text) in new[] { ("^Given names, as in", "Zoë"), ("^Surname$", "Müller"), ("^Day$", "14"), ("^Month$", "03"), ("^Year$", "1986") }) await keys.FillAsync(field, text);
        await keys.FillAsync("^Sex in the passport$", "F", AriaRole.Combobox);
        await keys.FillAsync("^E-mail$", BookingJourney.Email);
        await keys.TabToAsync(AriaRole.Button, "^Continue to seats$");
        await keys.PressAsync("Space");
        await visit.Page.ArrivesAtAsync("/seats/1");
        await visit.IsLiveAsync();
    }

    // By arrows away from the rows that are not for everybody, and there the next seat that is free.
    private static async Task<string> TakeSeatAsync(Visit visit, Keys keys)
    {
        await keys.TabToAsync(AriaRole.Gridcell, "available$");
        for (var row = 0; row < 5; row++) await keys.PressAsync("ArrowDown");
        for (var move = 0; move < MostMoves && !(await visit.FocusedAsync()).EndsWith("available", StringComparison.Ordinal); move++) await keys.PressAsync(move % 2 == 0 ? "ArrowRight" : "ArrowDown");
        var seat = (await visit.FocusedAsync()).Split(',')[0];
        await keys.PressAsync("Enter");
        await visit.Page.Locator($".plane .seat.mine[aria-label^='{seat},']:focus").WaitForAsync();
        return seat;
    }
}
