using AirlineBooking.Domain.Kernel;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Flights;

public sealed class AirportCodeTests
{
    private static readonly Gen<string> Texts = Gen.Char['A', 'Z'].Array[AirportCode.Length].Select(letters => new string(letters));

    [Fact]
    public void A_code_is_written_as_it_was_read() => Texts.Sample(text => AirportCode.Parse(text).ToString() == text);

    [Fact]
    public void Codes_are_ordered_and_equal_as_their_letters_are() => Gen.Select(Texts, Texts).Sample((one, other) =>
        Math.Sign(AirportCode.Parse(one).CompareTo(AirportCode.Parse(other))) == Math.Sign(string.CompareOrdinal(one, other))
        && AirportCode.Parse(one) == AirportCode.Parse(other) == (one == other));

    [Theory]
    [InlineData("lhr", "LHR")]
    [InlineData(" Aaa ", "AAA")]
    [InlineData("zzZ", "ZZZ")]
    public void Case_and_spaces_around_it_do_not_matter(string typed, string code) => Assert.Equal(code, AirportCode.Parse(typed).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("LH")]
    [InlineData("LHRX")]
    [InlineData("L4R")]
    [InlineData("ÅAR")]
    public void Anything_but_three_letters_is_no_code(string? text) => Assert.False(AirportCode.TryParse(text, out _));

    [Fact]
    public void No_code_has_no_text_and_comes_before_all() => Assert.True(default(AirportCode).ToString().Length == 0 && default(AirportCode) < AirportCode.Parse("AAA"));
}
