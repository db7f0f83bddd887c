using AirlineBooking.Domain.Accounts;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AirlineBooking.Domain;

/// <summary>Everything the airline remembers. Each feature maps its own tables; the provider is chosen by the web host.</summary>
public abstract class AirlineDb(DbContextOptions options) : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Airport> Airports => Set<Airport>();
    public DbSet<MetropolitanArea> MetropolitanAreas => Set<MetropolitanArea>();
    public DbSet<Airline> Airlines => Set<Airline>();
    public DbSet<AircraftType> AircraftTypes => Set<AircraftType>();
    public DbSet<ConnectionTime> ConnectionTimes => Set<ConnectionTime>();
    public DbSet<FlightSchedule> FlightSchedules => Set<FlightSchedule>();
    public DbSet<Flight> Flights => Set<Flight>();
    public DbSet<FlightLoad> FlightLoads => Set<FlightLoad>();
    public DbSet<ScheduleVersion> ScheduleVersions => Set<ScheduleVersion>();
    public DbSet<Fare> Fares => Set<Fare>();
    public DbSet<FareVersion> FareVersions => Set<FareVersion>();
    public DbSet<OfferKey> OfferKeys => Set<OfferKey>();
    public DbSet<FlightCabin> FlightCabins => Set<FlightCabin>();
    public DbSet<SeatClaim> SeatClaims => Set<SeatClaim>();
    public DbSet<SeatHold> SeatHolds => Set<SeatHold>();
    public DbSet<SeatChange> SeatChanges => Set<SeatChange>();
    public DbSet<RunOnceEntry> RunOnceEntries => Set<RunOnceEntry>();
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<ReferenceDigest> ReferenceDigests => Set<ReferenceDigest>();

    private List<Action>? _afterCommit;

    /// <summary>Remembers what is to be told once the unit of work is committed. It must be quick and must not throw.</summary>
    internal void AfterCommit(Action tell) => (_afterCommit ??= []).Add(tell);

    /// <summary>Hands over what is to be told; who commits the unit calls each, in the order of the commits.</summary>
    public IReadOnlyList<Action> TakeAfterCommit()
    {
        var told = _afterCommit ?? [];
        _afterCommit = null;
        return told;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite cannot compare or order DateTimeOffset, so every instant is stored as a UTC DateTime.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<AirportCode>().HaveConversion<AirportCodeConverter>().HaveMaxLength(AirportCode.Length);
        configurationBuilder.Properties<CurrencyCode>().HaveConversion<CurrencyCodeConverter>().HaveMaxLength(3);
        configurationBuilder.Properties<FlightId>().HaveConversion<FlightIdConverter>();
        configurationBuilder.Properties<SeatNumber>().HaveConversion<SeatNumberConverter>();
        configurationBuilder.Properties<HoldId>().HaveConversion<HoldIdConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AirlineDb).Assembly);
        SnakeCaseColumns.Apply(builder);

        // A month of flights is loaded in seconds only with the indexes that something asks for, not one for each foreign key.
        var flight = builder.Entity<Flight>().Metadata;
        foreach (var unasked in flight.GetIndexes().Where(index => ((IConventionIndex)index).GetConfigurationSource() == ConfigurationSource.Convention).ToList())
        {
            flight.RemoveIndex(unasked);
        }
    }

    private sealed class AirportCodeConverter() : ValueConverter<AirportCode, string>(code => code.ToString(), text => AirportCode.Parse(text));

    private sealed class CurrencyCodeConverter() : ValueConverter<CurrencyCode, string>(code => code.ToString(), text => CurrencyCode.Parse(text));

    private sealed class FlightIdConverter() : ValueConverter<FlightId, long>(id => id.Value, value => new FlightId(value));

    private sealed class SeatNumberConverter() : ValueConverter<SeatNumber, string>(seat => seat.ToString(), text => SeatNumber.Parse(text));

    private sealed class HoldIdConverter() : ValueConverter<HoldId, Guid>(id => id.Value, value => new HoldId(value));
}
