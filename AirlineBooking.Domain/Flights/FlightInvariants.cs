using System.Runtime.CompilerServices;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>What is always true of airports, flights and their loads.</summary>
internal static class FlightInvariants
{
    public static readonly Invariant[] All =
    [
        new("Every airport's time zone is one of the tz database", AirportsWithoutZone),
        new("Every flight's instants are its local times by the airports' zones", FlightsOutOfTime),
        new("Every flight lands after it leaves, within a day", FlightsTooLong),
        new("No two flights have one key", FlightsWithOneKey),
        new("Legs that are joined follow each other", LegsApart),
        new("Nothing of an activated import waits", LeftOnStage),
        new("The schedule version is there", NoVersion),
        new("No import was given up half-way", AbandonedLoads) { IsRemark = true },
    ];

    private static async IAsyncEnumerable<string> AirportsWithoutZone(AirlineDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var airport in db.Airports.AsNoTracking().OrderBy(a => a.Code).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!AirportClock.Knows(airport.TimeZone)) yield return $"{airport.Code}: {airport.TimeZone}";
        }
    }

    private static async IAsyncEnumerable<string> FlightsOutOfTime(AirlineDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var zones = await db.Airports.AsNoTracking().ToDictionaryAsync(airport => airport.Code, airport => airport.TimeZone, cancel);
        var flights = db.Flights.AsNoTracking().Select(f => new
        {
            f.Id, f.Origin, f.Destination, f.Date, f.DepartsLocal, f.ArrivesLocal, f.ArrivalDayOffset, f.DepartsAt, f.ArrivesAt,
        });
        await foreach (var f in flights.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!Agrees(f.Date.ToDateTime(f.DepartsLocal), f.DepartsAt, zones[f.Origin])) yield return $"{f.Id} leaves {f.Origin} at {f.DepartsLocal:HH:mm} on {f.Date:yyyy-MM-dd}, and {f.DepartsAt:u} is stored";
            if (!Agrees(f.Date.AddDays(f.ArrivalDayOffset).ToDateTime(f.ArrivesLocal), f.ArrivesAt, zones[f.Destination])) yield return $"{f.Id} lands at {f.Destination} at {f.ArrivesLocal:HH:mm} ({f.ArrivalDayOffset:+0;-0;+0}), and {f.ArrivesAt:u} is stored";
        }
    }

    // In the hour that the wall shows twice either instant agrees.
    private static bool Agrees(DateTime local, DateTimeOffset instant, string zone) =>
        AirportClock.ToInstant(local, zone) == instant || AirportClock.ToLocal(instant, zone) == local;

    private static IAsyncEnumerable<string> FlightsTooLong(AirlineDb db, CancellationToken cancel) =>
        db.Flights.AsNoTracking().Select(f => new { f.Id, f.DepartsAt, f.ArrivesAt }).AsAsyncEnumerable()
            .Where(f => f.ArrivesAt < f.DepartsAt || f.ArrivesAt - f.DepartsAt > TimeSpan.FromDays(1))
            .Select(f => $"{f.Id} takes {f.ArrivesAt - f.DepartsAt}");

    private static IAsyncEnumerable<string> FlightsWithOneKey(AirlineDb db, CancellationToken cancel) =>
        db.Flights.IgnoreQueryFilters().AsNoTracking()
            .GroupBy(f => new { f.Date, f.Carrier, f.Number, f.Suffix, f.Origin, f.Destination, f.Occurrence })
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .AsAsyncEnumerable()
            .Select(key => $"{new FlightNumber(key.Carrier, key.Number, key.Suffix)} {key.Origin}-{key.Destination} {key.Date:yyyy-MM-dd}");

    private static async IAsyncEnumerable<string> LegsApart(AirlineDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var legs = await db.Flights.AsNoTracking().Where(f => f.JoinsNextLeg || f.LegSequence > 1)
            .Select(f => new { f.Id, f.Carrier, f.Number, f.Suffix, f.ServiceDate, f.LegSequence, f.JoinsNextLeg, f.Origin, f.Destination, f.DepartsAt, f.ArrivesAt })
            .ToListAsync(cancel);
        var bySequence = legs.ToLookup(f => (f.Carrier, f.Number, f.Suffix, f.ServiceDate, f.LegSequence));
        foreach (var leg in legs.Where(f => f.JoinsNextLeg))
        {
            var next = bySequence[(leg.Carrier, leg.Number, leg.Suffix, leg.ServiceDate, leg.LegSequence + 1)];
            if (!next.Any(f => f.Origin == leg.Destination && f.DepartsAt >= leg.ArrivesAt)) yield return $"{leg.Id} {leg.Origin}-{leg.Destination} on {leg.ServiceDate:yyyy-MM-dd} goes on to a leg that is not there";
        }
    }

    private static IAsyncEnumerable<string> LeftOnStage(AirlineDb db, CancellationToken cancel) =>
        db.Set<StagedFlightChange>().AsNoTracking()
            .Where(change => db.FlightLoads.Any(load => load.Id == change.LoadId && load.ActivatedAt != null))
            .Select(change => change.FlightId)
            .AsAsyncEnumerable()
            .Select(id => $"a change of {id}");

    private static async IAsyncEnumerable<string> NoVersion(AirlineDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!await db.ScheduleVersions.AnyAsync(cancel)) yield return "processes are never told to read the flights again";
    }

    private static async IAsyncEnumerable<string> AbandonedLoads(AirlineDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var loads = await db.FlightLoads.AsNoTracking().Where(load => load.ActivatedAt == null).OrderBy(load => load.Id).ToListAsync(cancel);
        foreach (var load in loads) yield return $"import {load.Id} ({load.Source}) began {load.StartedAt:u}; it runs until {load.LeaseUntil:u} or the next import clears it";
    }
}
