using System.Runtime.CompilerServices;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Seats;

/// <summary>What somebody who follows a map is told: where it begins, what changed, that something was missed, or that it is quiet.</summary>
public enum SeatMapNewsKind { Begin, Change, Gap, Quiet }

/// <summary>One piece of news of a map. After a gap the map is read again; its version is the one that news goes on from.</summary>
public sealed record SeatMapNews(SeatMapNewsKind Kind, SeatsChanged Change);

/// <summary>Follows the map of a flight for somebody: every change in the order of versions, the first at once, later ones put together.</summary>
/// <remarks>
/// What the feed told out of order or not at all is read from the database, which has every change of the last day; only what is
/// no longer there is a gap. Whoever stops asking stops the watch.
/// </remarks>
public sealed class FollowSeatMap(ReadSeatMap maps, SeatMapFeed feed, TimeProvider clock)
{
    /// <summary>Changes within this time after one that was told are told together: nobody sees more frames than that.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="flight">Which flight; there is one.</param>
    /// <param name="after">The version that is known, or nothing to begin with what comes next.</param>
    /// <param name="quiet">How long without news before that is told too.</param>
    /// <param name="cancel">Ends the watch.</param>
    public async IAsyncEnumerable<SeatMapNews> RunAsync(FlightId flight, long? after, TimeSpan quiet, [EnumeratorCancellation] CancellationToken cancel)
    {
        // The watch is first: what is committed between it and the read is heard as well, and known by its version.
        using var watch = feed.Watch(flight);
        var known = after ?? await maps.VersionAsync(flight, cancel);
        yield return new(SeatMapNewsKind.Begin, new SeatsChanged(flight, known, [], []));
        if (after is not null && await CatchUpAsync(flight, known, cancel) is { } missed)
        {
            known = missed.Change.Version;
            yield return missed;
        }
        long? toldAt = null;
        while (!cancel.IsCancellationRequested)
        {
            var waiting = watch.Changes.WaitToReadAsync(cancel).AsTask();
            while (!waiting.IsCompleted)
            {
                await ((Task)waiting).WaitAsync(quiet, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (cancel.IsCancellationRequested) yield break;
                if (!waiting.IsCompleted) yield return new(SeatMapNewsKind.Quiet, new SeatsChanged(flight, known, [], []));
            }
            if (!await waiting) yield break;
            if (toldAt is { } before && clock.GetElapsedTime(before) is var since && since < Pause) await Task.Delay(Pause - since, clock, cancel);
            if (await TakeAsync(watch, flight, known, cancel) is not { } news) continue;
            (known, toldAt) = (news.Change.Version, clock.GetTimestamp());
            yield return news;
        }
    }

    private async Task<SeatMapNews?> TakeAsync(SeatMapWatch watch, FlightId flight, long known, CancellationToken cancel)
    {
        var heard = new SortedList<long, SeatsChanged>();
        while (watch.Changes.TryRead(out var change))
        {
            if (change.Version > known) heard[change.Version] = change;
        }
        if (heard.Count == 0) return null;
        // Versions count every change: so many of them, so far apart, are all there are.
        if (heard.Keys[^1] - known == heard.Count) return new(SeatMapNewsKind.Change, SeatsChanged.Together(flight, heard.Values));
        return await CatchUpAsync(flight, known, cancel);
    }

    private async Task<SeatMapNews?> CatchUpAsync(FlightId flight, long known, CancellationToken cancel)
    {
        if (await maps.ChangesAsync(flight, known, cancel) is not { } changes)
        {
            return new(SeatMapNewsKind.Gap, new SeatsChanged(flight, await maps.VersionAsync(flight, cancel), [], []));
        }
        return changes.Version == known ? null : new(SeatMapNewsKind.Change, changes);
    }
}
