using AirlineBooking.Domain.Fares;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Bookings;

internal sealed class BookingDraftMapping : IEntityTypeConfiguration<BookingDraft>
{
    public void Configure(EntityTypeBuilder<BookingDraft> draft)
    {
        draft.ToTable("booking_drafts");
        draft.HasKey(d => d.Id);
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.Property(d => d.KeyDigest).HasMaxLength(BookingDraft.DigestLength);
        draft.Property(d => d.OfferId).HasMaxLength(OfferToken.LongestText);
        draft.Property(d => d.Typed).HasMaxLength(BookingDraft.TypedLength);
        draft.Property(d => d.Seats).HasMaxLength(BookingDraft.SeatsLength);
        draft.HasIndex(d => d.KeyDigest).IsUnique();
        draft.HasIndex(d => d.ExpiresAt);
        draft.HasOne<Booking>().WithMany().HasForeignKey(d => d.BookingId).OnDelete(DeleteBehavior.Restrict);
    }
}
