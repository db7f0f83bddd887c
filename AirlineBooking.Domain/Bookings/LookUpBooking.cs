using System.Security.Cryptography;
using System.Text;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Why a booking is not found: no such pair of locator and name, whichever of them is wrong; or too many wrong guesses.</summary>
public enum LookupRefusal { NoSuchPair, TooManyGuesses }

/// <summary>How long whoever guessed too often has to wait at most.</summary>
public sealed record LookupPause(TimeSpan RetryAfter);

/// <summary>A booking that was found by locator and surname.</summary>
public sealed record FoundBooking(BookingId Id);

/// <summary>Finds a booking by its locator and any passenger's surname. All failures do the same work and look the same.</summary>
public sealed class LookUpBooking(Writes writes, IDbContextFactory<AirlineDb> databases, TimeProvider clock)
{
    private const string Nobody = "NOBODY AT ALL";

    /// <summary>Looks up a pair as it was typed.</summary>
    /// <param name="locator">The locator.</param>
    /// <param name="familyName">A passenger's surname.</param>
    /// <param name="address">Where it is asked from; only a digest is kept, for a day.</param>
    /// <param name="countsAddress">False when limits by address are off.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<Outcome<FoundBooking, LookupRefusal>> RunAsync(string locator, string familyName, string address, bool countsAddress, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (from, at) = (DigestOf(address), DigestOf(RecordLocator.TryParse(locator, out var parsed) ? parsed.ToString() : locator));
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (countsAddress && await CountAsync(db, from, at, now, cancel) is var wrong && !LookupGuard.Serves(wrong))
        {
            return Outcome<FoundBooking, LookupRefusal>.Refused(LookupRefusal.TooManyGuesses, new LookupPause(LookupGuard.PauseAfter(wrong)));
        }

        // The same reads and the same comparison whether or not there is such a locator.
        var people = await db.ReadAsync(
            $"""
            SELECT b.id, t.family_name, t.ticket_family_name FROM bookings b
            JOIN booking_passengers p ON p.booking_id = b.id JOIN travellers t ON t.passenger_id = p.id
            WHERE b.locator = {parsed.ToString()}
            """,
            row => (Booking: new BookingId(row.GetGuid(0)), Typed: row.GetString(1), Ticket: row.GetString(2)),
            cancel);
        if (people.Count == 0) people.Add((default, Nobody, Nobody));
        var found = default(BookingId?);
        foreach (var person in people)
        {
            if (Surnames.Match(familyName, person.Typed, person.Ticket)) found = person.Booking;
        }
        if (found is { } booking && booking != default) return new FoundBooking(booking);
        await writes.RunAsync((unit, token) => NoteAsync(unit, from, at, now, token), cancel);
        return LookupRefusal.NoSuchPair;
    }

    private static async Task<WrongGuesses> CountAsync(AirlineDb db, string from, string at, DateTimeOffset now, CancellationToken cancel)
    {
        var (window, hour, day) = (now - LookupGuard.AddressWindow, now - LookupGuard.LocatorWindow, now - LookupGuard.Day);
        var byAddress = await db.ReadAsync($"SELECT at FROM wrong_lookups WHERE address = {from} AND at > {day}", row => row.GetInstant(0), cancel);
        var byLocator = await db.ReadAsync($"SELECT COUNT(*) FROM wrong_lookups WHERE locator = {at} AND at > {hour}", row => row.GetInt32(0), cancel);
        var all = await db.ReadAsync(
            $"SELECT (SELECT COUNT(*) FROM wrong_lookups WHERE at > {window}), (SELECT COUNT(*) FROM wrong_lookups WHERE at > {day})", row => (row.GetInt32(0), row.GetInt32(1)), cancel);
        return new WrongGuesses(byAddress.Count(guess => guess > window), byAddress.Count, byLocator[0], all[0].Item1, all[0].Item2);
    }

    private static async Task NoteAsync(AirlineDb db, string from, string at, DateTimeOffset now, CancellationToken cancel)
    {
        const int most = 100;
        await db.ExecuteAsync($"DELETE FROM wrong_lookups WHERE id IN (SELECT id FROM wrong_lookups WHERE at <= {now - LookupGuard.Day} LIMIT {most})", cancel);
        await db.ExecuteAsync($"INSERT INTO wrong_lookups (at, address, locator) VALUES ({now}, {from}, {at})", cancel);
    }

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"lookup {text}")).AsSpan(0, WrongLookup.DigestLength / 2));
}
