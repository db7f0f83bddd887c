using AirlineBooking.Domain.Bookings;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class AssistanceCodeTests
{
    [Fact]
    public void Every_code_is_four_letters_with_words_for_it() => Assert.All(AssistanceCode.All, code =>
    {
        Assert.Matches("^[A-Z]{4}$", code.ToString());
        Assert.Equal(code, AssistanceCode.Parse(code.ToString().ToLowerInvariant()));
        Assert.NotEmpty(code.Words);
    });

    [Fact]
    public void No_two_are_the_same() => Assert.Equal(AssistanceCode.All.Count, AssistanceCode.All.Distinct().Count());

    [Theory]
    [InlineData("WCHR", true)]
    [InlineData("BSCT", false)]
    public void Some_keep_from_an_exit(string code, bool keeps) => Assert.Equal(keeps, AssistanceCode.Parse(code).KeepsFromExits);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("VGML")]
    [InlineData("XXXX")]
    public void Others_are_not_read(string? text) => Assert.False(AssistanceCode.TryParse(text, out _));
}
