using System.Security.Cryptography;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Fares;

/// <summary>Holds the keys that offers are signed with: made at first need, read again every minute.</summary>
public sealed class OfferKeys(IDbContextFactory<AirlineDb> databases, Writes writes, TimeProvider clock)
{
    /// <summary>How old what is held may be. A new key signs only after a multiple of this, so every process knows it by then.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(1);

    // Whoever sends made-up ids must not make us read the database each time.
    private static readonly TimeSpan LeastBetweenReads = TimeSpan.FromSeconds(5);

    private Held? _held;

    /// <summary>Signs and checks with the keys of now.</summary>
    public ValueTask<OfferSigner> GetAsync(CancellationToken cancel) =>
        Volatile.Read(ref _held) is { } held && clock.GetUtcNow() - held.ReadAt < HeldFor
            ? ValueTask.FromResult(held.Signer)
            : new ValueTask<OfferSigner>(RefreshAsync(cancel));

    /// <summary>The same, for reading an id whose key may have been made by another process a moment ago.</summary>
    internal async ValueTask<OfferSigner> GetForAsync(string id, CancellationToken cancel)
    {
        var signer = await GetAsync(cancel);
        var isFresh = Volatile.Read(ref _held) is { } held && clock.GetUtcNow() - held.ReadAt < LeastBetweenReads;
        return isFresh || !signer.NamesUnknownKey(id) ? signer : await RefreshAsync(cancel);
    }

    /// <summary>Reads the keys, and makes the first when there is none.</summary>
    public async Task<OfferSigner> RefreshAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var keys = await ReadAsync(now, cancel);
        if (keys.Count == 0)
        {
            await writes.RunAsync((db, token) => MakeFirstAsync(db, now, token), cancel);
            keys = await ReadAsync(now, cancel);
        }
        // The same keys keep their signer, so that what was answered with it can be told to be current.
        var signer = Volatile.Read(ref _held)?.Signer is { } known && known.HasSameKeys(keys) ? known : new OfferSigner(keys);
        Volatile.Write(ref _held, new Held(signer, now));
        return signer;
    }

    internal static OfferKey Make(int id, DateTimeOffset now, DateTimeOffset signsFrom) =>
        new() { Id = id, Secret = RandomNumberGenerator.GetBytes(OfferKey.SecretLength), CreatedAt = now, SignsFrom = signsFrom };

    private async Task<List<OfferKey>> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.OfferKeys.AsNoTracking().Where(key => key.RetiredAt == null || key.RetiredAt > now).ToListAsync(cancel);
    }

    // Of several processes that start together one makes the key and all read it.
    private static Task<int> MakeFirstAsync(AirlineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var key = Make(1, now, now);
        var createdAt = Kernel.UtcInstant.ToStored(now);
        return db.Database.ExecuteSqlAsync(
            $"INSERT INTO offer_keys (id, secret, created_at, signs_from) VALUES ({key.Id}, {key.Secret}, {createdAt}, {createdAt}) ON CONFLICT DO NOTHING",
            cancel);
    }

    private sealed record Held(OfferSigner Signer, DateTimeOffset ReadAt);
}
