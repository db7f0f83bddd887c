using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>The section "RateLimits": how often one client may ask, by policy.</summary>
public sealed class RateLimitSettings
{
    public const string Section = "RateLimits";

    /// <summary>False turns off the limits, their headers and everything counted by address: for measuring.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Every call of the API.</summary>
    public Quota Default { get; init; } = new(600);

    /// <summary>Searches for offers, counted besides as calls.</summary>
    public Quota Search { get; init; } = new(300);

    /// <summary>Calls that hold seats, book, pay or cancel.</summary>
    public Quota Booking { get; init; } = new(60);

    public Quota SignIn { get; init; } = new(20);

    /// <summary>Guesses of a booking's locator and name.</summary>
    public Quota GuestLookup { get; init; } = new(20);

    /// <summary>Pages for people; what a page loads besides is not counted.</summary>
    public Quota Pages { get; init; } = new(600);

    /// <summary>How many clients are remembered at most, for all policies together.</summary>
    [Range(100, 10_000_000, ErrorMessage = "RateLimits:MostClients must be 100 to 10000000.")]
    public int MostClients { get; init; } = 100_000;
}

/// <summary>So many requests in a window.</summary>
public sealed class Quota
{
    public const int DefaultWindowSeconds = 60;
    public const int LongestWindowSeconds = 86_400;
    public const int MostRequests = 10_000_000;

    public Quota() { }

    public Quota(int requests) => Requests = requests;

    public int Requests { get; init; }

    public int WindowSeconds { get; init; } = DefaultWindowSeconds;
}

/// <summary>Every quota has to let something through in a window that ends.</summary>
internal sealed class RateLimitSettingsValidation : IValidateOptions<RateLimitSettings>
{
    public ValidateOptionsResult Validate(string? name, RateLimitSettings options)
    {
        var wrong = new List<string>();
        foreach (var (policy, quota) in new[]
        {
            (nameof(options.Default), options.Default), (nameof(options.Search), options.Search), (nameof(options.Booking), options.Booking),
            (nameof(options.SignIn), options.SignIn), (nameof(options.GuestLookup), options.GuestLookup), (nameof(options.Pages), options.Pages),
        })
        {
            if (quota.Requests is < 1 or > Quota.MostRequests) wrong.Add($"RateLimits:{policy}:Requests must be 1 to {Quota.MostRequests}.");
            if (quota.WindowSeconds is < 1 or > Quota.LongestWindowSeconds) wrong.Add($"RateLimits:{policy}:WindowSeconds must be 1 to {Quota.LongestWindowSeconds}.");
        }
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
