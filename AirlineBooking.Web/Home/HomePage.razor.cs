using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Home;

/// <summary>The first page: where next?</summary>
public partial class HomePage(AirportDirectories directories, TimeProvider clock)
{
    private TripFields _fields = null!; // Set before the first render.
    private DateOnly _today;

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    private AirportDirectories Directories => directories;

    protected override void OnParametersSet()
    {
        _fields = TripFields.Read(Http?.Request.Query ?? QueryCollection.Empty);
        _today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    }
}
