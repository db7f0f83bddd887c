using System.Globalization;

namespace AirlineBooking.Domain.Flights;

/// <summary>Tells a flight, and what becomes of it, in one line of a report.</summary>
internal static class FlightWords
{
    public static string Of(Flight flight) => string.Create(
        CultureInfo.InvariantCulture,
        $"{flight.FlightNumber} {flight.Origin}-{flight.Destination} {flight.Date:yyyy-MM-dd} {Facts(flight)}");

    public static string Of(FlightChange change) => string.Create(
        CultureInfo.InvariantCulture,
        $"{change.Known.FlightNumber} {change.Known.Origin}-{change.Known.Destination} {change.Known.Date:yyyy-MM-dd} {Facts(change.Known)} -> {Facts(change.Told.Flight)}");

    private static string Facts(Flight flight) => string.Create(
        CultureInfo.InvariantCulture,
        $"{flight.DepartsLocal:HH:mm}-{flight.ArrivesLocal:HH:mm}{Days(flight.ArrivalDayOffset)} {flight.Aircraft} {flight.Seats}{(flight.Registration is { } tail ? " " + tail : "")}");

    private static string Days(int offset) => offset == 0 ? "" : offset.ToString("+0;-0", CultureInfo.InvariantCulture);
}
