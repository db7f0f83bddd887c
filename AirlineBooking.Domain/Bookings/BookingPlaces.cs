using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Takes, keeps, sells and gives back the places of a booking, flight by flight in ascending order, inside a unit of work.</summary>
internal static class BookingPlaces
{
    /// <summary>Turns held seats into seats that are being paid for, and counts who has none. Answers why not, or nothing.</summary>
    /// <param name="db">The unit's context.</param>
    /// <param name="booking">Whose they become.</param>
    /// <param name="places">What it needs, flights ascending.</param>
    /// <param name="countUnseated">False when the places without a seat are counted already.</param>
    /// <param name="feed">Hears of it after the commit.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public static async Task<BookingRefusal?> TakeAsync(
        AirlineDb db, BookingId booking, IReadOnlyList<FlightPlaces> places, bool countUnseated, SeatMapFeed feed, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var flight in places)
        {
            var change = await FlightClaims.OpenAsync(db, flight.Plan, [flight.Cabin], now, cancel);
            foreach (var seat in flight.Seats)
            {
                var taken = await db.ExecuteAsync(
                    $"""
                    UPDATE seat_claims SET state = {(int)ClaimState.Paying}, held_until = NULL, booking_id = {booking.Value}, passenger_id = {seat.Passenger.Value}
                    WHERE flight_id = {flight.Plan.FlightId.Value} AND seat = {seat.Seat.ToString()} AND state = {(int)ClaimState.Held} AND held_until > {now}
                      AND hold_id = {seat.Hold}
                    """,
                    cancel);
                if (taken != 1) return BookingRefusal.SeatsLost;
            }
            if (countUnseated) await change.AddUnseatedAsync(flight.Cabin, flight.Unseated, cancel);
            if (!await change.TryCloseAsync(cancel)) return BookingRefusal.CabinFull;
            db.AfterCommit(() => feed.Publish(change.Told));
        }
        return null;
    }

    /// <summary>Gives the seats to their passengers for good. Seats and places that were given up meanwhile are taken again if they are free. Answers why not, or nothing.</summary>
    public static async Task<BookingRefusal?> SellAsync(
        AirlineDb db, BookingId booking, IReadOnlyList<FlightPlaces> places, bool countUnseated, SeatMapFeed feed, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var flight in places)
        {
            var change = await FlightClaims.OpenAsync(db, flight.Plan, [flight.Cabin], now, cancel);
            foreach (var seat in flight.Seats)
            {
                var sold = await db.ExecuteAsync(
                    $"""
                    UPDATE seat_claims SET state = {(int)ClaimState.Sold}, held_until = NULL, hold_id = NULL, holder = NULL, passenger_id = {seat.Passenger.Value}
                    WHERE flight_id = {flight.Plan.FlightId.Value} AND seat = {seat.Seat.ToString()} AND booking_id = {booking.Value} AND state <= {(int)ClaimState.Paying}
                    """,
                    cancel);
                if (sold == 1) change.Changed(seat.Seat, SeatState.Occupied);
                else if (!await change.TrySellAsync(seat.Seat, flight.Cabin, booking.Value, seat.Passenger.Value, cancel)) return BookingRefusal.SeatsLost;
            }
            if (countUnseated) await change.AddUnseatedAsync(flight.Cabin, flight.Unseated, cancel);
            if (!await change.TryCloseAsync(cancel)) return BookingRefusal.CabinFull;
            db.AfterCommit(() => feed.Publish(change.Told));
        }
        return null;
    }

    /// <summary>Gives seats that were being paid for back to their hold, until a time: their owner may try another card.</summary>
    public static async Task KeepAsync(AirlineDb db, BookingId booking, DateTimeOffset until, CancellationToken cancel)
    {
        await db.ExecuteAsync(
            $"""
            UPDATE seat_holds SET expires_at = {until}
            WHERE expires_at < {until} AND id IN (SELECT hold_id FROM seat_claims WHERE booking_id = {booking.Value} AND state = {(int)ClaimState.Paying})
            """,
            cancel);
        await db.ExecuteAsync(
            $"""
            UPDATE seat_claims SET state = {(int)ClaimState.Held}, held_until = (SELECT h.expires_at FROM seat_holds h WHERE h.id = seat_claims.hold_id)
            WHERE booking_id = {booking.Value} AND state = {(int)ClaimState.Paying}
            """,
            cancel);
    }

    /// <summary>Frees every seat of the booking on some flights, and as many places without a seat.</summary>
    public static async Task GiveBackAsync(
        AirlineDb db, BookingId booking, IReadOnlyList<FlightPlaces> places, bool countUnseated, SeatMapFeed feed, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var flight in places)
        {
            var change = await FlightClaims.OpenAsync(db, flight.Plan, [flight.Cabin], now, cancel);
            foreach (var seat in flight.Seats)
            {
                var freed = await db.ExecuteAsync(
                    $"DELETE FROM seat_claims WHERE flight_id = {flight.Plan.FlightId.Value} AND seat = {seat.Seat.ToString()} AND booking_id = {booking.Value}", cancel);
                if (freed == 1) change.Changed(seat.Seat, SeatState.Available);
            }
            if (countUnseated) await change.AddUnseatedAsync(flight.Cabin, -flight.Unseated, cancel);
            if (!await change.TryCloseAsync(cancel)) throw new InvalidOperationException($"Giving places of {flight.Plan.FlightId} back made it fuller.");
            db.AfterCommit(() => feed.Publish(change.Told));
        }
    }

    /// <summary>What an unpaid booking needs of each flight, as it was asked for; the holds are those that its seats are kept under now.</summary>
    public static async Task<IReadOnlyList<FlightPlaces>> OfUnpaidAsync(AirlineDb db, BookingId booking, SoldTrip sold, IReadOnlyList<BookingPassenger> passengers, CancellationToken cancel)
    {
        var holds = await db.ReadAsync(
            $"SELECT flight_id, seat, hold_id FROM seat_claims WHERE booking_id = {booking.Value} AND hold_id IS NOT NULL",
            row => (Flight: new FlightId(row.GetInt64(0)), Seat: SeatNumber.Parse(row.GetString(1)), Hold: new HoldId(row.GetGuid(2))),
            cancel);
        var places = new List<FlightPlaces>();
        foreach (var flight in sold.Segments.Select(segment => segment.FlightId).Distinct().Order())
        {
            var seats = sold.Seats.Where(seat => seat.FlightId == flight).OrderBy(seat => seat.Seat)
                .Select(seat => new ChosenSeat(
                    seat.Seat, passengers[seat.Passenger].Id, holds.Where(held => held.Flight == flight && held.Seat == seat.Seat).Select(held => (HoldId?)held.Hold).FirstOrDefault()))
                .ToList();
            var seated = passengers.Count(passenger => passenger.Type is not Fares.PassengerType.Infant);
            places.Add(new FlightPlaces(await ReadSeating.PlanAsync(db, flight, cancel), sold.Cabin, seats, seated - seats.Count));
        }
        return places;
    }
}
