using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Search;

/// <summary>Holds the timetable that searches use, and puts a newer one in its place when the schedule has changed.</summary>
public sealed class Timetables(ReadTimetable read, IDbContextFactory<AirlineDb> databases, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private Timetable? _current;

    /// <summary>The timetable as it is now, or none before the first was read.</summary>
    public Timetable? Current => Volatile.Read(ref _current);

    /// <summary>The timetable as it is now; who comes first waits until it is read.</summary>
    public ValueTask<Timetable> GetAsync(CancellationToken cancel) =>
        Current is { } current ? ValueTask.FromResult(current) : new ValueTask<Timetable>(RefreshAsync(cancel));

    /// <summary>Reads a new timetable beside the old one if the schedule's version has changed, then swaps them.</summary>
    public async Task<Timetable> RefreshAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (Current is { } current && current.Version == await VersionAsync(cancel)) return current;
            var made = await read.RunAsync(clock.GetUtcNow(), cancel);
            Volatile.Write(ref _current, made);
            return made;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<long> VersionAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await ReadTimetable.VersionAsync(db, cancel);
    }
}
