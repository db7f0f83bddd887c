using AirlineBooking.Domain.Flights;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Bookings;

internal sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> booking)
    {
        booking.ToTable("bookings", table =>
        {
            table.HasCheckConstraint("ck_bookings_status", "status >= 0 AND status <= 4");
            table.HasCheckConstraint("ck_bookings_money", "total >= 0 AND paid >= 0 AND refunded >= 0 AND refund_due >= 0 AND refunded + refund_due <= paid AND paid <= total");
        });
        booking.HasKey(b => b.Id);
        booking.Property(b => b.Id).ValueGeneratedNever();
        booking.Property(b => b.Locator).HasMaxLength(Booking.LocatorLength);
        booking.Property(b => b.Channel).HasMaxLength(Booking.ChannelLength);
        booking.Property(b => b.Owner).HasMaxLength(Booking.OwnerLength);
        booking.HasIndex(b => b.Locator).IsUnique();
        booking.HasIndex(b => b.KeptUntil).HasFilter("kept_until IS NOT NULL");
    }
}

internal sealed class BookingPassengerMapping : IEntityTypeConfiguration<BookingPassenger>
{
    public void Configure(EntityTypeBuilder<BookingPassenger> passenger)
    {
        passenger.ToTable("booking_passengers", table => table.HasCheckConstraint("ck_booking_passengers_type", "type >= 0 AND type <= 2"));
        passenger.HasKey(p => p.Id);
        passenger.Property(p => p.Id).ValueGeneratedNever();
        passenger.Property(p => p.Reference).HasMaxLength(BookingPassenger.ReferenceLength);
        passenger.HasIndex(p => new { p.BookingId, p.Position }).IsUnique();
        passenger.HasOne<Booking>().WithMany().HasForeignKey(p => p.BookingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TravellerMapping : IEntityTypeConfiguration<Traveller>
{
    public void Configure(EntityTypeBuilder<Traveller> traveller)
    {
        traveller.ToTable("travellers");
        traveller.HasKey(t => t.PassengerId);
        traveller.Property(t => t.PassengerId).ValueGeneratedNever();
        traveller.Property(t => t.Title).HasMaxLength(Traveller.TitleLength);
        traveller.Property(t => t.GivenName).HasMaxLength(Traveller.NameLength);
        traveller.Property(t => t.FamilyName).HasMaxLength(Traveller.NameLength);
        traveller.Property(t => t.TicketGivenName).HasMaxLength(Traveller.NameLength);
        traveller.Property(t => t.TicketFamilyName).HasMaxLength(Traveller.NameLength);
        traveller.Property(t => t.Gender).HasMaxLength(Traveller.GenderLength);
        traveller.Property(t => t.FrequentFlyer).HasMaxLength(Traveller.FrequentFlyerLength);
        traveller.Property(t => t.Assistance).HasMaxLength(Traveller.AssistanceLength);
        traveller.HasOne<BookingPassenger>().WithOne().HasForeignKey<Traveller>(t => t.PassengerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contacts");
        contact.HasKey(c => c.BookingId);
        contact.Property(c => c.BookingId).ValueGeneratedNever();
        contact.Property(c => c.Email).HasMaxLength(Contact.EmailLength);
        contact.Property(c => c.Phone).HasMaxLength(Contact.PhoneLength);
        contact.Property(c => c.Language).HasMaxLength(Contact.LanguageLength);
        contact.Property(c => c.Reminders).HasMaxLength(Contact.RemindersLength);
        contact.HasOne<Booking>().WithOne().HasForeignKey<Contact>(c => c.BookingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TravelDocumentMapping : IEntityTypeConfiguration<TravelDocument>
{
    public void Configure(EntityTypeBuilder<TravelDocument> document)
    {
        document.ToTable("travel_documents");
        document.HasKey(d => d.PassengerId);
        document.Property(d => d.PassengerId).ValueGeneratedNever();
        document.Property(d => d.Kind).HasMaxLength(TravelDocument.KindLength);
        document.Property(d => d.EncryptedNumber).HasMaxLength(TravelDocument.NumberLength);
        document.Property(d => d.Nationality).HasMaxLength(2);
        document.Property(d => d.IssuingCountry).HasMaxLength(2);
        document.HasOne<BookingPassenger>().WithOne().HasForeignKey<TravelDocument>(d => d.PassengerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TicketMapping : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("tickets");
        ticket.HasKey(t => t.Number);
        ticket.Property(t => t.Number).HasMaxLength(TicketNumber.Digits);
        ticket.HasIndex(t => t.BookingId);
        ticket.HasOne<Booking>().WithMany().HasForeignKey(t => t.BookingId).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<BookingPassenger>().WithMany().HasForeignKey(t => t.PassengerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouponMapping : IEntityTypeConfiguration<Coupon>
{
    public void Configure(EntityTypeBuilder<Coupon> coupon)
    {
        coupon.ToTable("coupons", table => table.HasCheckConstraint("ck_coupons_sequence", $"sequence >= 1 AND sequence <= {Ticket.MostCoupons}"));
        coupon.HasKey(c => new { c.TicketNumber, c.Sequence });
        coupon.Property(c => c.TicketNumber).HasMaxLength(TicketNumber.Digits);
        coupon.Property(c => c.BookingClass).HasMaxLength(2);
        coupon.Property(c => c.FareBasis).HasMaxLength(Coupon.FareBasisLength);
        coupon.HasIndex(c => c.BookingId);
        coupon.HasIndex(c => c.FlightId);
        coupon.HasOne<Ticket>().WithMany().HasForeignKey(c => c.TicketNumber).OnDelete(DeleteBehavior.Restrict);
        coupon.HasOne<Flight>().WithMany().HasForeignKey(c => c.FlightId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TicketSerialMapping : IEntityTypeConfiguration<TicketSerial>
{
    public void Configure(EntityTypeBuilder<TicketSerial> serial)
    {
        serial.ToTable("ticket_serials", table => table.HasCheckConstraint("ck_ticket_serials_one_row", $"id = {TicketSerial.OnlyRow}"));
        serial.HasKey(s => s.Id);
        serial.Property(s => s.Id).ValueGeneratedNever();
    }
}

internal sealed class BookingTokenMapping : IEntityTypeConfiguration<BookingToken>
{
    public void Configure(EntityTypeBuilder<BookingToken> token)
    {
        token.ToTable("booking_tokens");
        token.HasKey(t => t.Digest);
        token.Property(t => t.Digest).HasMaxLength(BookingToken.DigestLength);
        token.HasIndex(t => t.ExpiresAt);
        token.HasOne<Booking>().WithMany().HasForeignKey(t => t.BookingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WrongLookupMapping : IEntityTypeConfiguration<WrongLookup>
{
    public void Configure(EntityTypeBuilder<WrongLookup> lookup)
    {
        lookup.ToTable("wrong_lookups");
        lookup.HasKey(l => l.Id);
        lookup.Property(l => l.Address).HasMaxLength(WrongLookup.DigestLength);
        lookup.Property(l => l.Locator).HasMaxLength(WrongLookup.DigestLength);
        lookup.HasIndex(l => new { l.Address, l.At });
        lookup.HasIndex(l => new { l.Locator, l.At });
        lookup.HasIndex(l => l.At);
    }
}

internal sealed class CancellationQuoteMapping : IEntityTypeConfiguration<CancellationQuote>
{
    public void Configure(EntityTypeBuilder<CancellationQuote> quote)
    {
        quote.ToTable("cancellation_quotes", table => table.HasCheckConstraint("ck_cancellation_quotes_money", "refund >= 0 AND penalty >= 0"));
        quote.HasKey(q => q.Id);
        quote.Property(q => q.Id).ValueGeneratedNever();
        quote.Property(q => q.Parts).HasMaxLength(CancellationQuote.PartsLength);
        quote.HasIndex(q => q.BookingId);
        quote.HasOne<Booking>().WithMany().HasForeignKey(q => q.BookingId).OnDelete(DeleteBehavior.Restrict);
    }
}
