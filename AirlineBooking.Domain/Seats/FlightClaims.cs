using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Seats;

/// <summary>A flight whose seats are to be changed: its layout says what there is.</summary>
public sealed record SeatingPlan(FlightId FlightId, CabinLayout Layout)
{
    /// <summary>The cabin whose row carries the version of the whole map.</summary>
    public Cabin Lowest { get; } = Layout.Cabins.Min(cabin => cabin.Cabin);

    public Cabin? CabinOf(SeatNumber seat) => Layout.CabinOf(seat.Row, seat.Letter)?.Cabin;
}

/// <summary>One change of the claims of one flight, inside a unit of work. CLAIMING.md explains why it is right.</summary>
/// <remarks>
/// Opening it locks the flight's counters in ascending order of cabins and deletes the holds that ran out; who changes several
/// flights opens them in ascending order. Closing it checks that no cabin is promised more often than authorised.
/// </remarks>
internal sealed class FlightClaims
{
    private readonly AirlineDb _db;
    private readonly SeatingPlan _plan;
    private readonly Cabin[] _cabins;
    private readonly DateTimeOffset _now;
    private readonly List<SeatOnMap> _changes = [];
    private readonly List<CabinTaken> _taken = [];
    private long _version;

    private FlightClaims(AirlineDb db, SeatingPlan plan, Cabin[] cabins, DateTimeOffset now) => (_db, _plan, _cabins, _now) = (db, plan, cabins, now);

    public FlightId FlightId => _plan.FlightId;

    /// <summary>Locks the flight's cabins; whoever changes them next waits for this unit of work.</summary>
    public static async Task<FlightClaims> OpenAsync(AirlineDb db, SeatingPlan plan, IEnumerable<Cabin> cabins, DateTimeOffset now, CancellationToken cancel)
    {
        var claims = new FlightClaims(db, plan, [.. cabins.Distinct().Order()], now);
        claims._version = await claims.LockAsync(plan.Lowest, cancel);
        foreach (var cabin in claims._cabins)
        {
            if (cabin != plan.Lowest) await claims.LockAsync(cabin, cancel);
            await claims.DeleteExpiredAsync(cabin, cancel);
        }
        return claims;
    }

    /// <summary>Holds a seat that is free, or held by the same holder; false when it is somebody else's.</summary>
    public async Task<bool> TryHoldAsync(SeatNumber seat, Cabin cabin, HoldId hold, string holder, DateTimeOffset until, CancellationToken cancel)
    {
        var mine = await _db.ExecuteAsync(
            $"""
            INSERT INTO seat_claims (flight_id, seat, cabin, state, holder, hold_id, held_until)
            VALUES ({_plan.FlightId.Value}, {seat.ToString()}, {(int)cabin}, {(int)ClaimState.Held}, {holder}, {hold.Value}, {until})
            ON CONFLICT (flight_id, seat) DO UPDATE SET holder = excluded.holder, hold_id = excluded.hold_id, held_until = excluded.held_until, booking_id = NULL, passenger_id = NULL
            WHERE seat_claims.state = {(int)ClaimState.Held} AND (seat_claims.held_until <= {_now} OR seat_claims.holder = {holder})
            """,
            cancel) == 1;
        if (mine) Changed(seat, SeatState.Held);
        return mine;
    }

    /// <summary>Gives a free seat to a passenger of a booking; false when it is somebody else's.</summary>
    public async Task<bool> TrySellAsync(SeatNumber seat, Cabin cabin, Guid booking, Guid passenger, CancellationToken cancel)
    {
        var mine = await _db.ExecuteAsync(
            $"""
            INSERT INTO seat_claims (flight_id, seat, cabin, state, booking_id, passenger_id)
            VALUES ({_plan.FlightId.Value}, {seat.ToString()}, {(int)cabin}, {(int)ClaimState.Sold}, {booking}, {passenger})
            ON CONFLICT (flight_id, seat) DO UPDATE
            SET state = excluded.state, booking_id = excluded.booking_id, passenger_id = excluded.passenger_id, holder = NULL, hold_id = NULL, held_until = NULL
            WHERE seat_claims.state = {(int)ClaimState.Held} AND seat_claims.held_until <= {_now}
            """,
            cancel) == 1;
        if (mine) Changed(seat, SeatState.Occupied);
        return mine;
    }

