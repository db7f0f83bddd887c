using AirlineBooking.Web.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class HostCookiesTests
{
    [Fact]
    public async Task Over_https_a_cookie_is_bound_to_this_host()
    {
        var context = await RunAsync("https", "", c => c.Response.Cookies.Append("form", "secret", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Domain = "tern.example", Path = "/here" }));

        Assert.Equal("__Host-form=secret; path=/; secure; samesite=lax; httponly", context.Response.Headers.SetCookie.ToString());
    }

    [Fact]
    public async Task Over_plain_http_it_has_its_bare_name()
    {
        var context = await RunAsync("http", "", c => c.Response.Cookies.Append("form", "secret", new CookieOptions { HttpOnly = true }));

        Assert.StartsWith("form=secret;", context.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_only_a_bound_cookie_is_believed()
    {
        string? read = null;
        await RunAsync("https", "form=forged; __Host-form=own", c => read = c.Request.Cookies["form"]);

        Assert.Equal("own", read);
        await RunAsync("https", "form=forged", c => read = c.Request.Cookies["form"]);
        Assert.Null(read);
    }

    private static async Task<HttpContext> RunAsync(string scheme, string cookie, Action<HttpContext> page)
    {
        var context = new DefaultHttpContext { Request = { Scheme = scheme } };
        if (cookie.Length > 0) context.Request.Headers.Cookie = cookie;
        await new HostCookies(inner =>
        {
            page(inner);
            return Task.CompletedTask;
        }).InvokeAsync(context);
        return context;
    }
}
