using System.Globalization;
using AirlineBooking.Domain.Search;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Search;

namespace AirlineBooking.Web.Tests.Search;

public sealed class AnswerCacheTests
{
    private const int AnswerBytes = 64 * 1024;

    private readonly AnswerCache _cache = new();
    private readonly SearchBasis _basis = Basis();

    [Fact]
    public void What_is_asked_again_and_again_stays_however_much_else_is_asked()
    {
        var popular = _cache.Keep(_basis, "?popular", Answer());
        for (var i = 0; i < 4 * AnswerCache.MostBytes / AnswerBytes; i++)
        {
            Assert.Null(_cache.Find(_basis, Query(i)));
            _cache.Keep(_basis, Query(i), Answer());
            Assert.Same(popular, _cache.Find(_basis, "?popular"));
        }
    }

    [Fact]
    public void What_is_asked_for_the_first_time_is_kept_also_when_the_cache_has_been_filled()
    {
        Fill(2 * AnswerCache.MostBytes);
        var late = _cache.Keep(_basis, "?late", Answer());
        Assert.Same(late, _cache.Find(_basis, "?late"));
    }

    [Fact]
    public void No_more_is_kept_than_the_most()
    {
        var asked = Fill(4 * AnswerCache.MostBytes);
        var kept = Enumerable.Range(0, asked).Select(i => _cache.Find(_basis, Query(i))).OfType<CachedAnswer>().Sum(answer => (long)answer.Bytes.Length);
        Assert.InRange(kept, AnswerCache.MostBytes / 4, AnswerCache.MostBytes);
    }

    [Fact]
    public void Another_basis_has_other_answers()
    {
        _cache.Keep(_basis, "?a", Answer());
        var next = Basis();
        Assert.Null(_cache.Find(next, "?a"));
        var anew = _cache.Keep(next, "?a", Answer());
        Assert.Same(anew, _cache.Find(next, "?a"));
        Assert.Null(_cache.Find(_basis, "?a"));
    }

    [Fact]
    public void A_query_longer_than_any_real_one_is_not_kept()
    {
        var query = new string('x', AnswerCache.LongestQuery + 1);
        _cache.Keep(_basis, query, Answer());
        Assert.Null(_cache.Find(_basis, query));
    }

    private int Fill(long bytes)
    {
        var answers = (int)(bytes / AnswerBytes);
        for (var i = 0; i < answers; i++) _cache.Keep(_basis, Query(i), Answer());
        return answers;
    }

    private static string Query(int i) => string.Create(CultureInfo.InvariantCulture, $"?q={i}");

    private static CachedAnswer Answer() => new(new byte[AnswerBytes], "\"tag\"");

    // Only that it is another one matters here.
    private static SearchBasis Basis() => new(null!, null!, null!, null!, 0, 0, 0);
}
