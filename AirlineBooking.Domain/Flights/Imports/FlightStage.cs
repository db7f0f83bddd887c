using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Where an import puts its flights before they are on sale: many small commits that nobody sees, and a last one that activates them.</summary>
public sealed class FlightStage(Writes writes, TimeProvider clock, FlightsWithPassengers passengers)
{
    /// <summary>Few enough that other writers never wait long for one commit.</summary>
    public const int RowsInACommit = 4_000;

    /// <summary>How long a load belongs to its import without a word from it.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>Starts a load, or refuses because another import runs. What an abandoned one left is cleared first.</summary>
    internal async Task<FlightLoad?> BeginAsync(string source, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (load, abandoned) = await writes.RunAsync((db, token) => ClaimAsync(db, source, now, token), cancel);
        foreach (var left in abandoned) await ClearAsync(left, cancel);
        return load;
    }

    /// <summary>Adds new flights in small commits; they are on sale when the load is activated.</summary>
    internal async Task<int> AddAsync(FlightLoad load, IReadOnlyList<ImportedFlight> flights, Action<ImportProgress> progress, CancellationToken cancel)
    {
        var added = 0;
        foreach (var unit in flights.Chunk(RowsInACommit))
        {
            var rows = Array.ConvertAll(unit, row => row.Flight);
            foreach (var flight in rows) flight.LoadId = load.Id;
            added += await CommitAsync(load, (db, token) => FlightRows.InsertAsync(db, rows, token), cancel);
            progress(new ImportProgress("Staging flights", added, flights.Count));
        }
        return added;
    }

    /// <summary>Stages changes and removals of known flights.</summary>
    internal async Task StageAsync(FlightLoad load, IReadOnlyList<StagedFlightChange> changes, Action<ImportProgress> progress, CancellationToken cancel)
    {
        var staged = 0;
        foreach (var unit in changes.Chunk(RowsInACommit))
        {
            staged += await CommitAsync(load, (db, token) => StagedFlightChanges.InsertAsync(db, unit, token), cancel);
            progress(new ImportProgress("Staging changes", staged, changes.Count));
        }
    }

    /// <summary>Runs a unit of work of the load, which keeps the load for its import.</summary>
    internal Task<T> CommitAsync<T>(FlightLoad load, Func<AirlineDb, CancellationToken, Task<T>> unit, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return writes.RunAsync(
            async (db, token) =>
            {
                await KeepAsync(db, load, now, activatedAt: null, token);
                return await unit(db, token);
            },
            cancel);
    }

    /// <summary>Puts the load on sale and applies what it staged, in one commit; answers the flights that were sold or held meanwhile and stay as they are.</summary>
    internal Task<IReadOnlySet<FlightId>> ActivateAsync(
        FlightLoad load, Func<AirlineDb, CancellationToken, Task> alongside, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return writes.RunAsync(
            async (db, token) =>
            {
                await KeepAsync(db, load, now, activatedAt: now, token);
                var spared = await SpareAsync(db, load.Id, token);
                await passengers.ClearAsync(db, await RemovedAsync(db, load.Id, token), token);
                await StagedFlightChanges.ApplyAsync(db, load.Id, token);
                await alongside(db, token);
                await ScheduleVersions.BumpAsync(db, now, token);
                return spared;
            },
            cancel);
    }

    /// <summary>Takes back a load that is not activated, with all it staged.</summary>
    internal async Task AbandonAsync(FlightLoad load, CancellationToken cancel) => await ClearAsync(load.Id, cancel);

    private static async Task<(FlightLoad? Load, List<long> Abandoned)> ClaimAsync(AirlineDb db, string source, DateTimeOffset now, CancellationToken cancel)
    {
        // Who changes this row is alone until its commit: two imports that start together see each other.
        await db.Database.ExecuteSqlAsync($"UPDATE schedule_version SET version = version WHERE id = {ScheduleVersion.OnlyRow}", cancel);
        var open = await db.FlightLoads.AsNoTracking().Where(load => load.ActivatedAt == null).ToListAsync(cancel);
        // A lease far ahead was given by a clock that was wrong.
        if (open.Exists(load => load.LeaseUntil > now && load.LeaseUntil <= now + 2 * LeaseTime)) return (null, []);
        var mine = new FlightLoad { Source = source, StartedAt = now, LeaseUntil = now + LeaseTime };
        db.FlightLoads.Add(mine);
        await db.SaveChangesAsync(cancel);
        return (mine, [.. open.Select(load => load.Id)]);
    }

