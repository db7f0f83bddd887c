using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Flights;

/// <summary>One line of a printed timetable: a flight at one time on some days of the week.</summary>
internal sealed record TimetableLine(string Number, TimeOnly Departs, TimeOnly Arrives, int ArrivalDayOffset, TimeSpan Takes, string Aircraft, IReadOnlySet<DayOfWeek> Days)
{
    public static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public string DaysInWords => Days.Count == Week.Length ? "every day" : string.Join(", ", Week.Where(Days.Contains));

    public static char Letter(DayOfWeek day) => day.ToString()[0];

    /// <summary>Flights of a week that are alike become one line, the first to leave on top.</summary>
    public static IReadOnlyList<TimetableLine> Of(IEnumerable<Flight> flights) =>
    [
        .. flights
            .GroupBy(flight => (flight.FlightNumber, flight.DepartsLocal, flight.ArrivesLocal, flight.ArrivalDayOffset, flight.Aircraft))
            .Select(alike => new TimetableLine(
                FlightText.Number(alike.Key.FlightNumber), alike.Key.DepartsLocal, alike.Key.ArrivesLocal, alike.Key.ArrivalDayOffset,
                alike.First().Duration, alike.Key.Aircraft, alike.Select(flight => flight.Date.DayOfWeek).ToHashSet()))
            .OrderBy(line => line.Departs).ThenBy(line => line.Number, StringComparer.Ordinal),
    ];
}
