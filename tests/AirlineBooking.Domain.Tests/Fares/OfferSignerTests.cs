using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Fares;

public sealed class OfferSignerTests
{
    private static readonly OfferTerms Terms = new(
        29_800_000, new Party(2, 1, 1), Cabin.Economy, FareFamily.Classic,
        [new([new(101), new(70_000)], 3, 0), new([new(5_000_000_000)], 0, 1)], new(308_740, Books.Gbp));

    private static readonly Gen<OfferPath> Paths =
        from flights in Gen.Long[1, long.MaxValue].Array[1, 3]
        from rank in Gen.Int[0, 8]
        from same in Gen.Int[0, 7]
        select new OfferPath(Array.ConvertAll(flights, id => new FlightId(id)), rank, same);

    private static readonly Gen<OfferTerms> AnyTerms =
        from minute in Gen.Long[0, 60_000_000]
        from party in Gen.Select(Gen.Int[1, 9], Gen.Int[0, 8], Gen.Int[0, 9])
        from cabin in Gen.Enum<Cabin>()
        from family in Gen.Enum<FareFamily>()
        from paths in Paths.Array[1, 6]
        from total in Gen.Long[0, long.MaxValue]
        select new OfferTerms(minute, new Party(party.Item1, party.Item2, party.Item3), cabin, family, paths, new Money(total, Books.Gbp));

    [Fact]
    public void What_was_signed_is_read_again() => AnyTerms.Sample(terms =>
    {
        Assert.True(Books.Signer.TryRead(Books.Signer.Sign(terms), out var read));
        Assert.True(Same(terms, read), $"{terms} {read}");
    });

    [Fact]
    public void Six_slices_of_three_flights_stay_within_the_length() =>
        AnyTerms.Sample(terms => Assert.InRange(Books.Signer.Sign(terms).Length, 1, 400));

    [Fact]
    public void The_same_terms_give_the_same_id() => Assert.Equal(Books.Signer.Sign(Terms), new OfferSigner([Books.Key(1)]).Sign(Terms));

    [Fact]
    public void Other_terms_give_another_id() => Gen.Select(AnyTerms, AnyTerms).Sample((one, other) =>
    {
        if (!Same(one, other)) Assert.NotEqual(Books.Signer.Sign(one), Books.Signer.Sign(other));
    });

    [Fact]
    public void An_id_begins_with_its_prefix_and_fits_into_a_link() => Assert.Matches("^off_[A-Za-z0-9_-]+$", Books.Signer.Sign(Terms));

    [Fact]
    public void No_character_can_be_changed()
    {
        var id = Books.Signer.Sign(Terms);
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= .";
        for (var at = 0; at < id.Length; at++)
        {
            foreach (var letter in Alphabet)
            {
                if (letter == id[at]) continue;
                Assert.False(Books.Signer.TryRead(string.Concat(id.AsSpan(0, at), [letter], id.AsSpan(at + 1)), out _), $"{letter} at {at}");
            }
        }
    }

    [Fact]
    public void Nothing_can_be_added_or_taken_away()
    {
        var id = Books.Signer.Sign(Terms);
        for (var at = 0; at < id.Length; at++) Assert.False(Books.Signer.TryRead(id.Remove(at, 1), out _));
        foreach (var more in (string[])["A", "=", "==", " ", "\n", "AAAA"])
        {
            Assert.False(Books.Signer.TryRead(id + more, out _));
            Assert.False(Books.Signer.TryRead(more + id, out _));
            Assert.False(Books.Signer.TryRead(id.Insert(20, more), out _));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("off_")]
    [InlineData("off_AAAA")]
    [InlineData("flt_1f3a")]
    [InlineData("off_AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Made_up_ids_are_not_read(string id) => Assert.False(Books.Signer.TryRead(id, out _));

    [Fact]
    public void An_overlong_id_is_not_looked_at() => Assert.False(Books.Signer.TryRead("off_" + new string('A', 100_000), out _));

    [Fact]
    public void Any_text_is_read_without_a_throw() => Gen.String[0, 300].Sample(text =>
    {
        Assert.False(Books.Signer.TryRead(text, out _));
        Assert.False(Books.Signer.TryRead("off_" + text, out _));
    });

    [Fact]
    public void Another_key_does_not_read_it()
    {
        var id = Books.Signer.Sign(Terms);
        Assert.False(new OfferSigner([Books.Key(1, seed: 8)]).TryRead(id, out _));
        Assert.False(new OfferSigner([Books.Key(2)]).TryRead(id, out _));
    }

    [Fact]
    public void During_a_rollover_both_keys_are_read_and_the_minute_says_which_one_signs()
    {
        var takeover = DateTimeOffset.UnixEpoch.AddMinutes(Terms.IssueMinute + 5);
        var both = new OfferSigner([Books.Key(1), Books.Key(2, seed: 9, takeover)]);
        var (before, after) = (both.Sign(Terms), both.Sign(Terms with { IssueMinute = Terms.IssueMinute + 5 }));
        Assert.Equal(Books.Signer.Sign(Terms), before);
        Assert.True(new OfferSigner([Books.Key(2, seed: 9, takeover)]).TryRead(after, out _));
        Assert.True(both.TryRead(before, out _));
        Assert.True(both.TryRead(after, out _));
    }

    [Fact]
    public void An_offer_lives_twenty_one_minutes_from_its_minute() =>
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMinutes(Terms.IssueMinute + 21), Terms.ExpiresAt);

    private static bool Same(OfferTerms one, OfferTerms other) =>
        (one.IssueMinute, one.Party, one.Cabin, one.Family, one.Total) == (other.IssueMinute, other.Party, other.Cabin, other.Family, other.Total)
        && one.Paths.Length == other.Paths.Length
        && one.Paths.Zip(other.Paths).All(pair =>
            pair.First.Rank == pair.Second.Rank && pair.First.SameAircraft == pair.Second.SameAircraft && pair.First.Flights.SequenceEqual(pair.Second.Flights));
}