    /// <summary>Remembers that a seat looks different on the map from now on.</summary>
    public void Changed(SeatNumber seat, SeatState state)
    {
        _changes.RemoveAll(change => change.Number == seat);
        _changes.Add(new SeatOnMap(seat, state));
    }

    /// <summary>Adds passengers without a chosen seat, or takes some away.</summary>
    public Task AddUnseatedAsync(Cabin cabin, int passengers, CancellationToken cancel) => passengers == 0
        ? Task.CompletedTask
        : _db.ExecuteAsync(
            $"UPDATE flight_cabins SET unseated = unseated + {passengers} WHERE flight_id = {_plan.FlightId.Value} AND cabin = {(int)cabin}", cancel);

    /// <summary>Counts again and writes the change; false when a cabin is promised more often than it may be, and the unit is to be refused.</summary>
    public async Task<bool> TryCloseAsync(CancellationToken cancel)
    {
        foreach (var cabin in _cabins)
        {
            var taken = await _db.ReadAsync(
                $"""
                UPDATE flight_cabins SET taken = unseated + claimed.seats
                FROM (SELECT COUNT(*) AS seats FROM seat_claims WHERE flight_id = {_plan.FlightId.Value} AND cabin = {(int)cabin}) AS claimed
                WHERE flight_id = {_plan.FlightId.Value} AND cabin = {(int)cabin} AND unseated + claimed.seats <= authorised
                RETURNING taken
                """,
                row => row.GetInt32(0),
                cancel);
            if (taken is not [var count]) return false;
            _taken.Add(new CabinTaken(cabin, count));
        }
        await _db.ExecuteAsync(
            $"INSERT INTO seat_changes (flight_id, version, changed_at, seats) VALUES ({_plan.FlightId.Value}, {_version}, {_now}, {SeatChange.Write(_changes)})", cancel);
        return true;
    }

    /// <summary>What this change is told as, once it is committed.</summary>
    public SeatsChanged Told => new(_plan.FlightId, _version, [.. _changes], [.. _taken]);

    // Making the row and locking it are one statement: two who are first at once do not both make it. An aircraft is exchanged only
    // while nobody has a place, so the row that is left over from before takes over the new one's seats here.
    private async Task<long> LockAsync(Cabin cabin, CancellationToken cancel)
    {
        var capacity = _plan.Layout.SeatsIn(cabin);
        var rows = await _db.ReadAsync(
            $"""
            INSERT INTO flight_cabins (flight_id, cabin, capacity, authorised, unseated, taken, version)
            VALUES ({_plan.FlightId.Value}, {(int)cabin}, {capacity}, {capacity}, 0, 0, 1)
            ON CONFLICT (flight_id, cabin) DO UPDATE SET version = flight_cabins.version + 1,
                capacity = CASE WHEN flight_cabins.taken = 0 THEN excluded.capacity ELSE flight_cabins.capacity END,
                authorised = CASE WHEN flight_cabins.taken = 0 AND flight_cabins.capacity <> excluded.capacity THEN excluded.authorised ELSE flight_cabins.authorised END
            RETURNING version
            """,
            row => row.GetInt64(0),
            cancel);
        return rows[0];
    }

    // The sign keeps the flight from being what is looked up: few holds of any flight have run out, and this flight may have many claims.
    private async Task DeleteExpiredAsync(Cabin cabin, CancellationToken cancel)
    {
        var freed = await _db.ReadAsync(
            $"""
            DELETE FROM seat_claims
            WHERE +flight_id = {_plan.FlightId.Value} AND cabin = {(int)cabin} AND state = {(int)ClaimState.Held} AND held_until <= {_now}
            RETURNING seat
            """,
            row => row.GetString(0),
            cancel);
        foreach (var seat in freed) Changed(SeatNumber.Parse(seat), SeatState.Available);
    }
}
