namespace AirlineBooking.Web.Layout;

/// <summary>Head, foot and the way past the head.</summary>
public partial class MainLayout
{
    private string _here = "";
    private bool _booking, _status, _places;

    protected override void OnParametersSet()
    {
        var path = Navigation.ToBaseRelativePath(Navigation.Uri);
        // The base element would send a bare #main to the home page.
        _here = "/" + path.Split('#')[0];
        var page = "/" + path.Split('?', '#')[0];
        _booking = page == Links.Home || page.StartsWith("/flights", StringComparison.Ordinal);
        _status = page == Links.FlightStatusPage;
        _places = page.StartsWith("/airports", StringComparison.Ordinal) || page.StartsWith("/routes", StringComparison.Ordinal);
    }

    private static string? Current(bool here) => here ? "page" : null;
}
