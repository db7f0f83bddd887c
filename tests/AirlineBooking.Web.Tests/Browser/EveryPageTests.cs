using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class EveryPageTests(BrowsedAirline browsed)
{
    private static readonly int[] Widths = [320, 390, 820, 1440];

    [Theory]
    [MemberData(nameof(SitePages.Names), MemberType = typeof(SitePages))]
    public async Task Is_accessible_in_light_and_dark(string name)
    {
        await using var visit = await browsed.VisitAsync();
        await visit.OpenAsync(name);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await visit.Page.RunAxe();
            Assert.True(result.Violations.Length == 0, $"{name}, {scheme}: {string.Join("; ", result.Violations.Select(Describe))}");
        }
    }

    [Theory]
    [MemberData(nameof(SitePages.Names), MemberType = typeof(SitePages))]
    public async Task Is_whole_at_every_width(string name)
    {
        await using var visit = await browsed.VisitAsync();
        await visit.OpenAsync(name);
        foreach (var width in Widths)
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            var needed = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(needed <= width, $"{name} needs {needed} px where there are {width}");
        }
        Assert.Equal((1, 1), (await visit.Page.Locator("h1").CountAsync(), await visit.Page.Locator("main#main").CountAsync()));
        Assert.Empty(visit.Faults);
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))})";
}
