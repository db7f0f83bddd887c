using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Platform;

/// <summary>Writes for a database with one writer, such as SQLite: one loop owns the one write connection.</summary>
/// <remarks>
/// It takes up to <see cref="MostUnitsInACommit"/> waiting units into one transaction with a savepoint each, commits once,
/// then answers them: concurrent buyers share a sync to disk, and nobody waits seconds behind the lock.
/// </remarks>
public sealed class SerialWrites(Func<CancellationToken, Task<DbConnection>> open, Func<DbConnection, AirlineDb> contextOn) : Writes, IAsyncDisposable
{
    public const int MostUnitsInACommit = 64;
    public const int LongestQueue = 4096;

    private readonly Channel<Unit> _waiting = Channel.CreateBounded<Unit>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly Lock _starting = new();
    private Task? _loop;

    protected override async Task<T> RunAsync<T>(Func<AirlineDb, CancellationToken, Task<T>> unit, Func<T, bool> keeps, CancellationToken cancel)
    {
        var waiting = new Unit<T>(unit, keeps, cancel);
        lock (_starting) _loop ??= Task.Run(WriteAsync, CancellationToken.None);
        await _waiting.Writer.WriteAsync(waiting, cancel);
        return await waiting.Answer;
    }

    /// <summary>Finishes what is waiting and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_loop is { } loop) await loop;
    }

    private async Task WriteAsync()
    {
        DbConnection? connection = null;
        AirlineDb? db = null;
        var batch = new List<Unit>(MostUnitsInACommit);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostUnitsInACommit && _waiting.Reader.TryRead(out var unit)) batch.Add(unit);
            try
            {
                connection ??= await open(CancellationToken.None);
                db ??= ContextOn(connection);
                await CommitTogetherAsync(connection, db, batch);
            }
            catch (Exception failure)
            {
                // Nothing of the batch was committed, or it is not known: each caller hears it, and the next batch starts on a new connection.
                foreach (var unit in batch) unit.Fail(failure);
                if (db is not null) await db.DisposeAsync();
                if (connection is not null) await connection.DisposeAsync();
                (connection, db) = (null, null);
            }
        }
        if (db is not null) await db.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
    }

    // One context for all units, as new after each: making one costs more than most units do.
    private AirlineDb ContextOn(DbConnection connection)
    {
        var db = contextOn(connection);
        db.Database.AutoSavepointsEnabled = false;
        db.KeepStatements();
        return db;
    }

    private static async Task CommitTogetherAsync(DbConnection connection, AirlineDb db, List<Unit> batch)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await db.Database.UseTransactionAsync(transaction);
        var told = new List<Action>();
        foreach (var unit in batch)
        {
            await db.ExecuteAsync($"SAVEPOINT unit", CancellationToken.None);
            var keeps = await unit.TryRunAsync(db);
            if (!keeps) await db.ExecuteAsync($"ROLLBACK TO unit", CancellationToken.None);
            await db.ExecuteAsync($"RELEASE unit", CancellationToken.None);
            if (keeps) told.AddRange(db.TakeAfterCommit());
            db.Renew();
        }
        await transaction.CommitAsync();
        await db.Database.UseTransactionAsync(null);
        foreach (var tell in told) tell();
        foreach (var unit in batch) unit.Tell();
    }

    private abstract class Unit
    {
        /// <summary>Runs the work; false means that what it wrote is to be rolled back.</summary>
        public abstract Task<bool> TryRunAsync(AirlineDb db);

        /// <summary>Answers the caller, after the commit.</summary>
        public abstract void Tell();

        public abstract void Fail(Exception failure);
    }

    private sealed class Unit<T>(Func<AirlineDb, CancellationToken, Task<T>> unit, Func<T, bool> keeps, CancellationToken cancel) : Unit
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _failure;
        private T? _value;

        public Task<T> Answer => _answer.Task;

        public override async Task<bool> TryRunAsync(AirlineDb db)
        {
            try
            {
                cancel.ThrowIfCancellationRequested();
                _value = await unit(db, cancel);
                return keeps(_value);
            }
            catch (Exception failure)
            {
                // The caller gets it after the commit of the others.
                _failure = failure;
                return false;
            }
        }

        public override void Tell()
        {
            if (_failure is OperationCanceledException) _answer.TrySetCanceled(cancel);
            else if (_failure is not null) _answer.TrySetException(_failure);
            else _answer.TrySetResult(_value!); // The unit ran to its end, so its answer is what T allows.
        }

        public override void Fail(Exception failure) => _answer.TrySetException(failure);
    }
}
