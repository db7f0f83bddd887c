using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Flights;

/// <summary>Makes the dated flights of every schedule out to the sale horizon, counted from today at each origin.</summary>
/// <remarks>
/// Each schedule remembers how far its flights are made, so a second run does almost nothing, and a flight that was removed
/// meanwhile does not come back. A flight that is known already keeps its id.
/// </remarks>
public sealed class RollHorizon(IDbContextFactory<AirlineDb> databases, Writes writes, IOptions<AirlineOptions> house, TimeProvider clock)
{
    /// <summary>About how many flights one unit of work adds.</summary>
    public const int FlightsInAUnit = 2500;

    // Yesterday's flights may still be in the air, somewhere behind the date line even those of the day before.
    private const int DaysBack = 1;

    /// <summary>Answers how many flights were added.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var schedules = await UnfinishedAsync(db, now, cancel);
        if (schedules.Count == 0) return 0;
        var zones = await db.Airports.AsNoTracking().ToDictionaryAsync(airport => airport.Code, airport => airport.TimeZone, cancel);

        var added = 0;
        var unit = new Unit();
        foreach (var schedule in schedules)
        {
            var today = AirportClock.DateAt(now, zones[schedule.Legs.MinBy(leg => leg.Sequence)!.Origin]); // A schedule has a leg.
            var last = today.AddDays(house.Value.SaleHorizonDays);
            if (schedule.To < last) last = schedule.To.Value;
            var first = schedule.MadeUntil?.AddDays(1) ?? today.AddDays(-DaysBack);
            if (first > last) continue;
            unit.Flights.AddRange(ExpandSchedule.Between(schedule, first, last, code => zones[code]));
            unit.Made.Add((schedule.Id, last));
            if (unit.Flights.Count < FlightsInAUnit) continue;
            added += await AddAsync(unit, now, cancel);
            unit = new Unit();
        }
        return added + await AddAsync(unit, now, cancel);
    }

    private async Task<List<FlightSchedule>> UnfinishedAsync(AirlineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        // A day more than UTC's at both ends, for the origins whose date differs.
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (earliest, horizon) = (today.AddDays(-DaysBack - 1), today.AddDays(house.Value.SaleHorizonDays + 1));
        return await db.FlightSchedules.AsNoTracking()
            .Where(s => s.From <= horizon && (s.To == null || s.To >= earliest))
            .Where(s => s.MadeUntil == null || (s.MadeUntil < horizon && (s.To == null || s.MadeUntil < s.To)))
            .OrderBy(s => s.From).ThenBy(s => s.Id)
            .ToListAsync(cancel);
    }

    private async Task<int> AddAsync(Unit unit, DateTimeOffset now, CancellationToken cancel)
    {
        if (unit.Made.Count == 0) return 0;
        return await writes.RunAsync(
            async (db, token) =>
            {
                var added = await FlightRows.InsertAsync(db, unit.Flights, token);
                foreach (var until in unit.Made.GroupBy(made => made.Until, made => made.Schedule))
                {
                    var schedules = until.ToList();
                    await db.FlightSchedules.Where(s => schedules.Contains(s.Id))
                        .ExecuteUpdateAsync(row => row.SetProperty(s => s.MadeUntil, until.Key), token);
                }
                if (added > 0) await ScheduleVersions.BumpAsync(db, now, token);
                return added;
            },
            cancel);
    }

    private sealed class Unit
    {
        public List<Flight> Flights { get; } = [];

        public List<(long Schedule, DateOnly Until)> Made { get; } = [];
    }
}
