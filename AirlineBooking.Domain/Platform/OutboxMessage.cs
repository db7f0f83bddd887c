using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Platform;

/// <summary>Something that must happen because of a fact, written in the fact's own commit. It names people by opaque ids.</summary>
public sealed class OutboxMessage
{
    public const int KindLength = 40;
    public const int DedupKeyLength = 120;
    public const int SubjectLength = 40;

    public long Id { get; init; }

    /// <summary>What is to be told, in snake_case: booking_confirmed.</summary>
    public required string Kind { get; init; }

    /// <summary>The same fact is told once: a second row with this key is not written.</summary>
    public required string DedupKey { get; init; }

    /// <summary>The id of what it is about.</summary>
    public required string Subject { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>Writes what must happen inside the unit of work of the fact.</summary>
internal static class Outbox
{
    public static Task AddAsync(AirlineDb db, string kind, string subject, string dedupKey, DateTimeOffset now, DateTimeOffset due, CancellationToken cancel) =>
        db.ExecuteAsync(
            $"""
            INSERT INTO outbox_messages (kind, dedup_key, subject, created_at, due_at, attempts)
            VALUES ({kind}, {dedupKey}, {subject}, {UtcInstant.ToStored(now)}, {UtcInstant.ToStored(due)}, 0)
            ON CONFLICT (dedup_key) DO NOTHING
            """,
            cancel);
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox_messages");
        message.HasKey(m => m.Id);
        message.Property(m => m.Kind).HasMaxLength(OutboxMessage.KindLength);
        message.Property(m => m.DedupKey).HasMaxLength(OutboxMessage.DedupKeyLength);
        message.Property(m => m.Subject).HasMaxLength(OutboxMessage.SubjectLength);
        message.HasIndex(m => m.DedupKey).IsUnique();
        message.HasIndex(m => m.DueAt).HasFilter("done_at IS NULL");
    }
}
