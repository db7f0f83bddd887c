using AirlineBooking.Web.Tests.Browser;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Bookings;

/// <summary>Somebody who books in the browser, step by step, as a passenger would.</summary>
internal sealed class BookingJourney(Visit visit)
{
    public const string Email = "zoe@obrien-luczak.ie";

    private static readonly (string Given, string Family, string Day, string Month, string Year)[] People =
    [
        ("Zoë", "O’Brien-Łuczak", "14", "03", "1986"), ("Máire", "Ní Dhomhnaill", "30", "11", "1958"),
    ];

    public IPage Page => visit.Page;

    /// <summary>From the search to the form that asks who flies.</summary>
    public async Task BeginAsync(int adults = 2, string route = "from=LHR&to=SIN", string date = "2027-02-12")
    {
        await visit.GoAsync($"/flights?{route}&out={date}&adults={adults}&direct=1");
        await visit.GoAsync(await Page.Locator("a[href*='/flights/offer/']").First.GetAttributeAsync("href") ?? "");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue with" }).ClickAsync();
        await Page.ArrivesAtAsync("/passengers");
    }

    public async Task NamePeopleAsync(int adults = 2)
    {
        for (var i = 0; i < adults; i++)
        {
            var (given, family, day, month, year) = People[i];
            foreach (var (field, text) in new[] { ("given", given), ("family", family), ("day", day), ("month", month), ("year", year) }) await Page.FillAsync($"[name=p{i}-{field}]", text);
        }
        await Page.FillAsync("[name=email]", Email);
    }

    public async Task SendPeopleAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue to seats" }).ClickAsync();
        await Page.ArrivesAtAsync("/seats/1");
    }

    public async Task SkipSeatsAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Skip seats" }).ClickAsync();
        await Page.ArrivesAtAsync("/pay");
    }

    public async Task TakeBestSeatsAsync()
    {
        await visit.IsLiveAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Best" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Continue" }).ClickAsync();
        await Page.ArrivesAtAsync("/pay");
    }

    public Task ChooseCardAsync(string token) => Page.CheckAsync($"input[value={token}]");

    public ILocator PayButton => Page.GetByRole(AriaRole.Button, new() { Name = "Pay £" });

    /// <summary>To the page that pays, with seats or without.</summary>
    public async Task ToPaymentAsync(bool withSeats = false, int adults = 2, string route = "from=LHR&to=SIN", string date = "2027-02-12")
    {
        await BeginAsync(adults, route, date);
        await NamePeopleAsync(adults);
        await SendPeopleAsync();
        if (withSeats) await TakeBestSeatsAsync();
        else await SkipSeatsAsync();
    }

    public async Task IsConfirmedAsync(string city = "Singapore")
    {
        await Page.ArrivesAtAsync("/confirmation");
        await Page.GetByRole(AriaRole.Heading, new() { Name = $"You’re going to {city}" }).WaitForAsync();
    }

    public Task<string> LocatorAsync() => Page.Locator(".locator").InnerTextAsync();

    /// <summary>Asserts that everybody can use the page as it stands, at this width.</summary>
    public async Task CanBeUsedAsync(string name)
    {
        await visit.IsAccessibleAsync(name);
        await visit.IsWholeAsync(name, await Page.EvaluateAsync<int>("innerWidth"));
    }
}
