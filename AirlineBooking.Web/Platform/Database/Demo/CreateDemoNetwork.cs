using AirlineBooking.Domain;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Platform.Database.Demo;

/// <summary>Writes the demo airline's schedules once. Their dated flights come from rolling the sale horizon, as all do.</summary>
public sealed class CreateDemoNetwork(IDbContextFactory<AirlineDb> databases, Writes writes, IOptions<AirlineOptions> house, TimeProvider clock)
{
    // Whole years, so that the schedules of two first starts in one year are the same.
    private const int YearsBack = 1, YearsAhead = 6;

    /// <summary>Answers true when it wrote them, false when they stand already.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        await using var reading = await databases.CreateDbContextAsync(cancel);
        if (await reading.FlightSchedules.AnyAsync(schedule => schedule.Source == DemoNetwork.Source, cancel)) return false;
        var airports = await reading.Airports.AsNoTracking().ToDictionaryAsync(airport => airport.Code, cancel);
        var now = clock.GetUtcNow();
        var (from, to) = (new DateOnly(now.Year - YearsBack, 1, 1), new DateOnly(now.Year + YearsAhead, 12, 31));
        var schedules = DemoNetwork.Schedules(house.Value.Code, from, to, code => airports[code]);
        return await writes.RunAsync(
            async (db, token) =>
            {
                // Counting up locks the one row, so that of two first starts at once the second sees what the first wrote.
                await ScheduleVersions.BumpAsync(db, now, token);
                if (await db.FlightSchedules.AnyAsync(schedule => schedule.Source == DemoNetwork.Source, token)) return false;
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                db.FlightSchedules.AddRange(schedules);
                await db.SaveChangesAsync(token);
                return true;
            },
            cancel);
    }
}
