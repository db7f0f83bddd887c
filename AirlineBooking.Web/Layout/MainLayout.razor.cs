using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace AirlineBooking.Web.Layout;

/// <summary>Head, foot and the way past the head.</summary>
public partial class MainLayout
{
    private string _here = "";
    private bool _booking, _status, _places, _isLive;

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override void OnParametersSet()
    {
        var path = Navigation.ToBaseRelativePath(Navigation.Uri);
        // The base element would send a bare #main to the home page. A status page stands at the address that was asked for.
        _here = Http?.Features.Get<IStatusCodeReExecuteFeature>() is { } asked ? asked.OriginalPath + asked.OriginalQueryString : "/" + path.Split('#')[0];
        _isLive = Http?.GetEndpoint()?.Metadata.GetMetadata<HoldsCircuitAttribute>() is not null;
        var page = "/" + path.Split('?', '#')[0];
        _booking = page == Links.Home || page.StartsWith("/flights", StringComparison.Ordinal) && !page.EndsWith("/seats", StringComparison.Ordinal);
        _status = page == Links.FlightStatusPage;
        _places = page.StartsWith("/airports", StringComparison.Ordinal) || page.StartsWith("/routes", StringComparison.Ordinal);
    }

    private static string? Current(bool here) => here ? "page" : null;
}
