namespace AirlineBooking.Web.Tests.Browser;

/// <summary>What the pages are looked at with finds what it is for.</summary>
[Collection(Browsing.Name)]
public sealed class VisitTests(BrowsedAirline browsed)
{
    [Theory]
    [InlineData("document.querySelector('main').append(document.createElement('button'))", "Light: button-name")]
    [InlineData("document.querySelector('h1').style.color = 'light-dark(#000, #222)'", "Dark: color-contrast")]
    public async Task What_somebody_cannot_use_is_found(string spoil, string found)
    {
        await using var visit = await browsed.VisitAsync();
        await visit.OpenAsync("about");
        await visit.IsAccessibleAsync("about");
        await visit.Page.EvaluateAsync(spoil);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => visit.IsAccessibleAsync("about"));

        Assert.Contains(found, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("document.querySelector('main').style.width = '2000px'", "needs")]
    [InlineData("console.error('a fault')", "a fault")]
    [InlineData("new Image().src = 'http://stranger.invalid/pixel'", "stranger")]
    [InlineData("document.body.append(document.createElement('h1'))", "(2, 1)")]
    public async Task What_is_not_whole_is_found(string spoil, string found)
    {
        await using var visit = await browsed.VisitAsync();
        await visit.OpenAsync("about");
        await visit.IsWholeAsync("about", 390);
        await visit.Page.EvaluateAsync(spoil);
        await visit.Page.EvaluateAsync("new Promise(requestAnimationFrame)");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => visit.IsWholeAsync("about", 390));

        Assert.Contains(found, failure.Message, StringComparison.Ordinal);
    }
}
