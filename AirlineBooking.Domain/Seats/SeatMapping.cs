using AirlineBooking.Domain.Flights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Seats;

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

internal sealed class SeatHoldMapping : IEntityTypeConfiguration<SeatHold>
{
    public void Configure(EntityTypeBuilder<SeatHold> hold)
    {
        hold.ToTable("seat_holds", table => table.HasCheckConstraint("ck_seat_holds_extensions", $"extensions >= 0 AND extensions <= {SeatHold.MostExtensions}"));
        hold.HasKey(h => h.Id);
        hold.Property(h => h.Holder).HasMaxLength(SeatClaim.HolderLength);
        hold.Property(h => h.Address).HasMaxLength(SeatHold.AddressLength);
        hold.Property(h => h.OfferId).HasMaxLength(SeatHold.OfferLength);
        hold.Property(h => h.Prices).HasMaxLength(SeatHold.PricesLength);
        hold.HasIndex(h => h.ExpiresAt);
        hold.HasIndex(h => h.Address).HasFilter("address IS NOT NULL");
        hold.HasOne<Flight>().WithMany().HasForeignKey(h => h.FlightId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SeatChangeMapping : IEntityTypeConfiguration<SeatChange>
{
    public void Configure(EntityTypeBuilder<SeatChange> change)
    {
        change.ToTable("seat_changes");
        change.HasKey(c => new { c.FlightId, c.Version });
        change.Property(c => c.Seats).HasMaxLength(SeatChange.SeatsLength);
        change.HasIndex(c => c.ChangedAt);
        change.HasOne<Flight>().WithMany().HasForeignKey(c => c.FlightId).OnDelete(DeleteBehavior.Cascade);
    }
}
