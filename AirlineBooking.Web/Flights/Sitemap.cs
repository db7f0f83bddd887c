using System.Text;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Web.Flights;

/// <summary>The list of pages for search engines, and what they are asked to leave alone.</summary>
internal static class Sitemap
{
    /// <summary>What the format allows in one file.</summary>
    private const int MostAddresses = 50_000;

    public static void MapSitemap(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Links.Sitemap, WriteAsync).ExcludeFromDescription();
        endpoints.MapGet("/robots.txt", Robots).ExcludeFromDescription();
    }

    private static async Task<IResult> WriteAsync(HttpRequest request, FindRoutes findRoutes, CancellationToken cancel)
    {
        var map = await findRoutes.RunAsync(cancel);
        var addresses = new[] { Links.Home, Links.Destinations, Links.FlightStatusPage, Links.About(), Links.Conditions() }
            .Concat(map.Airports.Select(Links.Airport))
            .Concat(map.Routes.Select(route => Links.Route(route.Origin, route.Destination)))
            .Take(MostAddresses);
        var start = Start(request);
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var address in addresses) text.Append("<url><loc>").Append(start).Append(address).Append("</loc></url>\n");
        return Results.Text(text.Append("</urlset>\n").ToString(), "application/xml", Encoding.UTF8);
    }

    // Offers change by the minute and have no end: they are for people.
    private static IResult Robots(HttpRequest request) => Results.Text(
        $"User-agent: *\nDisallow: {Links.Flights}/offer/\nDisallow: /status/\nDisallow: /api/\nSitemap: {Start(request)}{Links.Sitemap}\n", "text/plain", Encoding.UTF8);

    private static string Start(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
