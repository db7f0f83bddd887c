namespace AirlineBooking.Web.Tests.Browser;

[Collection(Browsing.Name)]
public sealed class EveryPageTests(BrowsedAirline browsed)
{
    [Theory]
    [MemberData(nameof(SitePages.Names), MemberType = typeof(SitePages))]
    public async Task Can_be_used_by_everybody_at_every_width(string name)
    {
        await using var visit = await browsed.VisitAsync();
        await visit.OpenAsync(name);
        await visit.IsAccessibleAsync(name);
        await visit.IsWholeAsync(name, 320, 390, 820, 1440);
    }
}
