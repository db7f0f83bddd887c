using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Fares;

internal sealed class FareMapping : IEntityTypeConfiguration<Fare>
{
    public void Configure(EntityTypeBuilder<Fare> fare)
    {
        fare.ToTable("fares", table =>
        {
            // One row serves both directions, so a market has one way to be written.
            table.HasCheckConstraint("ck_fares_market", "origin < destination");
            table.HasCheckConstraint("ck_fares_amount", "amount >= 0");
            table.HasCheckConstraint("ck_fares_dates", "valid_to IS NULL OR valid_to >= valid_from");
        });
        fare.HasKey(f => f.Id);
        fare.Property(f => f.Cabin).HasConversion<string>().HasMaxLength(16);
        fare.HasIndex(f => new { f.Origin, f.Destination, f.Cabin, f.Currency, f.ValidFrom }).IsUnique();
    }
}

internal sealed class FareVersionMapping : IEntityTypeConfiguration<FareVersion>
{
    public void Configure(EntityTypeBuilder<FareVersion> version)
    {
        version.ToTable("fare_version", table => table.HasCheckConstraint("ck_fare_version_one_row", "id = 1"));
        version.HasKey(v => v.Id);
        version.Property(v => v.Id).ValueGeneratedNever();
    }
}

internal sealed class OfferKeyMapping : IEntityTypeConfiguration<OfferKey>
{
    public void Configure(EntityTypeBuilder<OfferKey> key)
    {
        key.ToTable("offer_keys", table => table.HasCheckConstraint("ck_offer_keys_id", "id >= 1"));
        key.HasKey(k => k.Id);
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Secret).HasMaxLength(OfferKey.SecretLength);
    }
}
