using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Reads a booking in progress for whoever has its key.</summary>
public sealed class ReadDraft(IDbContextFactory<AirlineDb> databases, IDocumentCipher cipher, TimeProvider clock)
{
    /// <summary>The draft, if one of the keys is its own and it is not forgotten.</summary>
    public async Task<OpenDraft?> RunAsync(DraftId id, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        if (keys.Count == 0) return null;
        var digests = keys.Select(StartDraft.DigestOf).ToList();
        return await FindAsync(drafts => drafts.Where(draft => draft.Id == id && digests.Contains(draft.KeyDigest)), cancel);
    }

    /// <summary>The draft that a key is for.</summary>
    public Task<OpenDraft?> OfKeyAsync(string key, CancellationToken cancel)
    {
        var digest = StartDraft.DigestOf(key);
        return FindAsync(drafts => drafts.Where(draft => draft.KeyDigest == digest), cancel);
    }

    /// <summary>The draft, for a page that was found to be its owner's.</summary>
    public Task<OpenDraft?> AgainAsync(DraftId id, CancellationToken cancel) => FindAsync(drafts => drafts.Where(draft => draft.Id == id), cancel);

    private async Task<OpenDraft?> FindAsync(Func<IQueryable<BookingDraft>, IQueryable<BookingDraft>> which, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await which(db.Set<BookingDraft>().AsNoTracking()).SingleOrDefaultAsync(draft => draft.ExpiresAt > now, cancel) is not { } draft) return null;
        return new OpenDraft(
            draft.Id, draft.OfferId, StoredJson.Read<DraftForm>(cipher.Decrypt(draft.Typed)), StoredJson.Read<List<DraftSeats>>(draft.Seats), draft.Version, draft.BookingId, draft.BookedVersion,
            draft.ExpiresAt);
    }
}
