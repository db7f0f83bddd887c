using Microsoft.Extensions.DependencyInjection;

namespace AirlineBooking.Domain.Platform;

/// <summary>Something that is always true of what is stored. A feature adds its own, one line each, where its operations are registered.</summary>
/// <param name="Name">What is true, in a short sentence.</param>
/// <param name="Violations">What is stored that breaks it, each in words; reading only.</param>
public sealed record Invariant(string Name, Func<AirlineDb, CancellationToken, IAsyncEnumerable<string>> Violations)
{
    /// <summary>True when finding something is worth a remark, and not wrong.</summary>
    public bool IsRemark { get; init; }
}

/// <summary>What became of one invariant: how often it is broken, and the first few of them.</summary>
public sealed record InvariantResult(Invariant Invariant, int Found, IReadOnlyList<string> Examples)
{
    public bool IsViolated => Found > 0 && !Invariant.IsRemark;
}

/// <summary>Registers what is always true, for <see cref="CheckInvariants"/>.</summary>
public static class InvariantRegistration
{
    public static IServiceCollection AddInvariants(this IServiceCollection services, IEnumerable<Invariant> invariants)
    {
        foreach (var invariant in invariants) services.AddSingleton(invariant);
        return services;
    }
}
