using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Seats;

/// <summary>The states of a flight's seats at one version. Seats that are not named are available.</summary>
/// <param name="FlightId">Which flight.</param>
/// <param name="Aircraft">ICAO type designator.</param>
/// <param name="Layout">Where the seats are.</param>
/// <param name="Version">Counts the changes; 0 before the first.</param>
/// <param name="States">Every seat that is not available.</param>
/// <param name="Mine">The seats of the holds that were asked about, and until when.</param>
public sealed record SeatMap(
    FlightId FlightId, string Aircraft, CabinLayout Layout, long Version,
    IReadOnlyDictionary<SeatNumber, SeatState> States, IReadOnlyDictionary<SeatNumber, DateTimeOffset> Mine)
{
    public SeatState StateOf(SeatNumber seat) => States.GetValueOrDefault(seat, SeatState.Available);
}

/// <summary>Reads a flight's seat map as it is now. Holds that ran out are free whether or not anybody has tidied them away.</summary>
public sealed class ReadSeatMap(IDbContextFactory<AirlineDb> databases, TimeProvider clock)
{
    /// <summary>The map, or nothing when there is no such flight. <paramref name="mine"/> are holds whose seats are the caller's own.</summary>
    public async Task<SeatMap?> RunAsync(FlightId id, IReadOnlyCollection<HoldId> mine, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var flight = await db.Flights.AsNoTracking().Where(f => f.Id == id).Select(f => new { f.Aircraft, f.Seats }).SingleOrDefaultAsync(cancel);
        if (flight is null) return null;
        var layout = CabinLayouts.For(flight.Aircraft, flight.Seats);
        // The version is read first: a change that comes between is told again, which does no harm, and none is missed.
        var version = await VersionAsync(db, id, cancel);
        var claims = await db.ReadAsync(
            $"SELECT seat, state, hold_id, held_until FROM seat_claims WHERE flight_id = {id.Value} AND (state <> {(int)ClaimState.Held} OR held_until > {now})",
            row => (
                Seat: SeatNumber.Parse(row.GetString(0)),
                State: (ClaimState)row.GetInt32(1),
                Hold: row.IsDBNull(2) ? default(HoldId?) : new HoldId(row.GetGuid(2)),
                Until: row.IsDBNull(3) ? default(DateTimeOffset?) : row.GetInstant(3)),
            cancel);
        var states = new Dictionary<SeatNumber, SeatState>(claims.Count);
        var own = new Dictionary<SeatNumber, DateTimeOffset>();
        foreach (var claim in claims)
        {
            states[claim.Seat] = StateOf(claim.State);
            if (claim.Hold is { } hold && claim.Until is { } until && mine.Contains(hold)) own[claim.Seat] = until;
        }
        return new SeatMap(id, flight.Aircraft, layout, version, states, own);
    }

    /// <summary>What changed after a version, or nothing when that is longer ago than changes are kept, or when nobody has come that far.</summary>
    public async Task<SeatsChanged?> ChangesAsync(FlightId id, long after, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var version = await VersionAsync(db, id, cancel);
        if (after == version) return new SeatsChanged(id, version, [], []);
        var changes = await db.SeatChanges.AsNoTracking().Where(change => change.FlightId == id && change.Version > after)
            .OrderBy(change => change.Version).ToListAsync(cancel);
        if (changes.Count == 0 || changes[0].Version != after + 1) return null;
        return SeatsChanged.Together(id, changes.ConvertAll(change => new SeatsChanged(id, change.Version, [.. change.Read().OrderBy(seat => seat.Number)], [])));
    }

    /// <summary>The version of a flight's map; 0 before the first change.</summary>
    public async Task<long> VersionAsync(FlightId id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await VersionAsync(db, id, cancel);
    }

    /// <summary>How the state of a claim looks to everybody.</summary>
    internal static SeatState StateOf(ClaimState claim) => claim switch
    {
        ClaimState.Held or ClaimState.Paying => SeatState.Held,
        ClaimState.Sold => SeatState.Occupied,
        _ => SeatState.Blocked,
    };

    private static async Task<long> VersionAsync(AirlineDb db, FlightId id, CancellationToken cancel) =>
        await db.FlightCabins.AsNoTracking().Where(cabin => cabin.FlightId == id).OrderBy(cabin => cabin.Cabin).Select(cabin => cabin.Version).FirstOrDefaultAsync(cancel);
}
