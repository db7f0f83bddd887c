using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Layout;

[Collection(Looking.Name)]
public sealed class StatusPageTests(SharedAirline shared)
{
    [Theory]
    [InlineData(404, "If a link of ours brought you here, tell us: reference")]
    [InlineData(500, "If you write to us about it, name this reference:")]
    public async Task What_we_can_look_into_carries_a_reference(int status, string words) =>
        Assert.Contains(words, await PageAsync(status), StringComparison.Ordinal);

    [Fact]
    public async Task Who_asked_too_often_is_told_to_wait_and_given_nothing_to_report() =>
        Assert.DoesNotContain("reference", await PageAsync(429), StringComparison.Ordinal);

    [Fact]
    public async Task A_form_that_is_sent_to_no_page_of_ours_is_told_so()
    {
        using var answer = await shared.Airline.Client.PostAsync(new Uri("/nowhere", UriKind.Relative), new FormUrlEncodedContent([]));

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("There is no page here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(int status)
    {
        using var answer = await shared.Airline.Client.GetAsync(new Uri($"/status/{status}", UriKind.Relative));
        Assert.Equal(status, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
