using System.Reflection;
using Xunit.Sdk;

namespace AirlineBooking.Domain.Tests.Support;

public enum Database { Sqlite, Postgres }

/// <summary>Runs a theory once for each database that the product promises: <c>[Theory, EveryDatabase]</c> with one parameter, or more when they are named.</summary>
/// <remarks>Without a PostgreSQL the row is left out, and <see cref="PromisedDatabasesTests"/> is skipped by name; the whole run allows no skips.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryDatabaseAttribute(params object?[] others) : DataAttribute
{
    public IReadOnlyList<object?> Others => others;

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => GetData();

    private IEnumerable<object?[]> GetData()
    {
        yield return [Database.Sqlite, .. others];
        if (PostgresServer.IsHere) yield return [Database.Postgres, .. others];
    }

    /// <summary>Each row for each database, for <c>MemberData</c>.</summary>
    public static IEnumerable<object?[]> With(IEnumerable<object?[]> rows) => rows.SelectMany(row => new EveryDatabaseAttribute(row).GetData());
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
