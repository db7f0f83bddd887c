using System.Net;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Flights;

[Collection(Looking.Name)]
public sealed class FlightStatusPageTests(SharedAirline shared)
{
    [Theory]
    [InlineData("number=hello&date=2026-12-01", "number", "We could not read “hello” as a flight number.")]
    [InlineData("number=&date=2026-12-01", "number", "Write a flight number, such as T0 305.")]
    [InlineData("from=&to=&date=2026-12-01", "from", "Write a city, an airport or its code.")]
    [InlineData("number=T0101&date=32+feb", "number-date", "We could not read “32 feb” as a day.")]
    [InlineData("from=LHR&to=SIN&date=32+feb", "route-date", "We could not read “32 feb” as a day.")]
    [InlineData("from=Singapur&to=LHR&date=2026-12-01", "from", "We do not know “Singapur”. Did you mean Singapore, SIN?")]
    [InlineData("from=LHR&date=2026-12-01", "to", "Write a city, an airport or its code.")]
    public async Task What_cannot_be_read_is_said_beside_its_field(string asked, string field, string sentence)
    {
        var page = await PageAsync(asked);

        Assert.Contains($"aria-describedby=\"{field}-problem\"", page, StringComparison.Ordinal);
        Assert.Contains($"<p class=\"error\" id=\"{field}-problem\">{sentence}", page, StringComparison.Ordinal);
        Assert.Single(page.Split("aria-invalid=\"true\"").Skip(1));
    }

    [Fact]
    public async Task A_day_without_the_flight_is_said_above_and_blames_no_field()
    {
        var page = await PageAsync("number=T0999&date=2026-12-01");

        Assert.Contains("T0 999 does not fly on Tuesday 1 December.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-invalid", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_a_non_stop_flight_leads_to_the_search() =>
        Assert.Contains("href=\"/flights?from=LHR&to=SYD&out=2026-12-01&adults=1\"", await PageAsync("from=LHR&to=SYD&date=2026-12-01"), StringComparison.Ordinal);

    private async Task<string> PageAsync(string asked) => WebUtility.HtmlDecode(await shared.Airline.Client.GetStringAsync($"/flight-status?{asked}"));
}
