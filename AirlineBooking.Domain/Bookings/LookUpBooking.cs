using System.Security.Cryptography;
using System.Text;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Why a booking is not found: no such pair of locator and name, whichever of them is wrong; or too many wrong guesses.</summary>
public enum LookupRefusal { NoSuchPair, TooManyGuesses }

/// <summary>How long whoever guessed too often has to wait, if nobody guesses meanwhile.</summary>
public sealed record LookupPause(TimeSpan RetryAfter);

/// <summary>A booking that was found by locator and surname.</summary>
public sealed record FoundBooking(BookingId Id);

/// <summary>Finds a booking by its locator and any passenger's surname. All wrong pairs look the same and take as many reads, comparisons and writes.</summary>
public sealed class LookUpBooking(Writes writes, TimeProvider clock)
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
        var (found, tooMany) = await writes.RunAsync(
            async (db, token) =>
            {
                // Guesses from one address or at one locator are answered one after the other, so that each counts those before it.
                await db.OneAtATimeAsync($"lookup from {from}", token);
                await db.OneAtATimeAsync($"lookup at {at}", token);
                if (countsAddress && await CountAsync(db, from, at, now, token) is var (wrong, wait) && !LookupGuard.Serves(wrong)) return (default(BookingId?), (TimeSpan?)wait);
                var booking = await FindAsync(db, parsed, familyName, token);
                if (booking is null) await db.ExecuteAsync($"INSERT INTO wrong_lookups (at, address, locator) VALUES ({now}, {from}, {at})", token);
                return (booking, null);
            },
            cancel);
        if (tooMany is { } pause) return Outcome<FoundBooking, LookupRefusal>.Refused(LookupRefusal.TooManyGuesses, new LookupPause(pause));
        if (found is { } known) return new FoundBooking(known);
        return LookupRefusal.NoSuchPair;
    }

    // As many comparisons as the largest booking has passengers, whether or not there is such a locator.
    private static async Task<BookingId?> FindAsync(AirlineDb db, RecordLocator locator, string familyName, CancellationToken cancel)
    {
        var people = await db.ReadAsync(
            $"""
            SELECT b.id, t.family_name, t.ticket_family_name FROM bookings b
            JOIN booking_passengers p ON p.booking_id = b.id JOIN travellers t ON t.passenger_id = p.id
            WHERE b.locator = {locator.ToString()}
            """,
            row => (Booking: (BookingId?)new BookingId(row.GetGuid(0)), Typed: row.GetString(1), Ticket: row.GetString(2)),
            cancel);
        while (people.Count < Party.MostPassengers) people.Add((null, Nobody, Nobody));
        var found = default(BookingId?);
        foreach (var person in people)
        {
            if (Surnames.Match(familyName, person.Typed, person.Ticket)) found ??= person.Booking;
        }
        return found;
    }

    // The wrong guesses, and after how long those that stand in the way are too old to count.
    private static async Task<(WrongGuesses Wrong, TimeSpan Wait)> CountAsync(AirlineDb db, string from, string at, DateTimeOffset now, CancellationToken cancel)
    {
        var (window, hour, day) = (now - LookupGuard.AddressWindow, now - LookupGuard.LocatorWindow, now - LookupGuard.Day);
        var byAddress = await db.ReadAsync($"SELECT at FROM wrong_lookups WHERE address = {from} AND at > {day} ORDER BY at DESC", row => row.GetInstant(0), cancel);
        var byLocator = await db.ReadAsync($"SELECT at FROM wrong_lookups WHERE locator = {at} AND at > {hour} ORDER BY at DESC LIMIT {LookupGuard.MostByLocator}", row => row.GetInstant(0), cancel);
        var all = await db.ReadAsync(
            $"SELECT (SELECT COUNT(*) FROM wrong_lookups WHERE at > {window}), (SELECT COUNT(*) FROM wrong_lookups WHERE at > {day})", row => (row.GetInt32(0), row.GetInt32(1)), cancel);
        var lately = byAddress.Count(guess => guess > window);
        var wait = lately >= LookupGuard.MostByAddress ? byAddress[LookupGuard.MostByAddress - 1] - window
            : byLocator.Count >= LookupGuard.MostByLocator ? byLocator[^1] - hour
            : LookupGuard.AddressWindow;
        return (new WrongGuesses(lately, byAddress.Count, byLocator.Count, all[0].Item1, all[0].Item2), wait);
    }

    internal static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"lookup {text}")).AsSpan(0, WrongLookup.DigestLength / 2));
}
