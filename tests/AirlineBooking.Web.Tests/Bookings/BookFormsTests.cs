using System.Net;
using AirlineBooking.Web.Tests.Seats;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Bookings;

public sealed class BookFormsTests
{
    [Fact]
    public async Task Choosing_a_fare_begins_a_booking_that_only_this_browser_sees()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (address, cookie) = await BeginAsync(airline);

        using var mine = await airline.Client.GetAtAsync(address, ("Cookie", cookie));
        using var others = await airline.Client.GetAtAsync(address);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (mine.StatusCode, others.StatusCode));
        Assert.True(mine.Headers.CacheControl?.NoStore);
        Assert.True(others.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_browsers_key_is_hidden_from_scripts_and_other_sites()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var offer = (await airline.Client.OfferAsync()).Text("id");

        using var begun = await airline.Client.PostAsync(new Uri("/book", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("offer", offer)]));

        var cookie = begun.Header("Set-Cookie") ?? "";
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("dky_", begun.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/passengers")]
    [InlineData("/seats/1")]
    [InlineData("/pay")]
    public async Task No_step_is_shown_to_whoever_has_not_its_key(string step)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (address, _) = await BeginAsync(airline);

        using var answer = await airline.Client.GetAtAsync(address.Replace("/passengers", step, StringComparison.Ordinal), ("Cookie", "drafts=dky_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Theory]
    [InlineData("save")]
    [InlineData("typed")]
    [InlineData("hold")]
    [InlineData("price")]
    [InlineData("payment")]
    [InlineData("seats/1/choice")]
    [InlineData("seats/none")]
    public async Task A_form_that_another_site_sends_is_refused(string form)
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (address, cookie) = await BeginAsync(airline);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address.Replace("passengers", form, StringComparison.Ordinal), UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("card", "tok_visa")]),
        };
        request.Headers.Add("Cookie", cookie);

        using var answer = await airline.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_booking_in_progress_is_forgotten_after_a_day()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (address, cookie) = await BeginAsync(airline, date: "2027-01-30", from: "LHR");
        airline.Clock.AdjustTime(RunningAirline.Start.AddHours(25));

        using var answer = await airline.Client.GetAtAsync(address, ("Cookie", cookie));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task An_offer_that_is_none_begins_nothing()
    {
        await using var airline = await RunningAirline.OpenAsync();

        using var answer = await airline.Client.PostAsync(new Uri("/book", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("offer", "off_nothing")]));

        Assert.Equal((HttpStatusCode.SeeOther, "/flights/offer/off_nothing"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Null(answer.Header("Set-Cookie"));
    }

    private static async Task<(string Address, string Cookie)> BeginAsync(RunningAirline airline, string from = "LGW", string date = "2026-12-01")
    {
        var offers = await airline.Client.GetJsonAsync($"/api/v1/offers?origin={from}&destination=JFK&departureDate={date}&adults=1&nonstop=true");
        using var begun = await airline.Client.PostAsync(new Uri("/book", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("offer", offers.GetProperty("data")[0].Text("id"))]));
        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        return (begun.Headers.Location?.ToString() ?? "", (begun.Header("Set-Cookie") ?? "").Split(';')[0]);
    }
}
