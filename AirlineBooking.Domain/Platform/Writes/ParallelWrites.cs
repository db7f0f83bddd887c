using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Platform;

/// <summary>Writes for a database with many writers, such as PostgreSQL: each unit has its own transaction, retried when it lost a race.</summary>
public sealed class ParallelWrites(IDbContextFactory<AirlineDb> databases) : Writes
{
    public const int MostAttempts = 8;

    protected override async Task<T> RunAsync<T>(Func<AirlineDb, CancellationToken, Task<T>> unit, Func<T, bool> keeps, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(cancel);
                db.Renew();
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                var answer = await unit(db, cancel);
                if (!keeps(answer)) return answer;
                await transaction.CommitAsync(cancel);
                foreach (var tell in db.TakeAfterCommit()) tell();
                return answer;
            }
            catch (Exception failure) when (attempt < MostAttempts && LostARace(failure))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 5 * attempt)), cancel);
            }
        }
    }

    // 40001 serialization failure, 40P01 deadlock detected: PostgreSQL rolled the transaction back and asks to try it again.
    private static bool LostARace(Exception failure) =>
        (failure as DbException ?? failure.InnerException as DbException)?.SqlState is "40001" or "40P01";
}
