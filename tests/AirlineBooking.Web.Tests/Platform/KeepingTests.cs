using AirlineBooking.Domain;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Tests.Platform;

/// <summary>What is kept and what must not be: keys in the database, personal pages nowhere.</summary>
public sealed class KeepingTests
{
    [Fact]
    public async Task The_keys_that_protect_cookies_are_in_the_database()
    {
        await using var airline = await RunningAirline.OpenAsync();
        airline.Get<IDataProtectionProvider>().CreateProtector("test").Protect("text");

        await using var db = await airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();
        Assert.NotEqual(0, await db.Set<DataProtectionKey>().CountAsync());
    }

    [Theory]
    [InlineData(true, "no-store")]
    [InlineData(false, "no-cache")]
    public async Task A_personal_page_is_kept_by_nobody_and_any_other_is_asked_about(bool personal, string cacheControl)
    {
        var context = new DefaultHttpContext();
        var starting = new Starting();
        context.Features.Set<IHttpResponseFeature>(starting);
        context.SetEndpoint(new Endpoint(null, personal ? new EndpointMetadataCollection(new PersonalPageAttribute()) : [], "page"));
        context.Response.ContentType = "text/html; charset=utf-8";

        await new AnswerHeaders(_ => Task.CompletedTask).InvokeAsync(context);
        await starting.StartAsync();

        Assert.Equal(cacheControl, context.Response.Headers.CacheControl.ToString());
    }

    private sealed class Starting : HttpResponseFeature
    {
        private readonly List<Func<Task>> _callbacks = [];

        public override void OnStarting(Func<object, Task> callback, object state) => _callbacks.Add(() => callback(state));

        public Task StartAsync() => Task.WhenAll(_callbacks.Select(callback => callback()));
    }
}
