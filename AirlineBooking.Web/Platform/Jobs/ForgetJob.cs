using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using Coravel.Invocable;

namespace AirlineBooking.Web.Platform.Jobs;

/// <summary>Forgets what nobody can ask about any more: holds that ended, changes of seat maps, answers of requests, bookings in progress, tokens, wrong guesses, quotes.</summary>
public sealed class ForgetJob(
    ExpireHolds expireHolds, RunOnce runOnce, SaveDraft drafts, BookingTokens tokens, ForgetQuestions questions, IHostApplicationLifetime lifetime, ILogger<ForgetJob> log) : IInvocable
{
    /// <summary>Each round is a commit of its own, so nobody waits long behind it; what is left over waits for the next hour.</summary>
    public const int MostRounds = 1000;

    public async Task Invoke()
    {
        try
        {
            var forgotten = await AllOfAsync(expireHolds.ForgetAsync) + await AllOfAsync(runOnce.ForgetAsync) + await AllOfAsync(drafts.ForgetAsync)
                + await AllOfAsync(tokens.ForgetAsync) + await AllOfAsync(questions.RunAsync);
            if (forgotten > 0) log.LogInformation("{Rows} old rows forgotten.", forgotten);
        }
        catch (Exception failure)
        {
            // The next hour finds the same rows again.
            log.LogError(failure, "Old rows could not be forgotten.");
        }
    }

    private async Task<int> AllOfAsync(Func<CancellationToken, Task<int>> forget)
    {
        var all = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var some = await forget(lifetime.ApplicationStopping);
            if (some == 0) break;
            all += some;
        }
        return all;
    }
}
