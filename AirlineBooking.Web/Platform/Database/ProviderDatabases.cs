using AirlineBooking.Domain;
using AirlineBooking.Domain.Flights;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>The airline's tables on SQLite: one file, nothing to install.</summary>
public sealed class SqliteAirlineDb(DbContextOptions<SqliteAirlineDb> options) : AirlineDb(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Where it goes after use instead of being closed; false when it is not wanted there.</summary>
    internal Func<SqliteAirlineDb, bool>? TakesBack { get; init; }

    public override void Dispose()
    {
        if (TakesBack is null) base.Dispose();
        else if (!TakesBack(this)) Close();
    }

    public override ValueTask DisposeAsync()
    {
        if (TakesBack is null) return base.DisposeAsync();
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes it for good, with its connection.</summary>
    internal void Close()
    {
        var connection = Database.GetDbConnection();
        base.Dispose();
        connection.Dispose();
    }

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
