using AirlineBooking.Domain.Tests.Support;
using AirlineBooking.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AirlineBooking.Domain.Tests.Platform;

public sealed class MigrationsTests
{
    public static TheoryData<Database> Both => [Database.Sqlite, Database.Postgres];

    [Theory, MemberData(nameof(Both))]
    public void The_migrations_make_the_model_as_it_is(Database database)
    {
        using var db = Unconnected(database);
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: add a migration for SQLite and for PostgreSQL.");
    }

    [Theory, MemberData(nameof(Both))]
    public void Passkeys_are_in_the_first_migration(Database database)
    {
        using var db = Unconnected(database);
        var first = Activator.CreateInstance(db.GetService<Microsoft.EntityFrameworkCore.Migrations.IMigrationsAssembly>().Migrations.First().Value);
        var operations = ((Microsoft.EntityFrameworkCore.Migrations.Migration)first!).UpOperations; // A migration always has a parameterless constructor.
        Assert.Contains(operations.OfType<Microsoft.EntityFrameworkCore.Migrations.Operations.CreateTableOperation>(), table => table.Name == "AspNetUserPasskeys");
    }

    [Fact]
    public void A_changed_model_is_noticed()
    {
        using var changed = new ChangedDb();
        Assert.True(changed.Database.HasPendingModelChanges());
    }

    private static AirlineDb Unconnected(Database database) => database is Database.Postgres
        ? new PostgresAirlineDb(AirlineDbOptions.Postgres("Host=localhost"))
        : new SqliteAirlineDb(AirlineDbOptions.Sqlite("Data Source=:memory:"));

    /// <summary>The negative control: the product's migrations, and a model with one more column.</summary>
    private sealed class ChangedDb() : DbContext(new DbContextOptionsBuilder<ChangedDb>().UseSqlite("Data Source=:memory:").Options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Added>().HasKey(a => a.Id);

        private sealed class Added
        {
            public int Id { get; set; }
        }
    }
}
