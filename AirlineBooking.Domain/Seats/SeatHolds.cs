using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Seats;

/// <summary>Reads a hold and its seats inside a unit of work.</summary>
internal static class SeatHolds
{
    public static async Task<SeatHold?> FindAsync(AirlineDb db, HoldId id, CancellationToken cancel) => (await db.ReadAsync(
        $"SELECT flight_id, holder, address, offer_id, prices, created_at, expires_at, extensions FROM seat_holds WHERE id = {id.Value}",
        row => new SeatHold
        {
            Id = id,
            FlightId = new FlightId(row.GetInt64(0)),
            Holder = row.GetString(1),
            Address = row.IsDBNull(2) ? null : row.GetString(2),
            OfferId = row.IsDBNull(3) ? null : row.GetString(3),
            Prices = row.GetString(4),
            CreatedAt = row.GetInstant(5),
            ExpiresAt = row.GetInstant(6),
            Extensions = row.GetInt32(7),
        },
        cancel)).FirstOrDefault();

    /// <summary>The claims of a hold on every leg, in ascending order, whatever their state.</summary>
    public static Task<List<SeatClaim>> ClaimsAsync(AirlineDb db, HoldId id, CancellationToken cancel) => db.ReadAsync(
        $"SELECT flight_id, seat, cabin, state, holder, held_until, booking_id, passenger_id FROM seat_claims WHERE hold_id = {id.Value} ORDER BY flight_id, cabin, seat",
        row => new SeatClaim
        {
            FlightId = new FlightId(row.GetInt64(0)),
            Seat = SeatNumber.Parse(row.GetString(1)),
            Cabin = (Kernel.Cabin)row.GetInt32(2),
            State = (ClaimState)row.GetInt32(3),
            HoldId = id,
            Holder = row.IsDBNull(4) ? null : row.GetString(4),
            HeldUntil = row.IsDBNull(5) ? null : row.GetInstant(5),
            BookingId = row.IsDBNull(6) ? null : row.GetGuid(6),
            PassengerId = row.IsDBNull(7) ? null : row.GetGuid(7),
        },
        cancel);
}
