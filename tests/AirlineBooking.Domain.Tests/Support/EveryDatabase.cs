using System.Reflection;
using Xunit.Sdk;

namespace AirlineBooking.Domain.Tests.Support;

public enum Database { Sqlite, Postgres }

/// <summary>Runs a theory once for each database that the product promises: <c>[Theory, EveryDatabase]</c> with one parameter.</summary>
/// <remarks>Without a PostgreSQL the row is left out, and <see cref="PromisedDatabasesTests"/> is skipped by name; the whole run allows no skips.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [Database.Sqlite];
        if (PostgresServer.IsHere) yield return [Database.Postgres];
    }
}

public sealed class NeedsPostgresFactAttribute : FactAttribute
{
    public NeedsPostgresFactAttribute()
    {
        if (!PostgresServer.IsHere) Skip = $"{PostgresServer.Variable} names no PostgreSQL; tests/run.sh starts one.";
    }
}

public sealed class PromisedDatabasesTests
{
    [NeedsPostgresFact]
    public void Every_database_test_runs_on_PostgreSQL_too() => Assert.True(PostgresServer.IsHere);
}
