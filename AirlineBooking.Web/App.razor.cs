using AirlineBooking.Web.Layout;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace AirlineBooking.Web;

/// <summary>The document around every page: files, the way past the head, head and foot.</summary>
public partial class App
{
    private static FileLinks? _links;

    private MarkupString _files;
    private string _here = "";
    private SitePart _part;
    private bool _isLive;

    // Known before the first byte is sent, so that a dark page never flashes white. Nothing else about a visitor shapes a page.
    private string? _theme;

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override void OnInitialized()
    {
        _theme = Http?.Request.Cookies["theme"] is "light" or "dark" ? Http.Request.Cookies["theme"] : null;
        _files = FilesOf(Assets);
        // The base element would send a bare #main to the home page. A status page stands at the address that was asked for.
        _here = Http?.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
            ? asked.OriginalPath + asked.OriginalQueryString
            : "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];
        _part = SiteFrame.PartOf(_here.Split('?')[0]);
        _isLive = Http?.GetEndpoint()?.Metadata.GetMetadata<HoldsCircuitAttribute>() is not null;
    }

    // Names of files carry what is in them, and that stays the same while the program runs.
    private static MarkupString FilesOf(ResourceAssetCollection assets)
    {
        if (_links is { } links && ReferenceEquals(links.Assets, assets)) return links.Markup;
        var markup = new Html().Add(
            $"""
            <link rel="preload" href="{Links.Font}" as="font" type="font/woff2" crossorigin />
                <link rel="stylesheet" href="{assets["tokens.css"]}" />
                <link rel="stylesheet" href="{assets["app.css"]}" />
                <link rel="icon" href="{assets["favicon.svg"]}" type="image/svg+xml" />
                <meta name="quick-navigation" content="{assets["_framework/blazor.web.js"]}" />
                <script type="module" src="{assets["js/site.js"]}"></script>
            """).Markup;
        _links = new FileLinks(assets, markup);
        return markup;
    }

    private sealed record FileLinks(ResourceAssetCollection Assets, MarkupString Markup);
}
