using AirlineBooking.Domain;
using AirlineBooking.Domain.Flights;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>The airline's tables on SQLite: one file, nothing to install.</summary>
public sealed class SqliteAirlineDb(DbContextOptions<SqliteAirlineDb> options) : AirlineDb(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // The id of a flight that was removed is never given to another: offers and links name it.
        builder.Entity<Flight>().Property(flight => flight.Id).UseAutoincrement();
    }
}

/// <summary>The airline's tables on PostgreSQL, for more than one machine.</summary>
public sealed class PostgresAirlineDb(DbContextOptions<PostgresAirlineDb> options) : AirlineDb(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
}
