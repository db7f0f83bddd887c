using System.Runtime.CompilerServices;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Seats;

/// <summary>What is always true of claims, counters and holds.</summary>
internal static class SeatInvariants
{
    public static readonly Invariant[] All =
    [
        new("Every cabin in which somebody has a place has as many seats as its aircraft", CapacitiesApart),
        new("No cabin is promised more often than it may be", Overpromised),
        new("What is counted as taken is what is claimed and promised", Miscounted),
        new("Every claim is of a seat of its cabin, under the counter of its flight", SeatsThatAreNone),
        new("Every held seat has its hold, and holds end at the same time", HoldsApart),
        new("The map of a flight has a row for each of its changes", ChangesMissing),
    ];

    // What is free is what is left of the capacity, so the capacity is the layout's.
    private static async IAsyncEnumerable<string> CapacitiesApart(AirlineDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var cabins = await db.ReadAsync(
            $"SELECT c.flight_id, c.cabin, c.capacity, f.aircraft, f.seats FROM flight_cabins c JOIN flights f ON f.id = c.flight_id WHERE c.taken > 0",
            row => (Flight: new FlightId(row.GetInt64(0)), Cabin: (Cabin)row.GetInt32(1), Capacity: row.GetInt32(2), Layout: CabinLayouts.For(row.GetString(3), row.GetInt32(4))),
            cancel);
        foreach (var cabin in cabins)
        {
            if (cabin.Layout.SeatsIn(cabin.Cabin) is var seats && seats != cabin.Capacity) yield return $"{cabin.Flight} {cabin.Cabin}: {cabin.Capacity} counted, {seats} in the aircraft";
        }
    }

    private static IAsyncEnumerable<string> Overpromised(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT c.flight_id, c.cabin, c.unseated + (SELECT COUNT(*) FROM seat_claims s WHERE s.flight_id = c.flight_id AND s.cabin = c.cabin), c.authorised FROM flight_cabins c
        WHERE c.unseated + (SELECT COUNT(*) FROM seat_claims s WHERE s.flight_id = c.flight_id AND s.cabin = c.cabin) > c.authorised OR c.authorised > c.capacity OR c.unseated < 0
        """,
        row => $"{new FlightId(row.GetInt64(0))} {(Cabin)row.GetInt32(1)}: {row.GetInt64(2)} of {row.GetInt32(3)}",
        cancel);

    private static IAsyncEnumerable<string> Miscounted(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT c.flight_id, c.cabin, c.taken, c.unseated + (SELECT COUNT(*) FROM seat_claims s WHERE s.flight_id = c.flight_id AND s.cabin = c.cabin) FROM flight_cabins c
        WHERE c.taken <> c.unseated + (SELECT COUNT(*) FROM seat_claims s WHERE s.flight_id = c.flight_id AND s.cabin = c.cabin)
        """,
        row => $"{new FlightId(row.GetInt64(0))} {(Cabin)row.GetInt32(1)}: {row.GetInt32(2)} counted, {row.GetInt64(3)} there",
        cancel);

    private static async IAsyncEnumerable<string> SeatsThatAreNone(AirlineDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var claims = await db.ReadAsync(
            $"""
            SELECT s.flight_id, s.seat, s.cabin, f.aircraft, f.seats, c.version FROM seat_claims s JOIN flights f ON f.id = s.flight_id
            LEFT JOIN flight_cabins c ON c.flight_id = s.flight_id AND c.cabin = s.cabin
            """,
            row => (Flight: new FlightId(row.GetInt64(0)), Seat: SeatNumber.Parse(row.GetString(1)), Cabin: (Cabin)row.GetInt32(2), Layout: CabinLayouts.For(row.GetString(3), row.GetInt32(4)), Counted: !row.IsDBNull(5)),
            cancel);
        foreach (var claim in claims)
        {
            if (claim.Layout.CabinOf(claim.Seat.Row, claim.Seat.Letter)?.Cabin != claim.Cabin) yield return $"{claim.Flight} {claim.Seat} is not in {claim.Cabin}";
            if (!claim.Counted) yield return $"{claim.Flight} {claim.Seat} is claimed without a counter";
        }
    }

    private static IAsyncEnumerable<string> HoldsApart(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT s.flight_id, s.seat FROM seat_claims s LEFT JOIN seat_holds h ON h.id = s.hold_id
        WHERE s.state = {ClaimState.Held} AND (h.id IS NULL OR h.expires_at <> s.held_until)
        """,
        row => $"{new FlightId(row.GetInt64(0))} {row.GetString(1)}",
        cancel);

    private static IAsyncEnumerable<string> ChangesMissing(AirlineDb db, CancellationToken cancel) => Each(
        db,
        $"""
        SELECT c.flight_id, MAX(c.version), (SELECT MAX(v.version) FROM seat_changes v WHERE v.flight_id = c.flight_id) FROM flight_cabins c
        WHERE EXISTS (SELECT 1 FROM seat_changes v WHERE v.flight_id = c.flight_id)
          AND NOT EXISTS (SELECT 1 FROM flight_cabins lower WHERE lower.flight_id = c.flight_id AND lower.cabin < c.cabin)
          AND NOT EXISTS (SELECT 1 FROM seat_changes v WHERE v.flight_id = c.flight_id AND v.version = c.version)
        GROUP BY c.flight_id
        """,
        row => $"{new FlightId(row.GetInt64(0))} is at {row.GetInt64(1)}, and its last change is {row.GetInt64(2)}",
        cancel);

    internal static async IAsyncEnumerable<string> Each(AirlineDb db, FormattableString sql, Func<System.Data.Common.DbDataReader, string> inWords, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var violation in await db.ReadAsync(sql, inWords, cancel)) yield return violation;
    }
}
