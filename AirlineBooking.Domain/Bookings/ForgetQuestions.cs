using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Forgets what somebody asked and nobody needs any more: wrong guesses of the day before, quotes that were not confirmed. A confirmed quote says what was kept.</summary>
public sealed class ForgetQuestions(Writes writes, TimeProvider clock)
{
    /// <summary>Forgets a bounded number; answers how many rows went.</summary>
    public Task<int> RunAsync(CancellationToken cancel)
    {
        const int most = 1000;
        var now = clock.GetUtcNow();
        return writes.RunAsync(
            async (db, token) =>
            {
                var guesses = await db.ExecuteAsync(
                    $"DELETE FROM wrong_lookups WHERE id IN (SELECT id FROM wrong_lookups WHERE at <= {now - LookupGuard.Day} LIMIT {most})", token);
                var quotes = await db.ExecuteAsync(
                    $"""
                    DELETE FROM cancellation_quotes WHERE id IN (
                        SELECT id FROM cancellation_quotes WHERE confirmed_at IS NULL AND expires_at <= {now - CancellationQuote.Remembered} LIMIT {most})
                    """,
                    token);
                return guesses + quotes;
            },
            cancel);
    }
}
