using System.Collections.Concurrent;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Search;

/// <summary>
/// Keeps answers by the exact query that asked, as long as their basis stands: a minute at most. What is asked again stays:
/// answers fill one shelf after the other, only two shelves are kept, and what is found on the older one moves to the newer.
/// </summary>
public sealed class AnswerCache
{
    /// <summary>The most that is kept at once.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>A query longer than any real one is not worth a place.</summary>
    public const int LongestQuery = 400;

    private Shelf? _newest;

    public CachedAnswer? Find(SearchBasis basis, string query)
    {
        if (Volatile.Read(ref _newest) is not { } newest || !ReferenceEquals(newest.Basis, basis)) return null;
        if (newest.Answers.TryGetValue(query, out var answer)) return answer;
        return newest.Older is { } older && older.TryGetValue(query, out answer) ? Keep(basis, query, answer) : null;
    }

    public CachedAnswer Keep(SearchBasis basis, string query, CachedAnswer answer)
    {
        if (query.Length > LongestQuery) return answer;
        var shelf = Volatile.Read(ref _newest);
        if (shelf is null || !ReferenceEquals(shelf.Basis, basis)) shelf = Next(new Shelf(basis, null), shelf);
        else if (!shelf.HasPlace) shelf = Next(new Shelf(basis, shelf.Answers), shelf);
        if (ReferenceEquals(shelf.Basis, basis)) shelf.Put(query, answer);
        return answer;
    }

    // Of several that come at once, one puts the next shelf up and all use it.
    private Shelf Next(Shelf next, Shelf? before)
    {
        var now = Interlocked.CompareExchange(ref _newest, next, before);
        return ReferenceEquals(now, before) ? next : now!;
    }

    private sealed class Shelf(SearchBasis basis, ConcurrentDictionary<string, CachedAnswer>? older)
    {
        private long _bytes;

        public SearchBasis Basis { get; } = basis;

        public ConcurrentDictionary<string, CachedAnswer>? Older { get; } = older;

        public ConcurrentDictionary<string, CachedAnswer> Answers { get; } = new(StringComparer.Ordinal);

        public bool HasPlace => Interlocked.Read(ref _bytes) < MostBytes / 2;

        public void Put(string query, CachedAnswer answer)
        {
            if (Answers.TryAdd(query, answer)) Interlocked.Add(ref _bytes, answer.Bytes.Length + 2 * query.Length);
        }
    }
}
