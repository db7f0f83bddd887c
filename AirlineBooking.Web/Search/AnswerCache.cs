using System.Collections.Concurrent;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Search;

/// <summary>
/// Keeps answers by the exact query that asked, as long as their basis stands: a minute at most. What is asked again stays:
/// answers fill one generation after the other, only two are kept, and what is found in the older one goes on to the newer.
/// </summary>
public sealed class AnswerCache
{
    /// <summary>The most that is kept at once.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>A query longer than any real one is not worth a place.</summary>
    public const int LongestQuery = 400;

    private Generation? _newest;

    public CachedAnswer? Find(SearchBasis basis, string query)
    {
        if (Volatile.Read(ref _newest) is not { } newest || !ReferenceEquals(newest.Basis, basis)) return null;
        if (newest.Answers.TryGetValue(query, out var answer)) return answer;
        return newest.Older is { } older && older.TryGetValue(query, out answer) ? Keep(basis, query, answer) : null;
    }

    public CachedAnswer Keep(SearchBasis basis, string query, CachedAnswer answer)
    {
        if (query.Length > LongestQuery) return answer;
        var newest = Volatile.Read(ref _newest);
        if (newest?.TryPut(basis, query, answer) is true) return answer;
        var older = newest is not null && ReferenceEquals(newest.Basis, basis) ? newest.Answers : null;
        Next(new Generation(basis, older), newest).TryPut(basis, query, answer);
        return answer;
    }

    // Of several that come at once one begins the next generation, and all go on with it, whatever its basis is.
    private Generation Next(Generation next, Generation? before)
    {
        var now = Interlocked.CompareExchange(ref _newest, next, before);
        return ReferenceEquals(now, before) ? next : now!;
    }

    private sealed class Generation(SearchBasis basis, ConcurrentDictionary<string, CachedAnswer>? older)
    {
        private long _bytes;

        public SearchBasis Basis { get; } = basis;

        public ConcurrentDictionary<string, CachedAnswer>? Older { get; } = older;

        public ConcurrentDictionary<string, CachedAnswer> Answers { get; } = new(StringComparer.Ordinal);

        public bool TryPut(SearchBasis basis, string query, CachedAnswer answer)
        {
            if (!ReferenceEquals(Basis, basis) || Interlocked.Add(ref _bytes, answer.Bytes.Length + 2 * query.Length) > MostBytes / 2) return false;
            Answers[query] = answer;
            return true;
        }
    }
}
