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
/// <remarks>
/// When nobody is named, everybody who flies checks in. An infant and the adult whose lap it sits on check in together, whichever of
/// them is named: neither boards without the other. Refuses: see <see cref="CheckInRefusal"/>.
/// </remarks>
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
        var flying = await FlyingAsync(db, id, people, flightId, cancel);
        var asked = flying.FindAll(one => passengers.Count == 0 || passengers.Contains(one.Id));
        if (asked.Count == 0 || asked.Count < passengers.Distinct().Count()) return CheckInRefusal.NotPossible;
        var window = options.Value.WindowAt(flight.Origin, flight.LeavesAt);
        if (!window.IsOpen(now)) return Outcome<CheckedIn, CheckInRefusal>.Refused(CheckInRefusal.CheckInClosed, new CheckInDetail(window, []));
        var going = flying.FindAll(one => asked.Exists(other => one == other || one.InfantOf == other.Id || other.InfantOf == one.Id));
        if (await DocumentProblemsAsync(db, flight, going, documents, DateOnly.FromDateTime(now.UtcDateTime), cancel) is { Count: > 0 } missing)
        {
            return Outcome<CheckedIn, CheckInRefusal>.Refused(CheckInRefusal.DocumentRequired, new CheckInDetail(null, missing));
        }
        for (var tries = 1; ; tries++)
        {
            if (await SeatsForAsync(db, booking, sold, flightId, going, flying, cancel) is not { } seats) return CheckInRefusal.NoSeatLeft;
            var outcome = await write((unit, token) => WriteAsync(unit, booking, sold, flightId, going, seats, documents, who, token));
            // Somebody may have taken a seat that was about to be given; then another is.
            if (outcome.Refusal is not CheckInRefusal.NoSeatLeft || tries == MostTriesForASeat) return outcome;
        }
    }

    // Whoever's coupon of the flight was given back stays at home, and an infant whose adult does stays with them.
    private static async Task<List<BookingPassenger>> FlyingAsync(AirlineDb db, BookingId id, List<BookingPassenger> people, FlightId flight, CancellationToken cancel)
    {
        var live = await db.ReadAsync(
            $"SELECT passenger_id FROM coupons WHERE booking_id = {id} AND flight_id = {flight.Value} AND (status = {CouponStatus.Open} OR status = {CouponStatus.CheckedIn})",
            row => new PassengerId(row.GetGuid(0)),
            cancel);
        return people.FindAll(one => live.Contains(one.Id) && (one.InfantOf is not { } lap || live.Contains(lap)));
    }

    private async Task<IReadOnlyList<OrderProblem>> DocumentProblemsAsync(
        AirlineDb db, Flight flight, IReadOnlyList<BookingPassenger> going, IReadOnlyDictionary<PassengerId, DocumentOrder> documents, DateOnly today, CancellationToken cancel)
    {
        var problems = new List<OrderProblem>();
        foreach (var (passenger, document) in documents) OrderChecks.AddDocumentProblems(problems, $"/documents/{passenger}", document, today);
        if (directories.Current.Find(flight.Origin)?.Country == directories.Current.Find(flight.Destination)?.Country) return problems;
        var ids = going.Select(one => one.Id).ToList();
        var known = await db.TravelDocuments.AsNoTracking().Where(document => ids.Contains(document.PassengerId)).Select(document => document.PassengerId).ToListAsync(cancel);
        foreach (var one in going.Where(one => !known.Contains(one.Id) && !documents.ContainsKey(one.Id)))
        {
            problems.Add(new($"/documents/{one.Id}/number", "document_required", "An international flight needs a passport or an identity card."));
        }
        return problems;
    }

    // A seat for everybody who has none, the best that is free now and suits them: on all legs that the aircraft flies on as, or else on this one.
    private async Task<SeatsToGive?> SeatsForAsync(
        AirlineDb db, Booking booking, SoldTrip sold, FlightId flight, List<BookingPassenger> going, List<BookingPassenger> flying, CancellationToken cancel)
    {
        var have = (await db.ReadAsync(
            $"SELECT passenger_id, seat FROM seat_claims WHERE booking_id = {booking.Id} AND flight_id = {flight.Value}", row => (Passenger: new PassengerId(row.GetGuid(0)), Seat: SeatNumber.Parse(row.GetString(1))), cancel))
            .ToDictionary(one => one.Passenger, one => one.Seat);
        var without = going.FindAll(one => one.Type is not PassengerType.Infant && !have.ContainsKey(one.Id));
        if (without.Count == 0) return new SeatsToGive([flight], new Dictionary<PassengerId, SeatNumber>());
        var carriers = flying.Select(one => one.InfantOf).OfType<PassengerId>().ToHashSet();
        var needs = (await BookingRows.TravellersAsync(db, booking.Id, cancel)).ToDictionary(one => one.PassengerId, one => SeatsOfBooking.NeedsHelp(one.Assistance));
        var people = without.ConvertAll(one => (one.Id, new SeatedPassenger(one.Type, carriers.Contains(one.Id), needs[one.Id])));
        SeatNumber[] withInfants = [.. have.Where(one => carriers.Contains(one.Key)).Select(one => one.Value)];
        foreach (var legs in new[] { sold.LegsWith(flight), [flight] })
        {
            var read = new List<SeatMap>(legs.Count);
            foreach (var leg in legs) read.Add(await maps.RunAsync(leg, [], cancel) ?? throw new InvalidOperationException($"There is no flight {leg}."));
            if (SeatsAtCheckIn.Choose(read, sold.Cabin, people, withInfants) is { } seats) return new SeatsToGive(legs, seats);
        }
        return null;
    }

    private async Task<Outcome<CheckedIn, CheckInRefusal>> WriteAsync(
        AirlineDb db, Booking booking, SoldTrip sold, FlightId flight, List<BookingPassenger> going, SeatsToGive give,
        IReadOnlyDictionary<PassengerId, DocumentOrder> documents, string who, CancellationToken cancel)
    {
        var now = UtcInstant.Truncate(clock.GetUtcNow());
        var changes = new List<FlightClaims>(give.Legs.Count);
        foreach (var leg in give.Legs) changes.Add(await FlightClaims.OpenAsync(db, await ReadSeating.PlanAsync(db, leg, cancel), [sold.Cabin], now, cancel));
        var passes = new List<BoardingPassId>(going.Count);
        foreach (var one in going)
        {
            var open = await db.ExecuteAsync(
                $"""
                UPDATE coupons SET status = {CouponStatus.CheckedIn}, status_at = CASE WHEN status = {CouponStatus.CheckedIn} THEN status_at ELSE {now} END
                WHERE booking_id = {booking.Id} AND passenger_id = {one.Id} AND flight_id = {flight.Value} AND (status = {CouponStatus.Open} OR status = {CouponStatus.CheckedIn})
                """,
                cancel);
            if (open != 1) return CheckInRefusal.NotPossible;
            foreach (var change in changes.Where(change => one.Type is not PassengerType.Infant && (change.FlightId == flight || give.Seats.ContainsKey(one.Id))))
            {
                if (!await SeatAsync(db, change, booking, one, sold.Cabin, give.Seats, cancel)) return CheckInRefusal.NoSeatLeft;
            }
            if (documents.TryGetValue(one.Id, out var document)) await BookingRows.InsertAsync(db, Encrypted(one.Id, document), cancel);
            passes.Add(await PassAsync(db, booking.Id, one.Id, flight, now, cancel));
        }
        foreach (var change in changes)
        {
            if (!await change.TryCloseAsync(cancel)) return CheckInRefusal.NoSeatLeft;
            db.AfterCommit(() => feed.Publish(change.Told));
        }
        await db.ExecuteAsync($"UPDATE bookings SET version = version + 1 WHERE id = {booking.Id}", cancel);
        await Audit.AddAsync(db, now, who, "checked_in", booking.Id.ToString(), flight.ToString(), cancel);
        return new CheckedIn(booking.Id, passes);
    }

    private static async Task<bool> SeatAsync(AirlineDb db, FlightClaims change, Booking booking, BookingPassenger one, Cabin cabin, IReadOnlyDictionary<PassengerId, SeatNumber> given, CancellationToken cancel)
    {
        var seated = await db.ReadAsync(
            $"SELECT COUNT(*) FROM seat_claims WHERE booking_id = {booking.Id} AND passenger_id = {one.Id} AND flight_id = {change.FlightId.Value}", row => row.GetInt32(0), cancel);
        if (seated[0] > 0) return true;
        if (!given.TryGetValue(one.Id, out var seat) || !await change.TrySellAsync(seat, cabin, booking.Id.Value, one.Id.Value, cancel)) return false;
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

    private sealed record SeatsToGive(IReadOnlyList<FlightId> Legs, IReadOnlyDictionary<PassengerId, SeatNumber> Seats);
}
