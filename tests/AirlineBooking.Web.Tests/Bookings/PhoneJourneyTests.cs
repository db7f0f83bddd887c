using AirlineBooking.Web.Tests.Browser;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Bookings;

[Collection(Browsing.Name)]
public sealed class PhoneJourneyTests(BrowsedAirline browsed)
{
    [Fact]
    public async Task A_trip_is_searched_for_seated_and_paid_with_a_finger()
    {
        await using var visit = await browsed.PhoneAsync();
        var page = visit.Page;

        await SearchAsync(visit);
        await page.Locator("a[href*='/flights/offer/']").First.TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue with" }).TapAsync();
        await page.ArrivesAtAsync("/passengers");
        foreach (var (field, text) in new[] { ("given", "Zoë"), ("family", "Müller"), ("day", "14"), ("month", "03"), ("year", "1986") }) await TypeAsync(page.Locator($"[name=p0-{field}]"), text);
        await TypeAsync(page.Locator("[name=email]"), BookingJourney.Email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue to seats" }).TapAsync();
        await page.ArrivesAtAsync("/seats/1");
        await visit.IsLiveAsync();
        var seat = await TakeSeatAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue", Exact = true }).TapAsync();
        await page.ArrivesAtAsync("/pay");
        await new BookingJourney(visit).PayButton.TapAsync();

        await new BookingJourney(visit).IsConfirmedAsync();
        Assert.Equal(seat, await page.Locator(".table tbody td").Last.InnerTextAsync());
        Assert.Empty(visit.Faults);
    }

    private static async Task SearchAsync(Visit visit)
    {
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.Locator("form.search-form[data-prepared]").WaitForAsync();
        await page.GetByText("One way", new() { Exact = true }).TapAsync();
        await TypeAsync(page.Locator("#from"), "lon");
        await page.Locator("#from-list [role=option]", new() { HasText = "London" }).First.TapAsync();
        await TypeAsync(page.Locator("#to"), "changi");
        await page.Locator("#to-list [role=option]", new() { HasText = "Singapore" }).TapAsync();
        await TypeAsync(page.Locator("#out"), "12 feb");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).TapAsync();
        await page.ArrivesAtAsync("/flights?from=LON&to=SIN&out=2027-02-12&adults=1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Direct only" }).TapAsync();
        await page.ArrivesAtAsync("&direct=1");
    }

    // Rows by an exit or with bassinets are not for everybody.
    private static async Task<string> TakeSeatAsync(IPage page)
    {
        var free = page.Locator(".plane .seat[aria-label$='available']:not([aria-label*=' row'])").First;
        var seat = (await free.GetAttributeAsync("aria-label") ?? "").Split(',')[0];
        await free.TapAsync();
        await page.Locator($".plane .seat.mine[aria-label^='{seat},']").WaitForAsync();
        return seat;
    }

    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.TapAsync();
        await field.Page.Keyboard.TypeAsync(text);
    }
}
