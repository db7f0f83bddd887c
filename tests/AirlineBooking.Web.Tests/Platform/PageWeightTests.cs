using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

[Collection(Looking.Name)]
public sealed class PageWeightTests(SharedAirline shared)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/flights?from=LON&to=NYC&out=2026-12-01&adults=1")]
    [InlineData("/about")]
    public async Task A_page_without_a_circuit_carries_nothing_of_one_and_may_be_kept(string address)
    {
        using var answer = await shared.Airline.Client.GetAtAsync(address);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("Blazor-Server-Component-State", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--Blazor", page, StringComparison.Ordinal);
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.DoesNotContain("no-store", answer.Header("Cache-Control") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_asked_for_again_is_the_same_but_has_a_request_id_of_its_own()
    {
        using var first = await shared.Airline.Client.GetAtAsync("/flights?from=LON&to=NYC&out=2026-12-01&adults=1", ("X-Request-Id", "one"));
        using var again = await shared.Airline.Client.GetAtAsync("/flights?from=LON&to=NYC&out=2026-12-01&adults=1", ("X-Request-Id", "two"));
        using var dark = await shared.Airline.Client.GetAtAsync("/flights?from=LON&to=NYC&out=2026-12-01&adults=1", ("Cookie", "theme=dark"));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(("one", "two"), (first.Header("X-Request-Id"), again.Header("X-Request-Id")));
        Assert.NotNull(again.Header("Age"));
        Assert.Contains("data-theme=\"dark\"", await dark.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
