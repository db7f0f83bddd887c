using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Bookings;

/// <summary>What cancelling gives back, before anything is cancelled.</summary>
public sealed record QuotedCancellation(CancellationId Id, Money Refund, Money Penalty, bool IsFree, DateTimeOffset ExpiresAt);

/// <summary>Reckons what cancelling a booking, some passengers or some slices of it gives back, by the conditions that were sold.</summary>
/// <remarks>Refuses: booking unknown; not in booking; not possible, when nothing of what is named can be cancelled any more; companion required.</remarks>
public sealed class QuoteCancellation(
    RunOnce once, IDbContextFactory<AirlineDb> databases, BookingStates states, IOptions<AirlineOptions> options, Randomness random, TimeProvider clock)
{
    /// <param name="key">Who asks for what.</param>
    /// <param name="id">The booking.</param>
    /// <param name="passengers">Whose journey; everybody's when none is named. An infant goes with the lap it sits on.</param>
    /// <param name="slices">Which ways, by index; all when none is named.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public Task<Once<QuotedCancellation, BookingRefusal>> RunAsync(
        RunOnceKey? key, BookingId id, IReadOnlyCollection<PassengerId> passengers, IReadOnlyCollection<int> slices, CancellationToken cancel) =>
        once.RunAsync<QuotedCancellation, BookingRefusal, BookingDetail>(
            key, write => QuoteAsync(id, passengers, slices, write, cancel), refusal => refusal is not BookingRefusal.BookingUnknown, cancel);

    private async Task<Outcome<QuotedCancellation, BookingRefusal>> QuoteAsync(
        BookingId id, IReadOnlyCollection<PassengerId> passengers, IReadOnlyCollection<int> slices, OneUnit<QuotedCancellation, BookingRefusal> write, CancellationToken cancel)
    {
        var now = UtcInstant.Truncate(clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await BookingRows.FindAsync(db, id, cancel) is not { } booking) return BookingRefusal.BookingUnknown;
        if (booking.Status is not BookingStatus.Confirmed) return BookingRefusal.NotPossible;
        var people = await BookingRows.PassengersAsync(db, id, cancel);
        var sold = booking.ReadSold();
        if (passengers.Any(asked => people.TrueForAll(one => one.Id != asked)) || slices.Any(slice => slice < 0 || slice >= sold.Slices.Count)) return BookingRefusal.NotInBooking;
        var asked = passengers.Count == 0 ? people.ConvertAll(one => one.Id).ToHashSet() : [.. passengers];
        foreach (var infant in people.Where(one => one.InfantOf is { } lap && asked.Contains(lap)).ToList()) asked.Add(infant.Id);

        var state = await states.ReadAsync(db, booking, people, now, cancel);
        var parts = CancellableParts.Of(booking, sold, people, state, now)
            .Where(part => asked.Contains(people[part.Passenger].Id) && (slices.Count == 0 || slices.Contains(part.Slice))).ToList();
        if (parts.Count == 0) return BookingRefusal.NotPossible;
        if (Companions.AreLost(sold, people, await BookingRows.TravellersAsync(db, id, cancel), state, parts)) return BookingRefusal.CompanionRequired;
        var conditions = CancellableParts.ConditionsOf(booking, sold, options.Value.FreeCancellationHours);
        var amounts = CancellationTerms.Of(parts, conditions, now, await PenaltiesPaidAsync(db, booking, conditions, sold, people, cancel), state.AirlineIsToBlame());
        var quote = new CancellationQuote
        {
            Id = new CancellationId(random.NewId(now)), BookingId = id, BookingVersion = booking.Version, Parts = CancellableParts.Write(parts),
            Refund = amounts.Refund.MinorUnits, Penalty = amounts.Penalty.MinorUnits, CreatedAt = now, ExpiresAt = now + CancellationQuote.Lifetime,
        };
        return await write(async (unit, token) =>
        {
            await unit.ExecuteAsync(
                $"""
                INSERT INTO cancellation_quotes (id, booking_id, booking_version, parts, refund, penalty, created_at, expires_at)
                VALUES ({quote.Id}, {quote.BookingId}, {quote.BookingVersion}, {quote.Parts}, {quote.Refund}, {quote.Penalty}, {quote.CreatedAt}, {quote.ExpiresAt})
                """,
                token);
            return new QuotedCancellation(quote.Id, amounts.Refund, amounts.Penalty, amounts.IsFree, quote.ExpiresAt);
        });
    }

    // Somebody who cancelled one way already has paid for cancelling.
    private static async Task<Dictionary<int, Money>> PenaltiesPaidAsync(
        AirlineDb db, Booking booking, SoldConditions conditions, SoldTrip sold, List<BookingPassenger> people, CancellationToken cancel)
    {
        var penalised = await db.Set<CancellationQuote>().AsNoTracking()
            .Where(quote => quote.BookingId == booking.Id && quote.ConfirmedAt != null && quote.Penalty > 0).ToListAsync(cancel);
        var paid = new Dictionary<int, Money>();
        foreach (var quote in penalised.OrderBy(quote => quote.ConfirmedAt))
        {
            var amounts = CancellationTerms.Of(CancellableParts.Read(quote.Parts, booking, sold, people), conditions, quote.CreatedAt, paid);
            foreach (var part in amounts.Parts)
            {
                paid[part.Part.Passenger] = paid.TryGetValue(part.Part.Passenger, out var before) ? before + part.Penalty : part.Penalty;
            }
        }
        return paid;
    }
}
