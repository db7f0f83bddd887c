using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Platform;

/// <summary>Who did what to which thing, and when. Rows are only ever added, and name people by opaque ids.</summary>
public sealed class AuditEntry
{
    public const int WhoLength = 80;
    public const int WhatLength = 40;
    public const int SubjectLength = 40;
    public const int DetailLength = 400;

    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: guest, system, or an account's or partner's id.</summary>
    public required string Who { get; init; }

    /// <summary>What happened, in snake_case: seat_changed.</summary>
    public required string What { get; init; }

    /// <summary>The id of what it happened to, with its prefix.</summary>
    public required string Subject { get; init; }

    /// <summary>Ids and plain facts, no personal data.</summary>
    public string? Detail { get; init; }
}

/// <summary>Writes the audit inside the unit of work that it is about.</summary>
public static class Audit
{
    public const string Guest = "guest";
    public const string System = "system";

    internal static Task AddAsync(AirlineDb db, DateTimeOffset now, string who, string what, string subject, string? detail, CancellationToken cancel) =>
        db.ExecuteAsync(
            $"INSERT INTO audit_entries (at, who, what, subject, detail) VALUES ({UtcInstant.ToStored(now)}, {who}, {what}, {subject}, {detail})",
            cancel);
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Who).HasMaxLength(AuditEntry.WhoLength);
        entry.Property(e => e.What).HasMaxLength(AuditEntry.WhatLength);
        entry.Property(e => e.Subject).HasMaxLength(AuditEntry.SubjectLength);
        entry.Property(e => e.Detail).HasMaxLength(AuditEntry.DetailLength);
        entry.HasIndex(e => new { e.Subject, e.Id });
    }
}