    private static async Task KeepAsync(AirlineDb db, FlightLoad load, DateTimeOffset now, DateTimeOffset? activatedAt, CancellationToken cancel)
    {
        var until = now + LeaseTime;
        var kept = await db.FlightLoads.Where(l => l.Id == load.Id && l.ActivatedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.LeaseUntil, until).SetProperty(l => l.ActivatedAt, activatedAt), cancel);
        if (kept == 0) throw new InvalidOperationException($"Load {load.Id} was cleared by another import, because this one said nothing for {LeaseTime}.");
    }

    private async Task<IReadOnlySet<FlightId>> SpareAsync(AirlineDb db, long loadId, CancellationToken cancel)
    {
        // Who changes seats of a flight names it, so nobody comes between this question and the commit.
        await db.LockRowsAsync(
            $"""
            SELECT id FROM flights WHERE id IN (SELECT flight_id FROM staged_flight_changes WHERE load_id = {loadId} AND (removes OR touches_passengers))
            ORDER BY id
            """,
            cancel);
        var touched = await db.Set<StagedFlightChange>().Where(change => change.LoadId == loadId && (change.Removes || change.TouchesPassengers))
            .Select(change => change.FlightId).ToListAsync(cancel);
        var spared = new HashSet<FlightId>(await passengers.AmongAsync(db, touched, cancel));
        spared.UnionWith(await passengers.SoldAsync(db, await RemovedAsync(db, loadId, cancel), cancel));
        foreach (var unit in spared.Chunk(500))
        {
            await db.Set<StagedFlightChange>().Where(change => change.LoadId == loadId && unit.Contains(change.FlightId)).ExecuteDeleteAsync(cancel);
        }
        return spared;
    }

    private static async Task<IReadOnlyCollection<FlightId>> RemovedAsync(AirlineDb db, long loadId, CancellationToken cancel) =>
        await db.Set<StagedFlightChange>().Where(change => change.LoadId == loadId && change.Removes).Select(change => change.FlightId).ToListAsync(cancel);

    private async Task ClearAsync(long loadId, CancellationToken cancel)
    {
        var (first, last) = await writes.RunAsync((db, token) => RangeAsync(db, loadId, token), cancel);
        for (var from = first; from <= last; from += RowsInACommit)
        {
            var (low, high) = (from, from + RowsInACommit);
            await writes.RunAsync(
                (db, token) => db.Database.ExecuteSqlAsync($"DELETE FROM flights WHERE load_id = {loadId} AND id >= {low} AND id < {high}", token), cancel);
        }
        await writes.RunAsync((db, token) => db.FlightSchedules.IgnoreQueryFilters().Where(schedule => schedule.LoadId == loadId).ExecuteDeleteAsync(token), cancel);
        await writes.RunAsync((db, token) => db.FlightLoads.Where(load => load.Id == loadId && load.ActivatedAt == null).ExecuteDeleteAsync(token), cancel);
    }

    // A load's flights were added one after the other, so their ids lie together, and there is no index on the load.
    private static async Task<(long First, long Last)> RangeAsync(AirlineDb db, long loadId, CancellationToken cancel)
    {
        var ids = db.Flights.IgnoreQueryFilters().Where(flight => flight.LoadId == loadId).Select(flight => flight.Id);
        var first = await ids.OrderBy(id => id).Select(id => (FlightId?)id).FirstOrDefaultAsync(cancel);
        var last = await ids.OrderByDescending(id => id).Select(id => (FlightId?)id).FirstOrDefaultAsync(cancel);
        return first is null || last is null ? (0, -1) : (first.Value.Value, last.Value.Value);
    }
}
