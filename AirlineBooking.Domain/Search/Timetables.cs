using AirlineBooking.Domain.Seats;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Search;

/// <summary>Holds the timetable that searches use, keeps its counters true, and puts a newer one in its place when the schedule has changed.</summary>
public sealed class Timetables : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly SoldPlaces _places = new();
    private readonly ReadTimetable _read;
    private readonly IDbContextFactory<AirlineDb> _databases;
    private readonly SeatMapFeed _feed;
    private readonly TimeProvider _clock;

    public Timetables(ReadTimetable read, IDbContextFactory<AirlineDb> databases, SeatMapFeed feed, TimeProvider clock)
    {
        (_read, _databases, _feed, _clock) = (read, databases, feed, clock);
        _feed.Heard += _places.Hear;
    }

    /// <summary>The timetable as it is now, or none before the first was read.</summary>
    public Timetable? Current => _places.Current;

    /// <summary>Changes whenever the lowest class of a cabin or its last nine seats do: answers that were kept are then made anew.</summary>
    public long Shown => _places.Shown;

    /// <summary>Changes whenever the lowest class of a cabin does.</summary>
    public long Priced => _places.Priced;

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
            var made = await _read.RunAsync(_clock.GetUtcNow(), cancel);
            _places.BeginCount();
            await _read.CountAsync(made, cancel);
            _places.Swap(made);
            return made;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        _feed.Heard -= _places.Hear;
        _oneAtATime.Dispose();
    }

    private async Task<long> VersionAsync(CancellationToken cancel)
    {
        await using var db = await _databases.CreateDbContextAsync(cancel);
        return await ReadTimetable.VersionAsync(db, cancel);
    }
}
