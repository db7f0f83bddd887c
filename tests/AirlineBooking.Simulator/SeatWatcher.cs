using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Simulator;

/// <summary>Somebody who has every seat map open: what the feed tells them must be what is stored, and not before it is.</summary>
internal sealed class SeatWatcher(World world)
{
    private readonly SortedDictionary<long, SortedDictionary<string, SeatState>> _maps = [];
    private readonly Dictionary<long, long> _versions = [];

    /// <summary>Listens to a process and reads all maps again, as a browser does after a lost connection.</summary>
    public void Follow(SimulatedProcess process)
    {
        _maps.Clear();
        _versions.Clear();
        foreach (var claim in world.Books.Claims) MapOf(claim.Flight)[claim.Seat] = StateOf(claim.State);
        foreach (var cabin in world.Books.Cabins) _versions[cabin.Flight] = cabin.Version;
        process.Get<SeatMapFeed>().Heard += Hear;
    }

    /// <summary>After a commit that changed seats every map shows what is stored.</summary>
    public void Check(Tables touched)
    {
        if ((touched & (Tables.Claims | Tables.Cabins)) == 0) return;
        foreach (var cabin in world.Books.Cabins)
        {
            if (_versions.GetValueOrDefault(cabin.Flight) != cabin.Version) world.Break("Open maps are told of every change", $"flight {cabin.Flight} is at {cabin.Version}, told {_versions.GetValueOrDefault(cabin.Flight)}");
        }
        var shown = _maps.Sum(map => map.Value.Count);
        var right = world.Books.Claims.Count(claim => MapOf(claim.Flight).TryGetValue(claim.Seat, out var state) && state == StateOf(claim.State));
        if (right != world.Books.Claims.Count || shown != right) world.Break("Open maps show what is stored", $"{right} of {world.Books.Claims.Count} claims shown, {shown} in all");
    }

    private void Hear(SeatsChanged change)
    {
        if (world.IsInUnit) world.Break("Nothing is told before it is committed", $"{change.FlightId} version {change.Version}");
        _versions[change.FlightId.Value] = change.Version;
        var map = MapOf(change.FlightId.Value);
        foreach (var (seat, state) in change.Seats)
        {
            if (state is SeatState.Available) map.Remove(seat.ToString());
            else map[seat.ToString()] = state;
        }
    }

    private SortedDictionary<string, SeatState> MapOf(long flight)
    {
        if (!_maps.TryGetValue(flight, out var map)) _maps[flight] = map = new(StringComparer.Ordinal);
        return map;
    }

    private static SeatState StateOf(ClaimState claim) => claim switch { ClaimState.Held or ClaimState.Paying => SeatState.Held, ClaimState.Sold => SeatState.Occupied, _ => SeatState.Blocked };
}
