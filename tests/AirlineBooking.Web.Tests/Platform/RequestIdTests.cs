using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

[Collection(Looking.Name)]
public sealed class RequestIdTests(SharedAirline shared)
{
    private HttpClient Client => shared.Airline.Client;

    [Fact]
    public async Task A_callers_own_id_comes_back()
    {
        using var answer = await Client.GetAtAsync("/api/v1/airports", ("X-Request-Id", "my-request/42"));

        Assert.Equal("my-request/42", answer.Header("X-Request-Id"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/airports")]
    [InlineData("/health/live")]
    [InlineData("/nowhere")]
    public async Task Every_answer_has_an_id_of_its_own(string address)
    {
        using var first = await Client.GetAtAsync(address);
        using var second = await Client.GetAtAsync(address);

        Assert.NotEmpty(first.Header("X-Request-Id") ?? "");
        Assert.NotEqual(first.Header("X-Request-Id"), second.Header("X-Request-Id"));
    }

    [Theory]
    [InlineData("has a space")]
    [InlineData("caf\u00e9")]
    [InlineData("tab\there")]
    public async Task An_id_with_more_than_visible_ASCII_is_replaced(string id)
    {
        using var answer = await Client.GetAtAsync("/api/v1/airports", ("X-Request-Id", id));

        Assert.NotEqual(id, answer.Header("X-Request-Id"));
        Assert.NotEmpty(answer.Header("X-Request-Id") ?? "");
    }

    [Fact]
    public async Task An_id_of_128_characters_is_the_longest_that_is_kept()
    {
        using var kept = await Client.GetAtAsync("/api/v1/airports", ("X-Request-Id", new string('x', 128)));
        using var replaced = await Client.GetAtAsync("/api/v1/airports", ("X-Request-Id", new string('x', 129)));

        Assert.Equal(new string('x', 128), kept.Header("X-Request-Id"));
        Assert.True(replaced.Header("X-Request-Id")?.Length < 128);
    }
}
