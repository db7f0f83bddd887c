using Microsoft.EntityFrameworkCore.Design;

namespace AirlineBooking.Web.Platform.Database;

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteAirlineDb>
{
    public SqliteAirlineDb CreateDbContext(string[] args) => new(AirlineDbOptions.Sqlite("Data Source=:memory:"));
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresAirlineDb>
{
    public PostgresAirlineDb CreateDbContext(string[] args) => new(AirlineDbOptions.Postgres("Host=localhost"));
}
