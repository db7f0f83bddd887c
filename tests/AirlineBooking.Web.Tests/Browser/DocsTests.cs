using AirlineBooking.Web.Tests.Support;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

[Collection(Looking.Name)]
public sealed class DocsTests(SharedAirline shared)
{
    [Fact]
    public async Task The_document_is_shown_and_an_example_runs_from_this_host_alone_without_a_violation()
    {
        var (playwright, browser) = await Chromium.LaunchAsync();
        using var disposing = playwright;
        await using var chromium = browser;
        var page = await chromium.NewPageAsync();
        var violations = await CspViolations.WatchAsync(page);
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(shared.Airline.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) elsewhere.Add(request.Url);
        };

        await page.GotoAsync(new Uri(shared.Airline.Address, "/docs").ToString());
        await page.Locator("#operations-Airports-getAirport button.opblock-summary-control").ClickAsync();
        await page.Locator("#operations-Airports-getAirport button.execute").ClickAsync();
        await Assertions.Expect(page.Locator("#operations-Airports-getAirport .live-responses-table .response-col_status").Last).ToContainTextAsync("200");

        violations.AssertNone();
        Assert.Empty(elsewhere);
    }

    [Fact]
    public async Task Every_problem_has_a_place_in_the_table_that_its_type_names()
    {
        var page = await shared.Airline.Client.GetStringAsync(new Uri("/docs/problems", UriKind.Relative));

        Assert.All(AirlineBooking.Web.Platform.Api.ProblemCode.All, code => Assert.Contains($"id=\"{code.Type.Split('#')[1]}\"", page, StringComparison.Ordinal));
    }
}
