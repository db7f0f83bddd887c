using System.Globalization;
using AirlineBooking.Benchmarks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(BareEndpoints))]

namespace AirlineBooking.Benchmarks;

/// <summary>What the product is compared with, on the very same Kestrel: a small JSON answer and an empty server-rendered page, before any of our middleware.</summary>
public sealed class BareEndpoints : IHostingStartup, IStartupFilter
{
    public const string Json = "/bare/json";
    public const string Page = Pages + BarePage.Path;
    public const string Allocated = "/bare/allocated";

    private const string Pages = "/bare-pages";

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(AnswerAsync);
        app.Map(Pages, static pages => pages.UseRouting().UseAntiforgery().UseEndpoints(static endpoints => endpoints.MapRazorComponents<BareDocument>()));
        next(app);
    };

    private static Task AnswerAsync(HttpContext context, RequestDelegate next) => context.Request.Path.Value switch
    {
        Json => context.Response.WriteAsJsonAsync(new SmallAnswer("flt_1f3a", "T0305", "LHR", "SIN", 790)),
        Allocated => context.Response.WriteAsync(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture)),
        _ => next(context),
    };

    private sealed record SmallAnswer(string Id, string Number, string Origin, string Destination, int Minutes);
}

/// <summary>The document around the empty page: a head, a router, nothing else.</summary>
public sealed class BareDocument : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html>");
        builder.OpenElement(1, "html");
        builder.AddMarkupContent(2, "<head><meta charset=\"utf-8\"><title>Empty</title></head>");
        builder.OpenElement(3, "body");
        builder.OpenComponent<Router>(4);
        builder.AddComponentParameter(5, nameof(Router.AppAssembly), typeof(BareDocument).Assembly);
        builder.AddComponentParameter(6, nameof(Router.Found), (RenderFragment<RouteData>)(route => page =>
        {
            page.OpenComponent<RouteView>(0);
            page.AddComponentParameter(1, nameof(RouteView.RouteData), route);
            page.CloseComponent();
        }));
        builder.CloseComponent();
        builder.CloseElement();
        builder.CloseElement();
    }
}

/// <summary>A routed page with one heading.</summary>
[Route(Path)]
public sealed class BarePage : ComponentBase
{
    public const string Path = "/page";

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<main><h1>Empty</h1></main>");
}
