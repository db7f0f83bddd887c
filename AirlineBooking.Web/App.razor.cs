using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web;

/// <summary>The document around every page.</summary>
public partial class App
{
    // Known before the first byte is sent, so that a dark page never flashes white. Nothing else about a visitor shapes a page.
    private string? _theme;

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override void OnInitialized() =>
        _theme = Http?.Request.Cookies["theme"] is "light" or "dark" ? Http.Request.Cookies["theme"] : null;
}
