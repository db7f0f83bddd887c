using AirlineBooking.Domain.Accounts;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
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
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<BookingPassenger> BookingPassengers => Set<BookingPassenger>();
    public DbSet<Traveller> Travellers => Set<Traveller>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<TravelDocument> TravelDocuments => Set<TravelDocument>();
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Coupon> Coupons => Set<Coupon>();
    public DbSet<BookingDraft> BookingDrafts => Set<BookingDraft>();
    public DbSet<BookingToken> BookingTokens => Set<BookingToken>();
    public DbSet<BoardingPass> BoardingPasses => Set<BoardingPass>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<Refund> Refunds => Set<Refund>();
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();
    public DbSet<RunOnceEntry> RunOnceEntries => Set<RunOnceEntry>();
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<ReferenceDigest> ReferenceDigests => Set<ReferenceDigest>();

    private List<Action>? _afterCommit;

    /// <summary>Statements that are ready to run again, when this context keeps its connection.</summary>
    internal KeptStatements? KeptStatements { get; private set; }

    /// <summary>For a context that keeps its connection as long as it lives, and runs one statement at a time.</summary>
    public void KeepStatements() => KeepStatements(new KeptStatements(Database.GetDbConnection()));

    /// <summary>For contexts that share a connection, of which one at a time runs a statement.</summary>
    internal void KeepStatements(KeptStatements statements) => KeptStatements = statements;

    /// <summary>Remembers what is to be told once the unit of work is committed. It must be quick and must not throw.</summary>
    internal void AfterCommit(Action tell) => (_afterCommit ??= []).Add(tell);

    /// <summary>Hands over what is to be told; who commits the unit calls each, in the order of the commits.</summary>
    public IReadOnlyList<Action> TakeAfterCommit()
    {
        var told = _afterCommit ?? [];
        _afterCommit = null;
        return told;
    }

    /// <summary>Leaves nothing of one use for the next, for a context that is used again.</summary>
    public void Renew()
    {
        ChangeTracker.Clear();
        ChangeTracker.AutoDetectChangesEnabled = true;
        _afterCommit = null;
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
        configurationBuilder.Properties<BookingId>().HaveConversion<BookingIdConverter>();
        configurationBuilder.Properties<PassengerId>().HaveConversion<PassengerIdConverter>();
        configurationBuilder.Properties<DraftId>().HaveConversion<DraftIdConverter>();
        configurationBuilder.Properties<CancellationId>().HaveConversion<CancellationIdConverter>();
        configurationBuilder.Properties<PaymentId>().HaveConversion<PaymentIdConverter>();
        configurationBuilder.Properties<RefundId>().HaveConversion<RefundIdConverter>();
        configurationBuilder.Properties<BoardingPassId>().HaveConversion<BoardingPassIdConverter>();
        configurationBuilder.Properties<RecordLocator>().HaveConversion<RecordLocatorConverter>();
        configurationBuilder.Properties<TicketNumber>().HaveConversion<TicketNumberConverter>();
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

    private sealed class BookingIdConverter() : ValueConverter<BookingId, Guid>(id => id.Value, value => new BookingId(value));

    private sealed class PassengerIdConverter() : ValueConverter<PassengerId, Guid>(id => id.Value, value => new PassengerId(value));

    private sealed class DraftIdConverter() : ValueConverter<DraftId, Guid>(id => id.Value, value => new DraftId(value));

    private sealed class CancellationIdConverter() : ValueConverter<CancellationId, Guid>(id => id.Value, value => new CancellationId(value));

    private sealed class PaymentIdConverter() : ValueConverter<PaymentId, Guid>(id => id.Value, value => new PaymentId(value));

    private sealed class RefundIdConverter() : ValueConverter<RefundId, Guid>(id => id.Value, value => new RefundId(value));

    private sealed class RecordLocatorConverter() : ValueConverter<RecordLocator, string>(locator => locator.ToString(), text => RecordLocator.Parse(text));

    private sealed class TicketNumberConverter() : ValueConverter<TicketNumber, string>(number => number.ToString(), text => TicketNumber.Parse(text));

    private sealed class BoardingPassIdConverter() : ValueConverter<BoardingPassId, Guid>(id => id.Value, value => new BoardingPassId(value));
}
