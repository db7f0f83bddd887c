using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Layout;

public sealed class BrandTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/about")]
    [InlineData("/flight-status")]
    [InlineData("/docs")]
    [InlineData("/docs/problems")]
    [InlineData("/openapi/v1.json")]
    public async Task Pages_carry_the_name_of_the_airline_that_was_set(string address)
    {
        await using var airline = await RunningAirline.OpenAsync(("Airline:Name", "Gull Lines"));

        var page = await airline.Client.GetStringAsync(address);

        Assert.Contains("Gull", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tern Airways", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wordmark_sets_the_first_word_apart_and_the_code_stands_below()
    {
        await using var airline = await RunningAirline.OpenAsync(("Airline:Name", "Gull Lines"), ("Airline:Code", "G9"));

        var page = await airline.Client.GetStringAsync("/flight-status");

        Assert.Contains("<b>Gull<span> Lines</span></b>", page, StringComparison.Ordinal);
        Assert.Contains("Gull Lines, flight code G9.", page, StringComparison.Ordinal);
        Assert.Contains("placeholder=\"G9 305\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>Flight status · Gull Lines</title>", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }
}
