using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Fares;

/// <summary>Puts a new key beside the one that signs offers; the old one stays until no offer signed with it is valid.</summary>
public sealed class RotateOfferKey(Writes writes, TimeProvider clock)
{
    /// <summary>How long every process has to read a new key before it signs.</summary>
    public static readonly TimeSpan NoticeTime = 5 * OfferKeys.HeldFor;

    public Task<Outcome<OfferKey, FareRefusal>> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return writes.RunAsync((db, token) => RotateAsync(db, now, token), cancel);
    }

    private static async Task<Outcome<OfferKey, FareRefusal>> RotateAsync(AirlineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var keys = await db.OfferKeys.OrderBy(key => key.Id).ToListAsync(cancel);
        var valid = keys.Where(key => key.RetiredAt is null || key.RetiredAt > now).ToList();
        if (valid.Count > 1) return FareRefusal.KeyRotationRunning;
        var fresh = OfferKeys.Make(keys.Count == 0 ? 1 : keys[^1].Id + 1, now, valid.Count == 0 ? now : now + NoticeTime);
        // The minute that is running when the new key takes over is the last one the old key signs.
        foreach (var old in valid) old.RetiredAt = fresh.SignsFrom + TimeSpan.FromMinutes(1) + OfferTerms.Lifetime;
        db.OfferKeys.Add(fresh);
        await db.SaveChangesAsync(cancel);
        return fresh;
    }
}
