using System.Globalization;
using AirlineBooking.Benchmarks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(BareEndpoints))]

namespace AirlineBooking.Benchmarks;

/// <summary>What the product is compared with, on the very same Kestrel: a small JSON answer and an empty server-rendered page, before any of our middleware.</summary>
public sealed class BareEndpoints : IHostingStartup, IStartupFilter
{
    public const string Json = "/bare/json";
    public const string Page = "/bare/page";
    public const string Allocated = "/bare/allocated";

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(AnswerAsync);
        next(app);
    };

    private static Task AnswerAsync(HttpContext context, RequestDelegate next) => context.Request.Path.Value switch
    {
        Json => context.Response.WriteAsJsonAsync(new SmallAnswer("flt_1f3a", "T0305", "LHR", "SIN", 790)),
        Page => new RazorComponentResult<EmptyPage>().ExecuteAsync(context),
        Allocated => context.Response.WriteAsync(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture)),
        _ => next(context),
    };

    private sealed record SmallAnswer(string Id, string Number, string Origin, string Destination, int Minutes);

    private sealed class EmptyPage : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddMarkupContent(0, "<!DOCTYPE html><html lang=\"en\"><head><title>Empty</title></head><body><main><h1>Empty</h1></main></body></html>");
    }
}
