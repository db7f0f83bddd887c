namespace AirlineBooking.Domain.Flights;

/// <summary>A schedule that a message tells, and the flights made from it.</summary>
internal sealed record MadeSchedule(FlightSchedule Schedule, IReadOnlyList<Flight> Flights);

/// <summary>For which carrier and which days a message is the whole truth: a known flight within it that is not told goes.</summary>
internal sealed record SchedulePeriod(string Carrier, DateOnly From, DateOnly? To, bool InUtc, IReadOnlySet<(int Number, string Suffix)> Unsure)
{
    // A period in UTC reaches into the local day before or after.
    private const int MostDaysOfDifference = 2;

    public DateOnly Earliest => From.AddDays(-MostDaysOfDifference);

    public DateOnly Latest => (To ?? DateOnly.MaxValue.AddDays(-MostDaysOfDifference)).AddDays(MostDaysOfDifference);

    /// <summary>Which of the flights that are known and not told go. The period counts by the date of a service's first leg.</summary>
    public IEnumerable<Flight> Untold(IReadOnlyCollection<Flight> known, IReadOnlyCollection<Flight> notTold)
    {
        var dates = InUtc ? FirstLegsInUtc(known) : null;
        return notTold.Where(flight => flight.Carrier == Carrier && !Unsure.Contains((flight.Number, flight.Suffix))
            && Covers(dates is null ? flight.ServiceDate : dates[Service(flight)]));
    }

    private bool Covers(DateOnly date) => date >= From && (To is null || date <= To);

    private Dictionary<(int, string, DateOnly), DateOnly> FirstLegsInUtc(IReadOnlyCollection<Flight> known) => known
        .Where(flight => flight.Carrier == Carrier)
        .GroupBy(Service)
        .ToDictionary(service => service.Key, service => DateOnly.FromDateTime(service.MinBy(flight => (flight.LegSequence, flight.DepartsAt))!.DepartsAt.UtcDateTime)); // A group has a member.

    private static (int, string, DateOnly) Service(Flight flight) => (flight.Number, flight.Suffix, flight.ServiceDate);
}
