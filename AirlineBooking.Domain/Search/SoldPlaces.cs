using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Search;

/// <summary>Keeps the counters of a timetable as the seat feed tells them, also while another timetable takes its place.</summary>
/// <remarks>
/// A newer timetable is counted from the database while changes go on. What is told meanwhile is remembered and applied after the
/// count and before the swap, so that nothing is lost between the two. Changes may be told out of order; their versions say which is newer.
/// </remarks>
internal sealed class SoldPlaces
{
    private readonly Lock _lock = new();
    private readonly Dictionary<FlightId, long> _versions = [];
    private List<SeatsChanged>? _meanwhile;
    private Timetable? _current;
    private long _shown;
    private long _priced;

    public Timetable? Current => Volatile.Read(ref _current);

    /// <summary>Changes whenever anything that searches show has changed.</summary>
    public long Shown => Volatile.Read(ref _shown);

    /// <summary>Changes whenever some party would pay another price.</summary>
    public long Priced => Volatile.Read(ref _priced);

    /// <summary>From now on changes are remembered for the timetable that is being made.</summary>
    public void BeginCount()
    {
        lock (_lock) _meanwhile = [];
    }

    /// <summary>Puts the timetable that was counted in the place of the one that stands.</summary>
    public void Swap(Timetable counted)
    {
        lock (_lock)
        {
            foreach (var change in _meanwhile ?? []) Apply(counted, change);
            _meanwhile = null;
            foreach (var gone in _versions.Keys.Where(flight => !counted.TryFind(flight, out _)).ToList()) _versions.Remove(gone);
            Volatile.Write(ref _current, counted);
        }
    }

    /// <summary>Takes a change over; searches see it at once. It is called after commits and does not throw.</summary>
    public void Hear(SeatsChanged change)
    {
        lock (_lock)
        {
            if (_versions.GetValueOrDefault(change.FlightId) >= change.Version) return;
            _versions[change.FlightId] = change.Version;
            _meanwhile?.Add(change);
            if (_current is { } current) Apply(current, change);
        }
    }

    private void Apply(Timetable timetable, SeatsChanged change)
    {
        if (!timetable.TryFind(change.FlightId, out var flight)) return;
        foreach (var (cabin, taken) in change.Cabins)
        {
            var before = flight.SoldIn(cabin);
            var limits = timetable.Limits.Of(flight.LadderOf(cabin));
            timetable.SetSold(flight.Index, cabin, taken);
            // After the counter, so that who sees the new number also sees the new count.
            if (ShownAvailability.ChangesPrices(limits, before, taken)) Volatile.Write(ref _priced, _priced + 1);
            if (ShownAvailability.Changes(limits, before, taken)) Volatile.Write(ref _shown, _shown + 1);
        }
    }
}
