using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AirlineBooking.Domain.Flights;

internal sealed class AirportMapping : IEntityTypeConfiguration<Airport>
{
    public void Configure(EntityTypeBuilder<Airport> airport)
    {
        airport.ToTable("airports", table =>
        {
            table.HasCheckConstraint("ck_airports_latitude", "latitude >= -90 AND latitude <= 90");
            table.HasCheckConstraint("ck_airports_longitude", "longitude >= -180 AND longitude <= 180");
        });
        airport.HasKey(a => a.Code);
        airport.Property(a => a.Icao).HasMaxLength(4);
        airport.Property(a => a.Name).HasMaxLength(Airport.NameLength);
        airport.Property(a => a.City).HasMaxLength(Airport.CityLength);
        airport.Property(a => a.Country).HasMaxLength(2);
        airport.Property(a => a.TimeZone).HasMaxLength(Airport.TimeZoneLength);
        airport.Property(a => a.Source).HasConversion<string>().HasMaxLength(16);
        airport.HasOne<MetropolitanArea>().WithMany().HasForeignKey(a => a.MetropolitanArea).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MetropolitanAreaMapping : IEntityTypeConfiguration<MetropolitanArea>
{
    public void Configure(EntityTypeBuilder<MetropolitanArea> area)
    {
        area.ToTable("metropolitan_areas");
        area.HasKey(a => a.Code);
        area.Property(a => a.Name).HasMaxLength(Airport.CityLength);
        area.Property(a => a.Country).HasMaxLength(2);
    }
}

internal sealed class AirlineMapping : IEntityTypeConfiguration<Airline>
{
    public void Configure(EntityTypeBuilder<Airline> airline)
    {
        airline.ToTable("airlines");
        airline.HasKey(a => a.Code);
        airline.Property(a => a.Code).HasMaxLength(Flight.CarrierLength);
        airline.Property(a => a.Name).HasMaxLength(Airport.NameLength);
        airline.Property(a => a.Icao).HasMaxLength(3);
        airline.Property(a => a.TicketingPrefix).HasMaxLength(3);
    }
}

internal sealed class AircraftTypeMapping : IEntityTypeConfiguration<AircraftType>
{
    public void Configure(EntityTypeBuilder<AircraftType> type)
    {
        type.ToTable("aircraft_types");
        type.HasKey(t => t.Icao);
        type.Property(t => t.Icao).HasMaxLength(Flight.AircraftLength);
        type.Property(t => t.Iata).HasMaxLength(3);
        type.Property(t => t.Name).HasMaxLength(Airport.NameLength);
        type.Property(t => t.Category).HasMaxLength(16);
    }
}

internal sealed class ConnectionTimeMapping : IEntityTypeConfiguration<ConnectionTime>
{
    public void Configure(EntityTypeBuilder<ConnectionTime> time)
    {
        time.ToTable("connection_times", table => table.HasCheckConstraint("ck_connection_times_minutes", "minutes >= 0 AND minutes <= 1440"));
        time.HasKey(t => new { t.Airport, t.Kind });
        time.Property(t => t.Kind).HasConversion<string>().HasMaxLength(32);

        time.Property(t => t.Source).HasMaxLength(80);
        time.HasOne<Airport>().WithMany().HasForeignKey(t => t.Airport).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FlightScheduleMapping : IEntityTypeConfiguration<FlightSchedule>
{
    public void Configure(EntityTypeBuilder<FlightSchedule> schedule)
    {
        schedule.ToTable("flight_schedules", table =>
        {
            table.HasCheckConstraint("ck_flight_schedules_number", $"number >= 1 AND number <= {FlightNumber.HighestNumber}");
            table.HasCheckConstraint("ck_flight_schedules_days", "days >= 1 AND days <= 127");
        });
        schedule.HasKey(s => s.Id);
        schedule.Property(s => s.Carrier).HasMaxLength(Flight.CarrierLength);

        schedule.Property(s => s.Suffix).HasMaxLength(Flight.SuffixLength);

        schedule.Property(s => s.Source).HasMaxLength(16);
        schedule.HasIndex(s => new { s.Carrier, s.Number, s.Suffix, s.From });
        schedule.HasOne<Airline>().WithMany().HasForeignKey(s => s.Carrier).OnDelete(DeleteBehavior.Restrict);
        schedule.HasOne(s => s.Load).WithMany().HasForeignKey(s => s.LoadId).OnDelete(DeleteBehavior.Restrict);
        schedule.HasQueryFilter("InForce", s => s.LoadId == null || s.Load!.ActivatedAt != null);
        schedule.OwnsMany(s => s.Legs, leg =>
        {
            leg.ToTable("schedule_legs");
            leg.WithOwner().HasForeignKey(l => l.ScheduleId);
            leg.HasKey(l => new { l.ScheduleId, l.Sequence });
            leg.Property(l => l.Sequence).ValueGeneratedNever();
            leg.Property(l => l.OperatingCarrier).HasMaxLength(Flight.CarrierLength);
            leg.Property(l => l.Aircraft).HasMaxLength(Flight.AircraftLength);
            leg.Property(l => l.DepartureTerminal).HasMaxLength(Flight.TerminalLength);
            leg.Property(l => l.ArrivalTerminal).HasMaxLength(Flight.TerminalLength);
            leg.HasOne<Airport>().WithMany().HasForeignKey(l => l.Origin).OnDelete(DeleteBehavior.Restrict);
            leg.HasOne<Airport>().WithMany().HasForeignKey(l => l.Destination).OnDelete(DeleteBehavior.Restrict);
            leg.HasOne<AircraftType>().WithMany().HasForeignKey(l => l.Aircraft).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class FlightMapping : IEntityTypeConfiguration<Flight>
{
    public void Configure(EntityTypeBuilder<Flight> flight)
    {
        flight.ToTable("flights", table =>
        {
            table.HasCheckConstraint("ck_flights_number", $"number >= 1 AND number <= {FlightNumber.HighestNumber}");
            table.HasCheckConstraint("ck_flights_seats", "seats >= 0 AND seats <= 1000");
            table.HasCheckConstraint("ck_flights_route", "origin <> destination");
            table.HasCheckConstraint("ck_flights_times", "departs_at <= arrives_at");
        });
        flight.HasKey(f => f.Id);
        flight.Property(f => f.Id).ValueGeneratedOnAdd();
        flight.Property(f => f.Carrier).HasMaxLength(Flight.CarrierLength);
        flight.Property(f => f.OperatingCarrier).HasMaxLength(Flight.CarrierLength);

        flight.Property(f => f.Suffix).HasMaxLength(Flight.SuffixLength);

        flight.Property(f => f.Aircraft).HasMaxLength(Flight.AircraftLength);
        flight.Property(f => f.Registration).HasMaxLength(Flight.RegistrationLength);
        flight.Property(f => f.DepartureTerminal).HasMaxLength(Flight.TerminalLength);
        flight.Property(f => f.ArrivalTerminal).HasMaxLength(Flight.TerminalLength);
        flight.Property(f => f.Gate).HasMaxLength(Flight.TerminalLength);
        flight.Property(f => f.Status).HasConversion<string>().HasMaxLength(16);
        // The date stands first, as in the other indexes: flights added day by day then touch few pages of each.
        flight.HasIndex(f => new { f.Date, f.Carrier, f.Number, f.Suffix, f.Origin, f.Destination, f.Occurrence }).IsUnique();
        flight.HasIndex(f => f.DepartsAt);
        flight.HasIndex(f => new { f.Origin, f.Date });
        flight.HasIndex(f => f.ScheduleId).HasFilter("schedule_id IS NOT NULL");
        flight.HasOne<Airport>().WithMany().HasForeignKey(f => f.Origin).OnDelete(DeleteBehavior.Restrict);
        flight.HasOne<Airport>().WithMany().HasForeignKey(f => f.Destination).OnDelete(DeleteBehavior.Restrict);
        flight.HasOne<Airline>().WithMany().HasForeignKey(f => f.Carrier).OnDelete(DeleteBehavior.Restrict);
        flight.HasOne<Airline>().WithMany().HasForeignKey(f => f.OperatingCarrier).OnDelete(DeleteBehavior.Restrict);
        flight.HasOne<AircraftType>().WithMany().HasForeignKey(f => f.Aircraft).OnDelete(DeleteBehavior.Restrict);
        flight.HasOne<FlightSchedule>().WithMany().HasForeignKey(f => f.ScheduleId).OnDelete(DeleteBehavior.SetNull);
        flight.HasOne(f => f.Load).WithMany().HasForeignKey(f => f.LoadId).OnDelete(DeleteBehavior.Restrict);
        flight.Ignore(f => f.FlightNumber);

        // A flight of a load that was never activated is not on sale and nobody sees it.
        flight.HasQueryFilter("OnSale", f => f.LoadId == null || f.Load!.ActivatedAt != null);
    }
}

internal sealed class FlightLoadMapping : IEntityTypeConfiguration<FlightLoad>
{
    public void Configure(EntityTypeBuilder<FlightLoad> load)
    {
        load.ToTable("flight_loads");
        load.HasKey(l => l.Id);
        load.Property(l => l.Source).HasMaxLength(16);
    }
}

internal sealed class ScheduleVersionMapping : IEntityTypeConfiguration<ScheduleVersion>
{
    public void Configure(EntityTypeBuilder<ScheduleVersion> version)
    {
        version.ToTable("schedule_version", table => table.HasCheckConstraint("ck_schedule_version_one_row", "id = 1"));
        version.HasKey(v => v.Id);
        version.Property(v => v.Id).ValueGeneratedNever();
    }
}

internal sealed class ReferenceDigestMapping : IEntityTypeConfiguration<ReferenceDigest>
{
    public void Configure(EntityTypeBuilder<ReferenceDigest> digest)
    {
        digest.ToTable("reference_digest", table => table.HasCheckConstraint("ck_reference_digest_one_row", "id = 1"));
        digest.HasKey(d => d.Id);
        digest.Property(d => d.Id).ValueGeneratedNever();
        digest.Property(d => d.Digest).HasMaxLength(ReferenceDigest.DigestLength);
    }
}

internal sealed class FlightCabinMapping : IEntityTypeConfiguration<FlightCabin>
{
    public void Configure(EntityTypeBuilder<FlightCabin> cabin)
    {
        cabin.ToTable("flight_cabins", table =>
        {
            table.HasCheckConstraint("ck_flight_cabins_counts", "capacity >= 0 AND authorised >= 0 AND unseated >= 0 AND taken >= 0");
            table.HasCheckConstraint("ck_flight_cabins_authorised", "taken <= authorised");
        });
        cabin.HasKey(c => new { c.FlightId, c.Cabin });
        cabin.HasOne<Flight>().WithMany().HasForeignKey(c => c.FlightId).OnDelete(DeleteBehavior.Restrict);
    }
}
