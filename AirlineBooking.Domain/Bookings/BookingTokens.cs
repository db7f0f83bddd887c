using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Gives guests a token for one booking, and says which booking a token is for. Only digests are stored.</summary>
public sealed class BookingTokens(Writes writes, IDbContextFactory<AirlineDb> databases, Randomness random, TimeProvider clock)
{
    public const string Prefix = "btk_";

    private const int Bytes = 32;
    private const int LongestText = 64;

    /// <summary>A new token of 256 random bits, good for half an hour.</summary>
    public async Task<string> RunAsync(BookingId booking, CancellationToken cancel)
    {
        var secret = new byte[Bytes];
        random.Fill(secret);
        var token = Prefix + Base64Url.EncodeToString(secret);
        var now = clock.GetUtcNow();
        await writes.RunAsync(
            (db, ct) => db.ExecuteAsync($"INSERT INTO booking_tokens (digest, booking_id, expires_at) VALUES ({DigestOf(token)}, {booking}, {now + BookingToken.Lifetime})", ct), cancel);
        return token;
    }

    /// <summary>Forgets tokens that are no longer good, a bounded number at a time; answers how many.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel)
    {
        const int most = 1000;
        var now = clock.GetUtcNow();
        return writes.RunAsync(
            (db, ct) => db.ExecuteAsync($"DELETE FROM booking_tokens WHERE digest IN (SELECT digest FROM booking_tokens WHERE expires_at <= {now} LIMIT {most})", ct), cancel);
    }

    /// <summary>The booking that a token is for, while it lives.</summary>
    public async Task<BookingId?> ReadAsync(string? token, CancellationToken cancel)
    {
        if (token is null || token.Length > LongestText || !token.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var (digest, now) = (DigestOf(token), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.BookingTokens.AsNoTracking().Where(known => known.Digest == digest && known.ExpiresAt > now).Select(known => (BookingId?)known.BookingId).SingleOrDefaultAsync(cancel);
    }

    private static string DigestOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}
