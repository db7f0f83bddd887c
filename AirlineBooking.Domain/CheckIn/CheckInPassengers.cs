using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>Checks passengers in for a flight: who has no seat gets one, and each gets a boarding pass. Checking in again answers the same passes.</summary>
/// <remarks>Refuses: see <see cref="CheckInRefusal"/>.</remarks>
public sealed class CheckInPassengers(
    RunOnce once, IDbContextFactory<AirlineDb> databases, ReadSeatMap maps, AirportDirectories directories, IDocumentCipher cipher, SeatMapFeed feed,
    IOptions<CheckInOptions> options, Randomness random, TimeProvider clock)
{
    private const int MostTriesForASeat = 5;

    public Task<Once<CheckedIn, CheckInRefusal>> RunAsync(
        RunOnceKey? key, BookingId id, FlightId flight, IReadOnlyCollection<PassengerId> passengers, IReadOnlyDictionary<PassengerId, DocumentOrder> documents, string who, CancellationToken cancel) =>
        once.RunAsync<CheckedIn, CheckInRefusal, CheckInDetail>(
            key, write => CheckInAsync(id, flight, passengers, documents, who, write, cancel), refusal => refusal is not CheckInRefusal.BookingUnknown, cancel);

    private async Task<Outcome<CheckedIn, CheckInRefusal>> CheckInAsync(
        BookingId id, FlightId flightId, IReadOnlyCollection<PassengerId> passengers, IReadOnlyDictionary<PassengerId, DocumentOrder> documents, string who,
        OneUnit<CheckedIn, CheckInRefusal> write, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await BookingRows.FindAsync(db, id, cancel) is not { } booking) return CheckInRefusal.BookingUnknown;
        var people = await BookingRows.PassengersAsync(db, id, cancel);
        var sold = booking.ReadSold();
        if (sold.Segments.All(segment => segment.FlightId != flightId) || passengers.Any(asked => people.TrueForAll(one => one.Id != asked))) return CheckInRefusal.NotInBooking;
        if (booking.Status is not BookingStatus.Confirmed) return CheckInRefusal.NotPossible;
        var flight = await db.Flights.AsNoTracking().SingleAsync(one => one.Id == flightId, cancel);
        if (!flight.Status.IsAhead()) return CheckInRefusal.NotPossible;
        var window = options.Value.WindowAt(flight.Origin, flight.LeavesAt);
        if (!window.IsOpen(now)) return Outcome<CheckedIn, CheckInRefusal>.Refused(CheckInRefusal.CheckInClosed, new CheckInDetail(window, []));
        var asked = people.Where(one => passengers.Count == 0 || passengers.Contains(one.Id) || one.InfantOf is { } lap && passengers.Contains(lap)).ToList();
        if (await DocumentProblemsAsync(db, flight, asked, documents, DateOnly.FromDateTime(now.UtcDateTime), cancel) is { Count: > 0 } missing)
        {
            return Outcome<CheckedIn, CheckInRefusal>.Refused(CheckInRefusal.DocumentRequired, new CheckInDetail(null, missing));
        }
        for (var tries = 1; ; tries++)
        {
            var seats = await SeatsForAsync(db, booking, sold, flightId, asked, cancel);
            if (seats is null) return CheckInRefusal.NoSeatLeft;
            var outcome = await write((unit, token) => WriteAsync(unit, booking, sold, flightId, asked, seats, documents, who, token));
            // Somebody may have taken a seat that was about to be given; then another is.
            if (outcome.Refusal is not CheckInRefusal.NoSeatLeft || tries == MostTriesForASeat) return outcome;
        }
    }

    private async Task<IReadOnlyList<OrderProblem>> DocumentProblemsAsync(
        AirlineDb db, Flight flight, IReadOnlyList<BookingPassenger> asked, IReadOnlyDictionary<PassengerId, DocumentOrder> documents, DateOnly today, CancellationToken cancel)
    {
        var problems = new List<OrderProblem>();
        foreach (var (passenger, document) in documents) OrderChecks.AddDocumentProblems(problems, $"/documents/{passenger}", document, today);
        if (directories.Current.Find(flight.Origin)?.Country == directories.Current.Find(flight.Destination)?.Country) return problems;
        var ids = asked.Select(one => one.Id).ToList();
        var known = await db.TravelDocuments.AsNoTracking().Where(document => ids.Contains(document.PassengerId)).Select(document => document.PassengerId).ToListAsync(cancel);
        foreach (var one in asked.Where(one => !known.Contains(one.Id) && !documents.ContainsKey(one.Id)))
        {
            problems.Add(new($"/documents/{one.Id}/number", "document_required", "An international flight needs a passport or an identity card."));
        }
        return problems;
    }

    // A seat for everybody who needs one: what they have, or the best that is free now and does not ask anything of them.
    private async Task<Dictionary<PassengerId, SeatNumber>?> SeatsForAsync(AirlineDb db, Booking booking, SoldTrip sold, FlightId flight, IReadOnlyList<BookingPassenger> asked, CancellationToken cancel)
    {
        var have = await db.ReadAsync(
            $"SELECT passenger_id, seat FROM seat_claims WHERE booking_id = {booking.Id} AND flight_id = {flight.Value}", row => (Passenger: new PassengerId(row.GetGuid(0)), Seat: SeatNumber.Parse(row.GetString(1))), cancel);
        var seats = have.ToDictionary(one => one.Passenger, one => one.Seat);
        var without = asked.Where(one => one.Type is not PassengerType.Infant && !seats.ContainsKey(one.Id)).ToList();
        if (without.Count == 0) return seats;
        if (await maps.RunAsync(flight, [], cancel) is not { } map) return null;
        var party = new Party(without.Count(one => one.Type is PassengerType.Adult), without.Count(one => one.Type is PassengerType.Child), 0);
        var best = SeatsForParty.Best(map, new BestSeatsWish(without.Count, sold.Cabin, null, null), sold.Cabin, party, _ => Money.Zero(booking.Currency));
        if (best.Count < without.Count) return null;
        foreach (var (one, seat) in without.OrderBy(one => one.Type).Zip(PartySeating.Of(map.Layout, best, party))) seats[one.Id] = seat;
        return seats;
    }

    private async Task<Outcome<CheckedIn, CheckInRefusal>> WriteAsync(
        AirlineDb db, Booking booking, SoldTrip sold, FlightId flight, List<BookingPassenger> asked, Dictionary<PassengerId, SeatNumber> seats,
        IReadOnlyDictionary<PassengerId, DocumentOrder> documents, string who, CancellationToken cancel)
    {
        var now = UtcInstant.Truncate(clock.GetUtcNow());
        var change = await FlightClaims.OpenAsync(db, await ReadSeating.PlanAsync(db, flight, cancel), [sold.Cabin], now, cancel);
        var passes = new List<BoardingPassId>(asked.Count);
        foreach (var one in asked)
        {
            var open = await db.ExecuteAsync(
                $"""
                UPDATE coupons SET status = {CouponStatus.CheckedIn}, status_at = CASE WHEN status = {CouponStatus.CheckedIn} THEN status_at ELSE {now} END
                WHERE booking_id = {booking.Id} AND passenger_id = {one.Id} AND flight_id = {flight.Value} AND (status = {CouponStatus.Open} OR status = {CouponStatus.CheckedIn})
                """,
                cancel);
            if (open != 1) return CheckInRefusal.NotPossible;
            if (one.Type is not PassengerType.Infant && !await SeatAsync(db, change, booking, one, sold.Cabin, seats[one.Id], cancel)) return CheckInRefusal.NoSeatLeft;
            if (documents.TryGetValue(one.Id, out var document)) await BookingRows.InsertAsync(db, Encrypted(one.Id, document), cancel);
            passes.Add(await PassAsync(db, booking.Id, one.Id, flight, now, cancel));
        }
        if (!await change.TryCloseAsync(cancel)) return CheckInRefusal.NoSeatLeft;
        db.AfterCommit(() => feed.Publish(change.Told));
        await db.ExecuteAsync($"UPDATE bookings SET version = version + 1 WHERE id = {booking.Id}", cancel);
        await Audit.AddAsync(db, now, who, "checked_in", booking.Id.ToString(), flight.ToString(), cancel);
        return new CheckedIn(booking.Id, passes);
    }

    private static async Task<bool> SeatAsync(AirlineDb db, FlightClaims change, Booking booking, BookingPassenger one, Cabin cabin, SeatNumber seat, CancellationToken cancel)
    {
        var seated = await db.ReadAsync(
            $"SELECT COUNT(*) FROM seat_claims WHERE booking_id = {booking.Id} AND passenger_id = {one.Id} AND flight_id = {change.FlightId.Value}", row => row.GetInt32(0), cancel);
        if (seated[0] > 0) return true;
        if (!await change.TrySellAsync(seat, cabin, booking.Id.Value, one.Id.Value, cancel)) return false;
        await change.AddUnseatedAsync(cabin, -1, cancel);
        return true;
    }

    private async Task<BoardingPassId> PassAsync(AirlineDb db, BookingId booking, PassengerId passenger, FlightId flight, DateTimeOffset now, CancellationToken cancel)
    {
        // The flight is locked by the change of its claims, so two who check in at once get different numbers.
        await db.ExecuteAsync(
            $"""
            INSERT INTO boarding_passes (id, booking_id, passenger_id, flight_id, sequence, issued_at)
            SELECT {new BoardingPassId(random.NewId(now))}, {booking}, {passenger}, {flight.Value}, COALESCE(MAX(sequence), 0) + 1, {now} FROM boarding_passes WHERE flight_id = {flight.Value}
            ON CONFLICT (flight_id, passenger_id) DO NOTHING
            """,
            cancel);
        return (await db.ReadAsync(
            $"SELECT id FROM boarding_passes WHERE flight_id = {flight.Value} AND passenger_id = {passenger}", row => new BoardingPassId(row.GetGuid(0)), cancel))[0];
    }

    private TravelDocument Encrypted(PassengerId passenger, DocumentOrder document) => new()
    {
        PassengerId = passenger, Kind = document.Kind, EncryptedNumber = cipher.Encrypt(document.Number), Nationality = document.Nationality,
        IssuingCountry = document.IssuingCountry, ExpiresOn = document.ExpiresOn,
    };
}
