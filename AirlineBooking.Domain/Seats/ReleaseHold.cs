using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Seats;

/// <summary>Gives the seats of a hold back before it runs out.</summary>
/// <remarks>Refuses: hold unknown; hold in use, while its seats are being paid for.</remarks>
public sealed class ReleaseHold(Writes writes, SeatMapFeed feed, TimeProvider clock)
{
    public Task<Outcome<SeatHold, SeatRefusal>> RunAsync(HoldId id, CancellationToken cancel) =>
        writes.RunAsync((db, token) => ReleaseAsync(db, id, clock.GetUtcNow(), token), cancel);

    private async Task<Outcome<SeatHold, SeatRefusal>> ReleaseAsync(AirlineDb db, HoldId id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await SeatHolds.FindAsync(db, id, cancel) is not { } hold) return SeatRefusal.HoldUnknown;
        var claims = await SeatHolds.ClaimsAsync(db, id, cancel);
        if (claims.Exists(claim => claim.State is not ClaimState.Held)) return SeatRefusal.HoldInUse;
        await db.ExecuteAsync($"DELETE FROM seat_holds WHERE id = {id.Value}", cancel);
        foreach (var flight in claims.GroupBy(claim => claim.FlightId))
        {
            var plan = await ReadSeating.PlanAsync(db, flight.Key, cancel);
            var change = await FlightClaims.OpenAsync(db, plan, flight.Select(claim => claim.Cabin), now, cancel);
            foreach (var claim in flight)
            {
                var freed = await db.ExecuteAsync(
                    $"DELETE FROM seat_claims WHERE flight_id = {claim.FlightId.Value} AND seat = {claim.Seat.ToString()} AND hold_id = {id.Value} AND state = {(int)ClaimState.Held}", cancel);
                if (freed == 1) change.Changed(claim.Seat, SeatState.Available);
            }
            if (!await change.TryCloseAsync(cancel)) throw new InvalidOperationException($"Giving seats of {flight.Key} back made it fuller.");
            db.AfterCommit(() => feed.Publish(change.Told));
        }
        return hold;
    }
}
