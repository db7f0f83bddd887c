namespace AirlineBooking.Domain.Flights;

/// <summary>A known flight that a file tells otherwise.</summary>
internal sealed record FlightChange(Flight Known, ImportedFlight Told)
{
    public static readonly TimeSpan LargestQuietRetiming = TimeSpan.FromMinutes(15);

    /// <summary>True when passengers would feel it: another time by more than fifteen minutes, or another layout.</summary>
    public bool TouchesPassengers =>
        (Known.DepartsAt - Told.Flight.DepartsAt).Duration() > LargestQuietRetiming
        || (Known.ArrivesAt - Told.Flight.ArrivesAt).Duration() > LargestQuietRetiming
        || Known.Aircraft != Told.Flight.Aircraft
        || Known.Seats != Told.Flight.Seats;
}

/// <summary>What a file would do to the known flights: pure comparison, nothing is written.</summary>
internal sealed class FlightComparison
{
    public List<ImportedFlight> Added { get; } = [];
    public List<FlightChange> Changed { get; } = [];
    public List<Flight> Removed { get; } = [];
    public int Unchanged { get; private set; }

    /// <summary>The known flights that the file tells, changed or not.</summary>
    public HashSet<FlightId> Matched { get; } = [];

    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count == 0;

    /// <summary>Compares the rows of one key with the known flights of that key.</summary>
    public void Compare(IReadOnlyList<ImportedFlight> rows, IReadOnlyList<Flight> known, ToldFacts told)
    {
        if (known.Count == 0)
        {
            for (var i = 0; i < rows.Count; i++) Add(rows[i], i + 1);
            return;
        }
        var left = known.ToList();
        var unmatched = new List<ImportedFlight>();
        foreach (var row in rows)
        {
            if (Take(left, flight => flight.DepartsLocal == row.Flight.DepartsLocal) is { } same) Match(same, row, told);
            else unmatched.Add(row);
        }
        foreach (var row in unmatched)
        {
            var closest = left.MinBy(flight => (flight.DepartsAt - row.Flight.DepartsAt).Duration());
            if (closest is null)
            {
                Add(row, FreeOccurrence(known, row));
                continue;
            }
            left.Remove(closest);
            Match(closest, row, told);
        }
    }

    private void Match(Flight known, ImportedFlight row, ToldFacts told)
    {
        var flight = row.Flight;
        Matched.Add(known.Id);
        if (!told.Aircraft) (flight.Aircraft, flight.Seats) = (known.Aircraft, known.Seats);
        if (!told.Registration) flight.Registration = known.Registration;
        if (!told.Service) KeepService(known, flight);
        if (SameFacts(known, flight)) Unchanged++;
        else Changed.Add(new FlightChange(known, row));
    }

    private static void KeepService(Flight known, Flight told)
    {
        (told.OperatingCarrier, told.LegSequence, told.ServiceDate, told.JoinsNextLeg) =
            (known.OperatingCarrier, known.LegSequence, known.ServiceDate, known.JoinsNextLeg);
        (told.DepartureTerminal, told.ArrivalTerminal, told.ScheduleId) = (known.DepartureTerminal, known.ArrivalTerminal, known.ScheduleId);
    }

    private static bool SameFacts(Flight known, Flight told) =>
        known.DepartsAt == told.DepartsAt && known.ArrivesAt == told.ArrivesAt
        && known.DepartsLocal == told.DepartsLocal && known.ArrivesLocal == told.ArrivesLocal && known.ArrivalDayOffset == told.ArrivalDayOffset
        && known.Aircraft == told.Aircraft && known.Seats == told.Seats && known.Registration == told.Registration
        && known.OperatingCarrier == told.OperatingCarrier && known.LegSequence == told.LegSequence && known.ServiceDate == told.ServiceDate
        && known.JoinsNextLeg == told.JoinsNextLeg && known.DepartureTerminal == told.DepartureTerminal && known.ArrivalTerminal == told.ArrivalTerminal;

    private static Flight? Take(List<Flight> flights, Predicate<Flight> which)
    {
        var index = flights.FindIndex(which);
        if (index < 0) return null;
        var taken = flights[index];
        flights.RemoveAt(index);
        return taken;
    }

    private void Add(ImportedFlight row, int occurrence)
    {
        row.Flight.Occurrence = occurrence;
        Added.Add(row);
    }

    private int FreeOccurrence(IReadOnlyList<Flight> known, ImportedFlight row)
    {
        var key = FlightKey.Of(row.Flight);
        var taken = known.Select(flight => flight.Occurrence)
            .Concat(Enumerable.Reverse(Added).TakeWhile(other => FlightKey.Of(other.Flight) == key).Select(other => other.Flight.Occurrence))
            .ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).First(occurrence => !taken.Contains(occurrence));
    }
}
