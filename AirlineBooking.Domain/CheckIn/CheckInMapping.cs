using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.CheckIn;

internal sealed class BoardingPassMapping : IEntityTypeConfiguration<BoardingPass>
{
    public void Configure(EntityTypeBuilder<BoardingPass> pass)
    {
        pass.ToTable("boarding_passes", table => table.HasCheckConstraint("ck_boarding_passes_sequence", $"sequence >= 1 AND sequence <= {BoardingPassLeg.HighestSequence}"));
        pass.HasKey(p => p.Id);
        pass.Property(p => p.Id).ValueGeneratedNever();
        pass.HasIndex(p => new { p.FlightId, p.PassengerId }).IsUnique();
        pass.HasIndex(p => new { p.FlightId, p.Sequence }).IsUnique();
        pass.HasIndex(p => p.BookingId);
        pass.HasOne<Booking>().WithMany().HasForeignKey(p => p.BookingId).OnDelete(DeleteBehavior.Restrict);
        pass.HasOne<BookingPassenger>().WithMany().HasForeignKey(p => p.PassengerId).OnDelete(DeleteBehavior.Restrict);
        pass.HasOne<Flight>().WithMany().HasForeignKey(p => p.FlightId).OnDelete(DeleteBehavior.Restrict);
    }
}
