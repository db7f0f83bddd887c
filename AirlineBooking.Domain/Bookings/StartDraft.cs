using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Bookings;

/// <summary>A draft that was begun, and the key that shows it: 256 bits, of which only a digest is stored.</summary>
public sealed record StartedDraft(DraftId Id, string Key);

/// <summary>Begins a booking of an offer.</summary>
/// <remarks>Refuses what offers refuse. An offer whose price has changed is begun as it is now; the pages say what it was.</remarks>
public sealed class StartDraft(Writes writes, ReadOffer offers, IDocumentCipher cipher, Randomness random, TimeProvider clock)
{
    public const string KeyPrefix = "dky_";

    private const int KeyBytes = 32;

    public async Task<Outcome<StartedDraft, FareRefusal>> RunAsync(string offerId, CancellationToken cancel)
    {
        var reading = await offers.RunAsync(offerId, cancel);
        if (!reading.Accepted) return reading.Refusal.Value;
        var now = clock.GetUtcNow();
        var secret = new byte[KeyBytes];
        random.Fill(secret);
        var started = new StartedDraft(new DraftId(random.NewId(now)), KeyPrefix + Base64Url.EncodeToString(secret));
        var typed = cipher.Encrypt(StoredJson.Write(DraftForm.For(reading.Value.Offer)));
        var seats = StoredJson.Write(Array.Empty<DraftSeats>());
        // The offer as it was chosen: who goes on sees what it cost then and what it costs now.
        await writes.RunAsync(
            (db, token) => db.ExecuteAsync(
                $"""
                INSERT INTO booking_drafts (id, key_digest, offer_id, typed, seats, version, booking_id, booked_version, created_at, expires_at)
                VALUES ({started.Id}, {DigestOf(started.Key)}, {offerId}, {typed}, {seats}, 1, {default(BookingId?)}, 0, {now}, {now + BookingDraft.Lifetime})
                """,
                token),
            cancel);
        return started;
    }

    internal static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
