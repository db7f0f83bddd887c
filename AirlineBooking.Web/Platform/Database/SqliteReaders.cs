using System.Collections.Concurrent;
using AirlineBooking.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Platform.Database;

/// <summary>Contexts to read with, each on a connection of its own that stays open, with its statements ready: opening and preparing take SQLite longer than reading.</summary>
internal sealed class SqliteReaders(string connectionString) : IDbContextFactory<AirlineDb>, IDisposable
{
    /// <summary>More than this are made when so many are needed at once, and closed after use.</summary>
    private const int MostKept = 32;

    private readonly ConcurrentStack<SqliteAirlineDb> _free = [];
    private bool _isClosed;

    public AirlineDb CreateDbContext() => _free.TryPop(out var free) ? free : Open();

    public void Dispose()
    {
        Volatile.Write(ref _isClosed, true);
        while (_free.TryPop(out var free)) free.Close();
    }

    private SqliteAirlineDb Open()
    {
        SqliteFile.Create(connectionString);
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);
        var db = new SqliteAirlineDb(AirlineDbOptions.Sqlite(connection)) { TakesBack = TakeBack };
        db.KeepStatements();
        return db;
    }

    private bool TakeBack(SqliteAirlineDb used)
    {
        // A transaction that was begun and not ended is not for others.
        if (_free.Count >= MostKept || Volatile.Read(ref _isClosed) || used.Database.CurrentTransaction is not null) return false;
        used.Renew();
        _free.Push(used);
        return true;
    }
}
