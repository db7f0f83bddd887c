using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Seats;

/// <summary>The unit of work that holds seats: all of them on every leg, or nothing.</summary>
internal sealed class ClaimOfSeats(
    HoldRequest request, IReadOnlyList<FlightToSeat> flights, IReadOnlyList<SeatNumber> seats, IReadOnlyList<HeldSeatPrice> prices, HoldId newId, DateTimeOffset now)
{
    public async Task<Outcome<HeldSeats, SeatRefusal>> RunAsync(AirlineDb db, SeatMapFeed feed, CancellationToken cancel)
    {
        var (id, until, extensions) = (newId, UtcInstant.Truncate(now + SeatHold.Lifetime), 0);
        if (request.Instead is { } own)
        {
            var (refusal, hold) = await FindOwnAsync(db, own, cancel);
            if (hold is null) return refusal;
            (id, until, extensions) = (own, hold.ExpiresAt, hold.Extensions);
        }
        var holder = request.Holder.Key ?? id.ToString();
        if (await IsOverLimitAsync(db, id, holder, cancel)) return SeatRefusal.HoldLimitReached;

        foreach (var (plan, wanted) in await LegsAsync(db, id, cancel))
        {
            var claims = await FlightClaims.OpenAsync(db, plan, await CabinsAsync(db, plan, wanted, id, cancel), now, cancel);
            foreach (var seat in await GiveBackAsync(db, plan.FlightId, id, cancel)) claims.Changed(seat, SeatState.Available);
            foreach (var seat in wanted)
            {
                var cabin = plan.CabinOf(seat) ?? throw new InvalidOperationException($"{plan.FlightId} has no seat {seat}.");
                if (!await claims.TryHoldAsync(seat, cabin, id, holder, until, cancel)) return SeatRefusal.SeatsTaken;
            }
            if (!await claims.TryCloseAsync(cancel)) return SeatRefusal.CabinFull;
            db.AfterCommit(() => feed.Publish(claims.Told));
        }
        await db.ExecuteAsync(
            $"""
            INSERT INTO seat_holds (id, flight_id, holder, address, offer_id, prices, created_at, expires_at, extensions)
            VALUES ({id.Value}, {request.FlightId.Value}, {holder}, {request.Holder.Address}, {request.Offer?.Id}, {HeldPrices.Write(prices)}, {now}, {until}, 0)
            ON CONFLICT (id) DO UPDATE SET prices = excluded.prices, offer_id = excluded.offer_id
            """,
            cancel);
        var total = prices.Aggregate(Money.Zero(prices[0].Price.Currency), (sum, price) => sum + price.Price);
        return new HeldSeats(id, request.FlightId, seats, prices, total, until, SeatHold.MostExtensions - extensions);
    }

    private async Task<(SeatRefusal Refusal, SeatHold? Hold)> FindOwnAsync(AirlineDb db, HoldId id, CancellationToken cancel)
    {
        if (await SeatHolds.FindAsync(db, id, cancel) is not { } hold || hold.FlightId != request.FlightId || hold.Holder != request.Holder.Key) return (SeatRefusal.HoldUnknown, null);
        if (hold.ExpiresAt <= now) return (SeatRefusal.HoldExpired, null);
        // Seats that are being paid for stay with their hold: a decline gives them back to it, all until the same time.
        var claims = await SeatHolds.ClaimsAsync(db, id, cancel);
        return claims.Exists(claim => claim.State is not ClaimState.Held) ? (SeatRefusal.HoldInUse, null) : (default, hold);
    }

    // The legs of the new seats, and those that only the old ones were on: the offer of now may fly on with another aircraft. In the order in which everybody locks them.
    private async Task<IEnumerable<(SeatingPlan Plan, IReadOnlyList<SeatNumber> Wanted)>> LegsAsync(AirlineDb db, HoldId id, CancellationToken cancel)
    {
        var legs = flights.Select(flight => (flight.Plan, Wanted: seats)).ToList();
        if (request.Instead is null) return legs;
        var held = await db.ReadAsync($"SELECT DISTINCT flight_id FROM seat_claims WHERE hold_id = {id.Value}", row => new FlightId(row.GetInt64(0)), cancel);
        foreach (var left in held.Where(one => legs.TrueForAll(leg => leg.Plan.FlightId != one))) legs.Add((await ReadSeating.PlanAsync(db, left, cancel), []));
        return legs.OrderBy(leg => leg.Plan.FlightId);
    }

    // The cabins of the new seats, and those of the seats that are given back.
    private async Task<IEnumerable<Cabin>> CabinsAsync(AirlineDb db, SeatingPlan plan, IReadOnlyList<SeatNumber> wanted, HoldId id, CancellationToken cancel)
    {
        var asked = wanted.Select(seat => plan.CabinOf(seat) ?? plan.Lowest);
        if (request.Instead is null) return asked;
        var held = await db.ReadAsync(
            $"SELECT DISTINCT cabin FROM seat_claims WHERE hold_id = {id.Value} AND flight_id = {plan.FlightId.Value}", row => (Cabin)row.GetInt32(0), cancel);
        return asked.Concat(held);
    }

    private async Task<List<SeatNumber>> GiveBackAsync(AirlineDb db, FlightId flight, HoldId id, CancellationToken cancel) => request.Instead is null
        ? []
        : await db.ReadAsync(
            $"DELETE FROM seat_claims WHERE hold_id = {id.Value} AND flight_id = {flight.Value} AND state = {(int)ClaimState.Held} RETURNING seat",
            row => SeatNumber.Parse(row.GetString(0)),
            cancel);

    // Seats that are being paid for count like held ones: a payment that is begun and left alone keeps them as well.
    private async Task<bool> IsOverLimitAsync(AirlineDb db, HoldId id, string holder, CancellationToken cancel)
    {
        if (request.Holder.Key is not null)
        {
            var held = await db.ReadAsync(
                $"""
                SELECT flight_id, COUNT(*) FROM seat_claims
                WHERE holder = {holder} AND (state = {(int)ClaimState.Held} AND held_until > {now} OR state = {(int)ClaimState.Paying}) AND hold_id <> {id.Value} GROUP BY flight_id
                """,
                row => (Flight: row.GetInt64(0), Seats: row.GetInt32(1)),
                cancel);
            if (IsOver(held, Holder.MostSeatsOnAFlight) || held.Count(one => flights.All(flight => flight.Plan.FlightId.Value != one.Flight)) + flights.Count > Holder.MostFlights) return true;
        }
        if (request.Holder.Address is not { } address) return false;
        var fromThere = await db.ReadAsync(
            $"""
            SELECT c.flight_id, COUNT(*) FROM seat_holds h JOIN seat_claims c ON c.hold_id = h.id
            WHERE h.address = {address} AND (c.state = {(int)ClaimState.Held} AND c.held_until > {now} OR c.state = {(int)ClaimState.Paying}) AND h.id <> {id.Value} GROUP BY c.flight_id
            """,
            row => (Flight: row.GetInt64(0), Seats: row.GetInt32(1)),
            cancel);
        return IsOver(fromThere, Holder.MostSeatsOnAFlightByAddress) || fromThere.Sum(one => one.Seats) + seats.Count > Holder.MostSeatsByAddress;
    }

    private bool IsOver(List<(long Flight, int Seats)> held, int most) =>
        flights.Any(flight => held.Where(one => one.Flight == flight.Plan.FlightId.Value).Sum(one => one.Seats) + seats.Count > most);
}
