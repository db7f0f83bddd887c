using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Seats;

/// <summary>Held until a time, being paid for, sold to a passenger, or blocked by the airline.</summary>
public enum ClaimState { Held, Paying, Sold, Blocked }

/// <summary>One seat of one flight that is not free. There is one row a seat at most: its key is what keeps a seat from being sold twice.</summary>
public sealed class SeatClaim
{
    public const int SeatLength = 4;
    public const int HolderLength = 64;
    public const int ReasonLength = 80;

    public required FlightId FlightId { get; init; }
    public required SeatNumber Seat { get; init; }
    public required Cabin Cabin { get; init; }
    public required ClaimState State { get; init; }

    /// <summary>Whose hold it is: a hold's own id for a guest of the API, a browser's or an account's key else.</summary>
    public string? Holder { get; init; }
    public HoldId? HoldId { get; init; }

    /// <summary>From this instant on a held seat is free for everybody.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The booking that pays or has paid for it.</summary>
    public Guid? BookingId { get; init; }

    /// <summary>Who sits there.</summary>
    public Guid? PassengerId { get; init; }

    /// <summary>Why it is blocked.</summary>
    public string? Reason { get; init; }
}

internal sealed class SeatClaimMapping : IEntityTypeConfiguration<SeatClaim>
{
    public void Configure(EntityTypeBuilder<SeatClaim> claim)
    {
        claim.ToTable("seat_claims", table =>
        {
            table.HasCheckConstraint("ck_seat_claims_state", "state >= 0 AND state <= 3");
            table.HasCheckConstraint("ck_seat_claims_held", "state <> 0 OR (held_until IS NOT NULL AND hold_id IS NOT NULL AND holder IS NOT NULL)");
            table.HasCheckConstraint("ck_seat_claims_lasting", "state = 0 OR held_until IS NULL");
            table.HasCheckConstraint("ck_seat_claims_paying", "state <> 1 OR booking_id IS NOT NULL");
            table.HasCheckConstraint("ck_seat_claims_sold", "state <> 2 OR (booking_id IS NOT NULL AND passenger_id IS NOT NULL)");
        });
        claim.HasKey(c => new { c.FlightId, c.Seat });
        claim.Property(c => c.Seat).HasMaxLength(SeatClaim.SeatLength);
        claim.Property(c => c.Holder).HasMaxLength(SeatClaim.HolderLength);
        claim.Property(c => c.Reason).HasMaxLength(SeatClaim.ReasonLength);
        claim.HasIndex(c => c.HeldUntil).HasFilter("held_until IS NOT NULL");
        claim.HasIndex(c => c.HoldId).HasFilter("hold_id IS NOT NULL");
        claim.HasIndex(c => c.BookingId).HasFilter("booking_id IS NOT NULL");
        claim.HasIndex(c => c.Holder).HasFilter("state = 0");
        claim.HasOne<Flight>().WithMany().HasForeignKey(c => c.FlightId).OnDelete(DeleteBehavior.Restrict);
    }
}
