using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>The limits there are. An endpoint of the API counts for the default one, and for its own if it names one.</summary>
public enum RatePolicy { Default, Search, Booking, SignIn, GuestLookup, Pages }

/// <summary>Metadata of an endpoint: it counts for this policy besides the default one.</summary>
public sealed record CountsFor(RatePolicy Policy);

/// <summary>A policy with its quota and what its headers say.</summary>
internal sealed class RateRule(RatePolicy policy, string name, Quota quota)
{
    public RatePolicy Policy { get; } = policy;

    public string Name { get; } = name;

    public int Requests { get; } = quota.Requests;

    public long WindowSeconds { get; } = quota.WindowSeconds;

    /// <summary>The value of <c>RateLimit-Policy</c>: "default";q=600;w=60.</summary>
    public StringValues PolicyHeader { get; } = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={quota.Requests};w={quota.WindowSeconds}");

    /// <summary>The value of <c>RateLimit</c>: "default";r=599;t=60.</summary>
    public string StateHeader(RateState state) => string.Create(CultureInfo.InvariantCulture, $"\"{Name}\";r={state.Remaining};t={state.SecondsToReset}");
}

/// <summary>Where a client stands with a policy after a request.</summary>
internal readonly record struct RateState(bool Admitted, int Remaining, long SecondsToReset);
