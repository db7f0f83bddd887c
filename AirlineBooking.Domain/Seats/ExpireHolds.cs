using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Seats;

/// <summary>Tidies away holds that ran out, so that open maps hear of it. No sale waits for it: whoever claims a seat looks at the time itself.</summary>
public sealed class ExpireHolds(Writes writes, IDbContextFactory<AirlineDb> databases, SeatMapFeed feed, TimeProvider clock)
{
    /// <summary>Flights in one run; what is left over is seen a second later.</summary>
    public const int MostFlights = 200;

    /// <summary>Frees what ran out on each flight in a commit of its own; answers how many flights changed.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var expired = await FlightsAsync(now, cancel);
        foreach (var flight in expired.GroupBy(one => one.Flight, one => one.Cabin))
        {
            await writes.RunAsync((db, token) => FreeAsync(db, flight.Key, flight, now, token), cancel);
        }
        return expired.Count;
    }

    /// <summary>Forgets holds and changes that nobody can ask about any more, a bounded number at a time; answers how many rows went.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel)
    {
        const int most = 2000;
        var now = clock.GetUtcNow();
        return writes.RunAsync(
            async (db, token) =>
            {
                var holds = await db.ExecuteAsync(
                    $"""
                    DELETE FROM seat_holds WHERE id IN (
                        SELECT h.id FROM seat_holds h
                        WHERE h.expires_at <= {now - SeatHold.Remembered} AND NOT EXISTS (SELECT 1 FROM seat_claims c WHERE c.hold_id = h.id) LIMIT {most})
                    """,
                    token);
                var changes = await db.ExecuteAsync(
                    $"""
                    DELETE FROM seat_changes WHERE (flight_id, version) IN (
                        SELECT flight_id, version FROM seat_changes WHERE changed_at <= {now - SeatChange.Kept} LIMIT {most})
                    """,
                    token);
                return holds + changes;
            },
            cancel);
    }

    private async Task<List<(FlightId Flight, Cabin Cabin)>> FlightsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ReadAsync(
            $"SELECT DISTINCT flight_id, cabin FROM seat_claims WHERE held_until <= {now} AND state = {(int)ClaimState.Held} ORDER BY flight_id, cabin LIMIT {MostFlights}",
            row => (new FlightId(row.GetInt64(0)), (Cabin)row.GetInt32(1)),
            cancel);
    }

    private async Task FreeAsync(AirlineDb db, FlightId flight, IEnumerable<Cabin> cabins, DateTimeOffset now, CancellationToken cancel)
    {
        var change = await FlightClaims.OpenAsync(db, await ReadSeating.PlanAsync(db, flight, cancel), cabins, now, cancel);
        if (!await change.TryCloseAsync(cancel)) throw new InvalidOperationException($"Freeing seats of {flight} made it fuller.");
        db.AfterCommit(() => feed.Publish(change.Told));
    }
}
