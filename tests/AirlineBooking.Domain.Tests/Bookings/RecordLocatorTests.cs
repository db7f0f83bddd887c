using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class RecordLocatorTests
{
    [Fact]
    public void Every_character_is_made_from_as_many_bytes_as_any_other()
    {
        var counts = new Dictionary<char, int>();
        for (var i = 0; i < 256; i++)
        {
            // The letters before it keep the result from being all digits.
            RecordLocator.TryMake([23, 23, 23, 23, 23, (byte)i], out var locator);
            var last = locator.ToString()[^1];
            counts[last] = counts.GetValueOrDefault(last) + 1;
        }
        Assert.Equal(RecordLocator.Alphabet.Order(), counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.Equal(8, count));
    }

    [Fact]
    public void None_is_all_digits() => Assert.False(RecordLocator.TryMake([24, 25, 26, 27, 28, 29], out _));

    [Theory]
    [InlineData("FUCKUP")]
    [InlineData("XXSEXX")]
    [InlineData("X53XYZ")]
    [InlineData("A55ABC")]
    public void None_is_a_word_that_nobody_wants_to_read_out(string word) =>
        Assert.False(RecordLocator.TryMake([.. word.Select(letter => (byte)RecordLocator.Alphabet.IndexOf(letter, StringComparison.Ordinal))], out _));

    [Fact]
    public void What_is_made_is_read_back() => Gen.Byte.Array[RecordLocator.Length].Sample(bytes =>
        !RecordLocator.TryMake(bytes, out var made) || RecordLocator.TryParse(made.ToString(), out var read) && read == made);

    [Fact]
    public void A_new_one_is_like_no_other_of_a_thousand()
    {
        var random = new Randomness();
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => RecordLocator.New(random)).Distinct().Count());
    }

    [Theory]
    [InlineData("kx7m2p")]
    [InlineData(" KX7-M2P ")]
    [InlineData("K X 7 M 2 P")]
    public void It_is_read_however_it_is_typed(string text) => Assert.Equal("KX7M2P", RecordLocator.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KX7M2")]
    [InlineData("KX7M2PP")]
    [InlineData("KX7M20")]
    [InlineData("KX7MIP")]
    public void What_is_none_is_not_read(string? text) => Assert.False(RecordLocator.TryParse(text, out _));
}
