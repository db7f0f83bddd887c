using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Seats;

/// <summary>Gives a hold fifteen more minutes from now, ten times at most.</summary>
/// <remarks>Refuses: hold unknown; hold expired, also when it was extended as often as it can be; hold in use.</remarks>
public sealed class ExtendHold(RunOnce once, IOptions<AirlineOptions> options, TimeProvider clock)
{
    public Task<Once<HeldSeats, SeatRefusal>> RunAsync(RunOnceKey? key, HoldId id, CancellationToken cancel) =>
        once.RunAsync<HeldSeats, SeatRefusal, HoldDetail>(
            key, write => write((db, token) => ExtendAsync(db, id, clock.GetUtcNow(), token)), refusal => refusal is not SeatRefusal.HoldUnknown, cancel);

    private async Task<Outcome<HeldSeats, SeatRefusal>> ExtendAsync(AirlineDb db, HoldId id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await SeatHolds.FindAsync(db, id, cancel) is not { } hold) return SeatRefusal.HoldUnknown;
        var claims = await SeatHolds.ClaimsAsync(db, id, cancel);
        if (claims.Exists(claim => claim.State is not ClaimState.Held)) return SeatRefusal.HoldInUse;
        if (hold.Extensions >= SeatHold.MostExtensions) return SeatRefusal.HoldExpired;
        // A clock that was set back makes no promise shorter.
        var until = UtcInstant.Truncate(now + SeatHold.Lifetime);
        if (until < hold.ExpiresAt) until = hold.ExpiresAt;
        // The condition decides, not what was read: a seat that somebody took over since is no longer of this hold.
        var kept = await db.ExecuteAsync(
            $"UPDATE seat_claims SET held_until = {until} WHERE hold_id = {id.Value} AND state = {(int)ClaimState.Held} AND held_until > {now}", cancel);
        if (kept == 0 || kept != claims.Count) return SeatRefusal.HoldExpired;
        await db.ExecuteAsync($"UPDATE seat_holds SET expires_at = {until}, extensions = extensions + 1 WHERE id = {id.Value}", cancel);

        var prices = HeldPrices.Read(hold.Prices, CurrencyCode.Parse(options.Value.Currency));
        var total = prices.Aggregate(Money.Zero(prices[0].Price.Currency), (sum, price) => sum + price.Price);
        var seats = claims.Where(claim => claim.FlightId == hold.FlightId).Select(claim => claim.Seat).Order();
        return new HeldSeats(id, hold.FlightId, [.. seats], prices, total, until, SeatHold.MostExtensions - hold.Extensions - 1);
    }
}
