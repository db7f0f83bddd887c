using AirlineBooking.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AirlineBooking.Web.Tests.Platform;

public sealed class DatabaseSetupTests
{
    [Fact]
    public void Errors_do_not_repeat_what_was_written_whatever_the_connection_string_says()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("Database:Provider", "Postgres"), new("Database:ConnectionString", "Host=db.example;Database=airline;Include Error Detail=true;Log Parameters=true"),
        ]).Build();
        using var services = new ServiceCollection().AddDatabase(configuration, Path.GetTempPath()).BuildServiceProvider();

        var options = services.GetRequiredService<DbContextOptions<PostgresAirlineDb>>();
        var used = new NpgsqlConnectionStringBuilder(RelationalOptionsExtension.Extract(options).ConnectionString);

        Assert.Equal(("db.example", "airline"), (used.Host, used.Database));
        Assert.False(used.IncludeErrorDetail);
        Assert.False(used.LogParameters);
    }
}
