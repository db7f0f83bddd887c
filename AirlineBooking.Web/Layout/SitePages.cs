using AirlineBooking.Web.Platform.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace AirlineBooking.Web.Layout;

/// <summary>How the pages are served: words for every status, and no trace of a circuit on a page that has none.</summary>
public static class SitePages
{
    /// <summary>A page for every status that a person meets. Calls to the API and missing files get their own short answers.</summary>
    public static IApplicationBuilder UseStatusPages(this WebApplication app)
    {
        // A developer sees what was thrown instead.
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler("/status/500", createScopeForErrors: true);
        return app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true).Use((context, next) =>
        {
            // What a form was sent to is not asked of the page about its status.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) context.Request.Method = HttpMethods.Get;
            if (!ApiErrors.Covers(context.Request.Path)) return next(context);
            if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(context);
        });
    }

    /// <summary>
    /// A page without interactive parts needs no circuit state in it. The framework would put an encrypted antiforgery token, a
    /// cookie and no-store on every page, so that none could be cached or served quickly. Pages that do hold a circuit say so
    /// with <see cref="HoldsCircuitAttribute"/> and keep it.
    /// </summary>
    public static RazorComponentsEndpointConventionBuilder WithoutIdleCircuitState(this RazorComponentsEndpointConventionBuilder pages)
    {
        pages.Finally(endpoint =>
        {
            var page = endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault()?.Type;
            if (page is null || page.IsDefined(typeof(HoldsCircuitAttribute), inherit: true)) return;
            for (var i = 0; i < endpoint.Metadata.Count; i++)
            {
                // The type is the framework's own; a test fails if it ever goes by another name.
                var type = endpoint.Metadata[i].GetType();
                if (type.Name is not "ConfiguredRenderModesMetadata") continue;
                if (Activator.CreateInstance(type, [Array.Empty<IComponentRenderMode>()]) is { } none) endpoint.Metadata[i] = none;
            }
        });
        return pages;
    }
}

/// <summary>A page with interactive parts: it carries what a circuit needs, and is never cached.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HoldsCircuitAttribute : Attribute;
