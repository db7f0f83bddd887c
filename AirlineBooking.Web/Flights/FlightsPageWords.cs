using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Flights;

/// <summary>What a flight's state means to the person waiting for it.</summary>
internal static class FlightsPageWords
{
    public static string Status(Flight flight, AirportDirectory places) => flight.Status switch
    {
        FlightStatus.Delayed when LocalEstimate(flight, places) is { } time => $"Delayed to {time}",
        FlightStatus.Delayed => "Delayed",
        FlightStatus.Boarding => "Boarding",
        FlightStatus.Departed => "Left",
        FlightStatus.Arrived => "Arrived",
        FlightStatus.Cancelled => "Cancelled",
        FlightStatus.Diverted => "Diverted",
        _ => "On time",
    };

    public static string TagClass(FlightStatus status) => status switch
    {
        FlightStatus.Delayed or FlightStatus.Diverted => "now",
        FlightStatus.Boarding => "sea",
        FlightStatus.Departed or FlightStatus.Arrived => "go",
        FlightStatus.Cancelled => "off",
        _ => "",
    };

    public static string Meaning(Flight flight) => flight.Status switch
    {
        FlightStatus.Delayed => "Be at the airport as planned: it may catch up.",
        FlightStatus.Boarding => flight.Gate is { } gate ? $"Go to gate {gate} now." : "Go to the gate now.",
        FlightStatus.Cancelled => "You may choose another flight or your money back.",
        FlightStatus.Diverted => "It lands elsewhere. We take you to where you were going.",
        _ => "",
    };

    private static string? LocalEstimate(Flight flight, AirportDirectory places) =>
        flight.EstimatedDepartsAt is { } instant && places.Find(flight.Origin) is { } origin ? TimeText.Clock(AirportClock.ToLocal(instant, origin.TimeZone)) : null;
}
