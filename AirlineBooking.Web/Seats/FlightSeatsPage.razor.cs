using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Seats;

/// <summary>The seats of a flight as they fill, to look at: prices, kinds, and what is being chosen this second.</summary>
public partial class FlightSeatsPage(FindFlights findFlights, AirportDirectories directories, NavigationManager navigation)
{
    private Flight? _flight;
    private string _title = "", _note = "", _description = "";
    private SeatFilter _filter = new();

    [Parameter]
    public string FlightId { get; set; } = "";

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var cancel = Http?.RequestAborted ?? CancellationToken.None;
        if (!Domain.Flights.FlightId.TryParse(FlightId, out var id) || await findFlights.RunAsync(id, cancel) is not { } flight)
        {
            navigation.NotFound();
            return;
        }
        var places = directories.Current;
        _filter = SeatFilter.Read(Http?.Request.Query ?? QueryCollection.Empty);
        _title = $"Seats on {FlightText.Number(flight.FlightNumber)}";
        _note = $"{PlaceText.City(places, flight.Origin)} to {PlaceText.City(places, flight.Destination)}, {TimeText.DayAndYear(flight.Date)}, {FlightText.Aircraft(flight.Aircraft, places)}";
        _description = $"Which seats are free on {FlightText.Number(flight.FlightNumber)}, {_note}: live, with what each costs.";
        _flight = flight;
    }
}
