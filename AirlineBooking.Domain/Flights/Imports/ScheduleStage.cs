using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Which stored schedules stay, which are new and which are replaced.</summary>
internal sealed record ScheduleComparison(IReadOnlyList<MadeSchedule> Added, IReadOnlyList<(long Id, SchedulePeriod Period)> Replaced)
{
    public bool IsEmpty => Added.Count + Replaced.Count == 0;

    /// <summary>Takes the replaced schedules out of the period, inside the commit that activates the new ones.</summary>
    public async Task ReplaceAsync(AirlineDb db, CancellationToken cancel)
    {
        foreach (var unit in Replaced.Chunk(500))
        {
            var ids = unit.Select(replaced => replaced.Id).ToList();
            await db.FlightSchedules.Where(schedule => ids.Contains(schedule.Id)).ExecuteDeleteAsync(cancel);
        }
    }
}

/// <summary>Puts the schedules of a load beside the stored ones; like its flights they are in force once the load is activated.</summary>
public sealed class ScheduleStage(IDbContextFactory<AirlineDb> databases, FlightStage stage)
{
    private const int SchedulesInACommit = 500;

    /// <summary>A schedule that is stored with the same words stays, and its flights belong to it.</summary>
    internal async Task<ScheduleComparison> CompareAsync(ToldFlights told, CancellationToken cancel)
    {
        var replaced = new List<(long, SchedulePeriod)>();
        if (told.Periods.Count == 0) return new ScheduleComparison([], []);
        var stored = new Dictionary<string, Queue<long>>(StringComparer.Ordinal);
        var where = new Dictionary<long, SchedulePeriod>();
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var period in told.Periods)
        {
            // A schedule that reaches out of the period is another message's, too: its flights outside stay, so it does.
            var within = await db.FlightSchedules.AsNoTracking()
                .Where(schedule => schedule.Carrier == period.Carrier && schedule.Source == SsimSchedules.Source)
                .Where(schedule => schedule.From >= period.Earliest && (period.To == null || (schedule.To != null && schedule.To <= period.Latest)))
                .ToListAsync(cancel);
            foreach (var schedule in within)
            {
                if (!where.TryAdd(schedule.Id, period)) continue;
                if (!stored.TryGetValue(Words(schedule), out var same)) stored.Add(Words(schedule), same = new Queue<long>());
                same.Enqueue(schedule.Id);
            }
        }
        var added = new List<MadeSchedule>();
        foreach (var made in told.Schedules)
        {
            if (stored.GetValueOrDefault(Words(made.Schedule)) is { Count: > 0 } same) Belong(made, same.Dequeue());
            else added.Add(made);
        }
        replaced.AddRange(stored.Values.SelectMany(ids => ids).Select(id => (id, where[id])));
        return new ScheduleComparison(added, replaced);
    }

    internal async Task AddAsync(FlightLoad load, ScheduleComparison schedules, CancellationToken cancel)
    {
        foreach (var unit in schedules.Added.Chunk(SchedulesInACommit))
        {
            await stage.CommitAsync(
                load,
                async (db, token) =>
                {
                    foreach (var made in unit) made.Schedule.LoadId = load.Id;
                    db.FlightSchedules.AddRange(unit.Select(made => made.Schedule));
                    return await db.SaveChangesAsync(token);
                },
                cancel);
            foreach (var made in unit) Belong(made, made.Schedule.Id);
        }
    }

    private static void Belong(MadeSchedule made, long schedule)
    {
        foreach (var flight in made.Flights) flight.ScheduleId = schedule;
    }

    private static string Words(FlightSchedule schedule) => string.Join('|',
        [
            $"{schedule.Carrier} {schedule.Number} {schedule.Suffix} {schedule.From:O} {schedule.To:O} {(int)schedule.Days} {schedule.EveryWeeks}",
            .. schedule.Legs.OrderBy(leg => leg.Sequence).Select(leg =>
                $"{leg.Sequence} {leg.OperatingCarrier} {leg.Origin} {leg.Destination} {leg.Departs:O} {leg.DepartureDayOffset} {leg.Arrives:O} {leg.ArrivalDayOffset} "
                + $"{leg.Aircraft} {leg.Seats} {leg.DepartureTerminal} {leg.ArrivalTerminal}"),
        ]);
}
