using AirlineBooking.Domain.Search;

namespace AirlineBooking.Web.Platform.Jobs;

/// <summary>Asks every few seconds whether the schedule has changed, so that an import by any process is soon searched by this one.</summary>
internal sealed class TimetableRefresh(SearchBases bases, Timetables timetables, TimeProvider clock, ILogger<TimetableRefresh> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do await RefreshAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    /// <summary>Never throws but when the program stops: the timetable that stands goes on serving, and the next tick tries again.</summary>
    private async Task RefreshAsync(CancellationToken cancel)
    {
        var before = timetables.Current;
        var started = clock.GetTimestamp();
        try
        {
            await bases.RefreshAsync(cancel);
            if (timetables.Current is not { } now || ReferenceEquals(now, before)) return;
            log.LogInformation(
                "Read the timetable at version {Version}: {Flights} flights in {Milliseconds} ms",
                now.Version, now.Flights, (int)clock.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "The timetable could not be read; the one before goes on serving");
        }
    }
}
