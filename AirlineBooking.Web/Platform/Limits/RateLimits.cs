using System.Globalization;
using AirlineBooking.Web.Platform.Api;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>Holds each client to his quotas and tells on every answer of the API what is left of them.</summary>
/// <remarks>
/// Files, live connections and health probes are not counted: a page in use must not lock its reader out. Beginning a connection to
/// a hub of the API counts as a call of it.
/// </remarks>
public sealed class RateLimits
{
    private const string PolicyHeader = "RateLimit-Policy";
    private const string StateHeader = "RateLimit";

    private static readonly PathString[] Free = ["/_blazor", "/_framework", "/_content", "/health", "/hubs"];

    private readonly RequestDelegate _next;
    private readonly RateCounters _counters;
    private readonly RateRule[] _rules;

    // "default" alone, or "default" with the policy that the endpoint names: made once, sent often.
    private readonly StringValues[] _policyHeaders;

    public RateLimits(RequestDelegate next, IOptions<RateLimitSettings> settings, TimeProvider clock)
    {
        _next = next;
        var quotas = settings.Value;
        _counters = new RateCounters(quotas.MostClients, clock);
        _rules =
        [
            new(RatePolicy.Default, "default", quotas.Default), new(RatePolicy.Search, "search", quotas.Search),
            new(RatePolicy.Booking, "booking", quotas.Booking), new(RatePolicy.SignIn, "sign-in", quotas.SignIn),
            new(RatePolicy.GuestLookup, "guest-lookup", quotas.GuestLookup), new(RatePolicy.Pages, "pages", quotas.Pages),
        ];
        _policyHeaders = [.. _rules.Select(rule => rule.Policy is RatePolicy.Default ? rule.PolicyHeader : new StringValues($"{_rules[0].PolicyHeader}, {rule.PolicyHeader}"))];
    }

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || BeginsConnection(context.Request)) return InvokeApiAsync(context);
        return IsPage(context) ? InvokePageAsync(context) : _next(context);
    }

    private Task InvokeApiAsync(HttpContext context)
    {
        var client = ClientKey.Of(context);
        var headers = context.Response.Headers;
        var basic = _counters.Take(_rules[0], client);
        if (context.GetEndpoint()?.Metadata.GetMetadata<CountsFor>() is not { } own)
        {
            headers[PolicyHeader] = _policyHeaders[0];
            headers[StateHeader] = _rules[0].StateHeader(basic);
            return basic.Admitted ? _next(context) : RefuseAsync(context, basic, _rules[0]);
        }

        var rule = _rules[(int)own.Policy];
        // A call that the default quota refuses costs nothing of the other.
        var state = basic.Admitted ? _counters.Take(rule, client) : default;
        headers[PolicyHeader] = _policyHeaders[(int)own.Policy];
        headers[StateHeader] = basic.Admitted ? $"{_rules[0].StateHeader(basic)}, {rule.StateHeader(state)}" : _rules[0].StateHeader(basic);
        if (!basic.Admitted) return RefuseAsync(context, basic, _rules[0]);
        return state.Admitted ? _next(context) : RefuseAsync(context, state, rule);
    }

    private Task InvokePageAsync(HttpContext context)
    {
        var state = _counters.Take(_rules[(int)RatePolicy.Pages], ClientKey.Of(context));
        if (state.Admitted) return _next(context);
        RetryAfter(context, state);
        return BusyPage.WriteAsync(context, state.SecondsToReset);
    }

    private static Task RefuseAsync(HttpContext context, RateState state, RateRule rule)
    {
        RetryAfter(context, state);
        return Problems.Of(ProblemCode.RateLimited,
            $"The quota \"{rule.Name}\" of {rule.Requests} requests in {rule.WindowSeconds} seconds is used up. Ask again in {state.SecondsToReset} seconds.").ExecuteAsync(context);
    }

    private static void RetryAfter(HttpContext context, RateState state) =>
        context.Response.Headers.RetryAfter = state.SecondsToReset.ToString(CultureInfo.InvariantCulture);

    // What goes on with a connection names it.
    private static bool BeginsConnection(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) && !request.Query.ContainsKey("id");

    private static bool IsPage(HttpContext context)
    {
        foreach (var free in Free)
        {
            if (context.Request.Path.StartsWithSegments(free, StringComparison.OrdinalIgnoreCase)) return false;
        }
        // Files of ours are endpoints of their own and say so.
        return context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null;
    }
}
