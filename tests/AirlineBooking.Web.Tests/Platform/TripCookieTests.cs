using AirlineBooking.Web.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class TripCookieTests
{
    [Fact]
    public void The_newest_booking_stands_first_and_the_sixth_pushes_out_the_oldest()
    {
        var cookie = "";
        for (var booking = 1; booking <= 6; booking++) cookie = After(cookie, $"btk_{booking}");

        Assert.Equal(["btk_6", "btk_5", "btk_4", "btk_3", "btk_2"], TripCookie.Read(With(cookie)));
    }

    [Fact]
    public void A_token_stands_once()
    {
        Assert.Equal(["btk_1", "btk_2"], TripCookie.Read(With(After("btk_2.btk_1", "btk_1"))));
    }

    [Fact]
    public void No_script_reads_it_no_other_site_sends_it_and_it_ends_with_the_browser()
    {
        var context = With("");
        TripCookie.Add(context, "btk_1");

        Assert.Equal("trips=btk_1; path=/; samesite=lax; httponly", context.Response.Headers.SetCookie.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("....")]
    public void What_is_no_token_is_not_read(string cookie)
    {
        Assert.Empty(TripCookie.Read(With(cookie)));
    }

    [Fact]
    public void A_cookie_that_is_too_long_is_not_read()
    {
        Assert.Empty(TripCookie.Read(With("btk_" + new string('a', 400))));
    }

    private static string After(string cookie, string token)
    {
        var context = With(cookie);
        TripCookie.Add(context, token);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0]["trips=".Length..];
    }

    private static DefaultHttpContext With(string cookie)
    {
        var context = new DefaultHttpContext();
        if (cookie.Length > 0) context.Request.Headers.Cookie = $"trips={cookie}";
        return context;
    }
}
