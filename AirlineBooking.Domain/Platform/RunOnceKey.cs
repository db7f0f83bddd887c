using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Platform;

/// <summary>A request that is to have one effect however often it is sent: who sends it, the key it gave, and a digest of what it asks.</summary>
/// <param name="Client">The token's subject, or the source address, under a digest.</param>
/// <param name="Key">What the client chose, 1 to 255 characters.</param>
/// <param name="RequestDigest">Differs when the request does.</param>
public sealed record RunOnceKey(string Client, string Key, string RequestDigest)
{
    public const int KeyLength = 255;
    public const int ClientLength = 64;
    public const int DigestLength = 64;

    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);
}

/// <summary>What became of a request with a key. The answer holds ids only, no person and no token; what was said is kept under encryption.</summary>
public sealed class RunOnceEntry
{
    public const int SubjectLength = 40;

    public required string Client { get; init; }
    public required string Key { get; init; }
    public required string RequestDigest { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it is about while it is in progress: a booking's id.</summary>
    public string? Subject { get; init; }

    /// <summary>The outcome as JSON; absent while it is in progress.</summary>
    public string? Answer { get; init; }
}

internal sealed class RunOnceEntryMapping : IEntityTypeConfiguration<RunOnceEntry>
{
    public void Configure(EntityTypeBuilder<RunOnceEntry> entry)
    {
        entry.ToTable("run_once_entries");
        entry.HasKey(e => new { e.Client, e.Key });
        entry.Property(e => e.Client).HasMaxLength(RunOnceKey.ClientLength);
        entry.Property(e => e.Key).HasMaxLength(RunOnceKey.KeyLength);
        entry.Property(e => e.RequestDigest).HasMaxLength(RunOnceKey.DigestLength);
        entry.Property(e => e.Subject).HasMaxLength(RunOnceEntry.SubjectLength);
        entry.HasIndex(e => e.CreatedAt);
        entry.HasIndex(e => e.Subject).HasFilter("subject IS NOT NULL");
    }
}
