using System.Globalization;
using AirlineBooking.Benchmarks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(BareEndpoints))]

namespace AirlineBooking.Benchmarks;

/// <summary>What the product is compared with, on the very same Kestrel: a small JSON answer, an empty server-rendered page and an empty live one, before any of our middleware.</summary>
public sealed class BareEndpoints : IHostingStartup, IStartupFilter
{
    public const string Json = "/bare/json";
    public const string Page = Pages + BarePage.Path;
    public const string Allocated = "/bare/allocated";
    public const string Memory = "/bare/memory";

    internal const string Pages = "/bare-pages";

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(AnswerAsync);
        app.MapWhen(static context => context.Request.Path == CounterDocument.Path, static page => page.UseRouting().UseAntiforgery()
            .UseEndpoints(static endpoints => endpoints.MapRazorComponents<CounterDocument>().AddInteractiveServerRenderMode()));
        app.Map(Pages, static pages => pages.UseRouting().UseAntiforgery().UseEndpoints(static endpoints => endpoints.MapRazorComponents<BareDocument>()));
        next(app);
    };

    private static Task AnswerAsync(HttpContext context, RequestDelegate next) => context.Request.Path.Value switch
    {
        Json => context.Response.WriteAsJsonAsync(new SmallAnswer("flt_1f3a", "T0305", "LHR", "SIN", 790)),
        Allocated => context.Response.WriteAsync(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture)),
        Memory => context.Response.WriteAsync(LiveBytes().ToString(CultureInfo.InvariantCulture)),
        _ => next(context),
    };

    // What is reachable, after everything else has gone, also what had to be finalized first.
    private static long LiveBytes()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

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

/// <summary>A live page with one button and what it counts. Its circuit is the program's own.</summary>
[Route(Path)]
public sealed class CounterDocument : ComponentBase
{
    public const string Path = BareEndpoints.Pages + "/counter";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><base href=\"/\"><title>Counter</title></head>");
        builder.OpenElement(1, "body");
        builder.OpenComponent<Counter>(2);
        builder.AddComponentRenderMode(RenderMode.InteractiveServer);
        builder.CloseComponent();
        builder.AddMarkupContent(3, "<script src=\"_framework/blazor.web.js\"></script>");
        builder.CloseElement();
    }
}

/// <summary>Counts its clicks. The button can be pressed when it is heard.</summary>
public sealed class Counter : ComponentBase
{
    private int _clicks;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "disabled", !RendererInfo.IsInteractive);
        builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, () => _clicks++));
        builder.AddContent(3, "Count");
        builder.CloseElement();
        builder.OpenElement(4, "output");
        builder.AddContent(5, _clicks);
        builder.CloseElement();
    }
}
