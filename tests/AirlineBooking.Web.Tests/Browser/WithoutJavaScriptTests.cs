using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class WithoutJavaScriptTests(BrowsedAirline browsed)
{
    [Fact]
    public async Task A_trip_is_found_narrowed_and_its_fare_chosen()
    {
        await using var visit = await browsed.VisitAsync(javaScript: false);
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("london");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("sin");
        await page.GetByLabel("Out", new() { Exact = true }).FillAsync("12 feb");
        await page.GetByLabel("Back", new() { Exact = true }).FillAsync("27/2");
        await page.Locator("details.who summary").ClickAsync();
        await page.GetByLabel("Adults").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        Assert.Equal("London to Singapore", await visit.HeadingAsync());
        Assert.EndsWith("/flights?from=LON&to=SIN&out=2027-02-12&back=2027-02-27&adults=2", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Direct only" }).ClickAsync();
        Assert.Contains("direct=1", page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".results .stop").CountAsync());

        await page.Locator(".itin a.btn").First.ClickAsync();
        Assert.Equal("Choose a fare", await visit.HeadingAsync());
        Assert.Equal(["From £24 a seat", "From £24 a seat", "Free, except extra legroom"], await page.Locator("tr:has(th:text-is('Choosing seats')) td").AllInnerTextsAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Choose Classic" }).ClickAsync();
        Assert.Equal("What is in the price of Classic", await page.Locator("#h-price").InnerTextAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Choose other flights" }).ClickAsync();
        Assert.Equal("London to Singapore", await visit.HeadingAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "See all of February" }).ClickAsync();
        Assert.Equal("February, London to Singapore", await visit.HeadingAsync());
        await page.Locator(".month a.low").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "See flights" }).ClickAsync();
        Assert.Equal("London to Singapore", await visit.HeadingAsync());

        await page.GoBackAsync();
        Assert.Equal("February, London to Singapore", await visit.HeadingAsync());
    }

    [Fact]
    public async Task A_search_that_cannot_be_read_comes_back_as_it_was_with_a_sentence_beside_the_field()
    {
        await using var visit = await browsed.VisitAsync(javaScript: false);
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("London");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("Singapur");
        await page.GetByLabel("Out", new() { Exact = true }).FillAsync("12 feb");
        await page.GetByLabel("Back", new() { Exact = true }).FillAsync("27 feb");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        Assert.Equal("We do not know “Singapur”. Did you mean Singapore, SIN?", (await page.Locator("#to-error").InnerTextAsync()).Trim());
        Assert.Equal("Singapur", await page.GetByLabel("To", new() { Exact = true }).InputValueAsync());
        Assert.Equal("London", await page.GetByLabel("From", new() { Exact = true }).InputValueAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Singapore, SIN" }).ClickAsync();
        Assert.Equal("London to Singapore", await visit.HeadingAsync());
    }

    [Fact]
    public async Task Several_stops_grow_one_by_one_and_keep_what_is_filled_in()
    {
        await using var visit = await browsed.VisitAsync(javaScript: false);
        var page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Several stops" }).ClickAsync();
        await page.Locator("#from").FillAsync("London");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a flight" }).ClickAsync();
        Assert.Equal(3, await page.Locator(".cell.day").CountAsync());
        Assert.Equal("London", await page.Locator("#from").InputValueAsync());
    }
}
