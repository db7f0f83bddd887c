using AirlineBooking.Domain;
using AirlineBooking.Domain.Platform;
using Microsoft.Data.Sqlite;

namespace AirlineBooking.Simulator;

/// <summary>Writes of a simulated process: units run in turn, and at each commit something may go wrong or somebody else go first.</summary>
internal sealed class SimulatedWrites(World world) : Writes
{
    private const int SqliteBusy = 5;

    protected override async Task<T> RunAsync<T>(Func<AirlineDb, CancellationToken, Task<T>> unit, Func<T, bool> keeps, CancellationToken cancel)
    {
        var point = UnitNames.Of(unit);
        await world.Turns.StandAsync();
        cancel.ThrowIfCancellationRequested();
        var fault = world.Faults.AtCommit(point);
        if (fault is { } strikes) world.Note($"{point}: {strikes}");
        switch (fault)
        {
            case Fault.Refused:
                throw new SqliteException("database is locked", SqliteBusy);
            case Fault.CrashBefore:
                Attempt.Run(world, unit, static _ => false, cancel);
                return await world.Turns.CrashAsync<T>();
            case Fault.Repeated:
                Attempt.Run(world, unit, static _ => false, cancel);
                break;
        }
        var answer = Attempt.Run(world, unit, keeps, cancel);
        world.AfterCommit(point, keeps(answer));
        if (fault is Fault.CrashAfter) return await world.Turns.CrashAsync<T>();
        if (fault is Fault.AnswerLost) throw new SimulatedFaultException("The connection broke after the commit.");
        await world.Turns.StandAsync();
        return answer;
    }
}

/// <summary>Writes of the world outside, such as the gateway's own books: nothing goes wrong there that the airline could see.</summary>
internal sealed class OutsideWrites(World world) : Writes
{
    protected override Task<T> RunAsync<T>(Func<AirlineDb, CancellationToken, Task<T>> unit, Func<T, bool> keeps, CancellationToken cancel)
    {
        var answer = Attempt.Run(world, unit, keeps, cancel);
        world.AfterCommit(UnitNames.Of(unit), keeps(answer));
        return Task.FromResult(answer);
    }
}

/// <summary>One run of a unit in one transaction.</summary>
internal static class Attempt
{
    public static T Run<T>(World world, Func<AirlineDb, CancellationToken, Task<T>> unit, Func<T, bool> keeps, CancellationToken cancel)
    {
        world.IsInUnit = true;
        try
        {
            using var transaction = world.Database.BeginTransaction();
            using var db = world.NewContext(transaction);
            var running = unit(db, cancel);
            if (!running.IsCompleted) throw new InvalidOperationException("A unit of work waits for something besides the database.");
            var answer = running.GetAwaiter().GetResult();
            if (!keeps(answer))
            {
                transaction.Rollback();
                db.TakeAfterCommit();
                world.Books.Forget();
                return answer;
            }
            transaction.Commit();
            world.IsInUnit = false;
            foreach (var tell in db.TakeAfterCommit()) tell();
            return answer;
        }
        catch
        {
            // The transaction is rolled back as it is disposed of.
            world.Books.Forget();
            throw;
        }
        finally
        {
            world.IsInUnit = false;
        }
    }
}
