using System.Collections.Concurrent;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Search;

/// <summary>Keeps answers by the exact query that asked, as long as their basis stands: a minute at most.</summary>
public sealed class AnswerCache
{
    /// <summary>The most that is kept at once; beyond it answers are made anew.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>A query longer than any real one is not worth a place.</summary>
    public const int LongestQuery = 400;

    private Generation? _current;

    public CachedAnswer? Find(SearchBasis basis, string query) =>
        Volatile.Read(ref _current) is { } generation && ReferenceEquals(generation.Basis, basis) && generation.Answers.TryGetValue(query, out var answer) ? answer : null;

    public CachedAnswer Keep(SearchBasis basis, string query, CachedAnswer answer)
    {
        if (query.Length > LongestQuery) return answer;
        var generation = Volatile.Read(ref _current);
        if (generation is null || !ReferenceEquals(generation.Basis, basis)) Volatile.Write(ref _current, generation = new Generation(basis));
        if (generation.TakePlace(answer.Bytes.Length + 2 * query.Length)) generation.Answers[query] = answer;
        return answer;
    }

    private sealed class Generation(SearchBasis basis)
    {
        private long _bytes;

        public SearchBasis Basis { get; } = basis;

        public ConcurrentDictionary<string, CachedAnswer> Answers { get; } = new(StringComparer.Ordinal);

        public bool TakePlace(int bytes) => Interlocked.Add(ref _bytes, bytes) <= MostBytes;
    }
}
