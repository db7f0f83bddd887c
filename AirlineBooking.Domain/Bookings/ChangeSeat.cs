using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Gives a passenger of a confirmed booking another seat, or the first one, in one commit: they never have two and never none.</summary>
/// <remarks>
/// A boarding pass that they have says the new seat from then on. Refuses: booking unknown; not in booking; not possible, when it is not
/// confirmed, the flight is cancelled, by the airline or for them, or leaves within an hour, as far as is known now; seat unknown; seat
/// not suitable, also when it costs more than what was paid; seats taken; cabin full.
/// </remarks>
public sealed class ChangeSeat(
    Writes writes, IDbContextFactory<AirlineDb> databases, ReadSeatMap maps, SeatQuotes quotes, SeatMapFeed feed, BookingStates states, TimeProvider clock)
{
    /// <summary>Until so long before departure a seat can be changed.</summary>
    public static readonly TimeSpan ClosesBefore = TimeSpan.FromHours(1);

    /// <summary>Whether seats of a flight can be changed that stands so and leaves then.</summary>
    public static bool IsOpen(FlightStatus status, DateTimeOffset leavesAt, DateTimeOffset now) => status.IsAhead() && now < leavesAt - ClosesBefore;

    public async Task<Outcome<BookedTrip, BookingRefusal>> RunAsync(BookingId id, FlightId flight, PassengerId passenger, SeatNumber seat, string who, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await BookingRows.FindAsync(db, id, cancel) is not { } booking) return BookingRefusal.BookingUnknown;
        var passengers = await BookingRows.PassengersAsync(db, id, cancel);
        var sold = booking.ReadSold();
        if (passengers.Find(one => one.Id == passenger) is not { } person || sold.Segments.FirstOrDefault(one => one.FlightId == flight) is not { } segment) return BookingRefusal.NotInBooking;
        var leaving = await db.Flights.AsNoTracking().SingleAsync(one => one.Id == flight, cancel);
        if (booking.Status is not BookingStatus.Confirmed || !IsOpen(leaving.Status, leaving.LeavesAt, now) || person.Type is PassengerType.Infant) return BookingRefusal.NotPossible;
        var plan = await ReadSeating.PlanAsync(db, flight, cancel);
        if (plan.CabinOf(seat) is null) return BookingRefusal.SeatUnknown;
        if (await RefuseAsync(db, booking, sold, passengers, person, segment, plan, seat, now, cancel) is { } unsuitable)
        {
            return Outcome<BookedTrip, BookingRefusal>.Refused(BookingRefusal.SeatNotSuitable, unsuitable);
        }
        var outcome = await writes.RunAsync((unit, token) => ChangeAsync(unit, booking, person, sold.Cabin, sold.LegsWith(flight), seat, who, token), cancel);
        if (outcome.Refusal is not BookingRefusal.SeatsTaken || await maps.RunAsync(flight, [], cancel) is not { } map) return outcome;
        return Outcome<BookedTrip, BookingRefusal>.Refused(
            BookingRefusal.SeatsTaken, new BookingDetail { Seats = [new SeatOnMap(seat, map.StateOf(seat))], Alternatives = SeatsForParty.Instead(map, [seat]) });
    }

    private async Task<BookingDetail?> RefuseAsync(
        AirlineDb db, Booking booking, SoldTrip sold, IReadOnlyList<BookingPassenger> passengers, BookingPassenger person, OfferSegment segment, SeatingPlan plan, SeatNumber seat, DateTimeOffset now, CancellationToken cancel)
    {
        var state = await states.ReadAsync(db, booking, passengers, now, cancel);
        var carriers = passengers.Where(one => state.Passengers[one.Position].Coupons.Any(coupon => coupon.FlightId == segment.FlightId && coupon.IsLive()))
            .Select(one => one.InfantOf).OfType<PassengerId>().ToHashSet();
        var withInfants = passengers.Where(one => carriers.Contains(one.Id) && one.Id != person.Id).Select(one => state.Passengers[one.Position].Seats.TryGetValue(segment.FlightId, out var other) ? other : default).ToList();
        var assistance = await db.Travellers.AsNoTracking().Where(one => one.PassengerId == person.Id).Select(one => one.Assistance).SingleAsync(cancel);
        var seated = new SeatedPassenger(person.Type, carriers.Contains(person.Id), SeatsOfBooking.NeedsHelp(assistance));
        if (SeatSuitability.Against(plan.Layout, sold.Cabin, seat, seated, withInfants, bassinetsOpen: carriers.Count > 0) is { } objection) return Because(seat, SeatSuitability.WordsFor(objection));
        var paid = sold.Seats.Where(one => one.Passenger == person.Position && one.FlightId == segment.FlightId).Select(one => one.Price.MinorUnits).Sum();
        var price = quotes.For(plan.Layout, segment.Origin, segment.Destination, sold.Family)(seat);
        return price.MinorUnits > paid ? Because(seat, "It costs more than the seat that was paid for.") : null;
    }

    private static BookingDetail Because(SeatNumber seat, string why) =>
        new() { Seats = [new SeatOnMap(seat, SeatState.Available)], Problems = [new("/seat", "seat_not_suitable", $"{seat}: {why}")] };

    private async Task<Outcome<BookedTrip, BookingRefusal>> ChangeAsync(
        AirlineDb db, Booking booking, BookingPassenger person, Cabin cabin, IReadOnlyList<FlightId> legs, SeatNumber seat, string who, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var leg in legs)
        {
            var change = await FlightClaims.OpenAsync(db, await ReadSeating.PlanAsync(db, leg, cancel), [cabin], now, cancel);
            // The coupon decides whether they still fly.
            var open = await db.ReadAsync(
                $"SELECT status FROM coupons WHERE booking_id = {booking.Id} AND passenger_id = {person.Id} AND flight_id = {leg.Value}", row => (CouponStatus)row.GetInt32(0), cancel);
            if (open is not [CouponStatus.Open or CouponStatus.CheckedIn]) return BookingRefusal.NotPossible;
            var given = await db.ReadAsync(
                $"DELETE FROM seat_claims WHERE flight_id = {leg.Value} AND booking_id = {booking.Id} AND passenger_id = {person.Id} RETURNING seat", row => SeatNumber.Parse(row.GetString(0)), cancel);
            foreach (var old in given) change.Changed(old, SeatState.Available);
            if (!await change.TrySellAsync(seat, cabin, booking.Id.Value, person.Id.Value, cancel)) return BookingRefusal.SeatsTaken;
            // Who had a place without a seat gives that place for the seat.
            if (given.Count == 0) await change.AddUnseatedAsync(cabin, -1, cancel);
            if (!await change.TryCloseAsync(cancel)) return BookingRefusal.CabinFull;
            db.AfterCommit(() => feed.Publish(change.Told));
        }
        await db.ExecuteAsync($"UPDATE bookings SET version = version + 1 WHERE id = {booking.Id}", cancel);
        await Audit.AddAsync(db, now, who, "seat_changed", booking.Id.ToString(), $"{person.Id} {legs[0]} {seat}", cancel);
        return new BookedTrip(booking.Id, await states.ReadAsync(db, booking.Id, now, cancel));
    }
}
