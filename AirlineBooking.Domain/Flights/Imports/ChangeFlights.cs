using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>What a file tells of flights, read and checked.</summary>
internal sealed record ToldFlights(string Source, RepeatedFlights Rows, ToldFacts Facts, int Bad)
{
    /// <summary>Where the file is the whole truth, so that known flights it does not tell go; nowhere by default.</summary>
    public IReadOnlyList<SchedulePeriod> Periods { get; init; } = [];

    /// <summary>The schedules that the flights were made from, if they were.</summary>
    public IReadOnlyList<MadeSchedule> Schedules { get; init; } = [];
}

/// <summary>Makes the known flights agree with a file: compares, stages what differs, activates it together.</summary>
public sealed class ChangeFlights(IDbContextFactory<AirlineDb> databases, FlightStage stage, ScheduleStage scheduleStage, FlightsWithPassengers passengers)
{
    internal async Task<Outcome<ImportSummary, ImportRefusal>> RunAsync(ImportRequest request, ToldFlights told, CancellationToken cancel)
    {
        if (request.DryRun)
        {
            var planned = await CompareAsync(request, told, cancel);
            return request.Strict && planned.Bad > told.Bad ? ImportRefusal.RowsAreBad : Summary(planned.Comparison, planned.Bad);
        }
        if (await stage.BeginAsync(told.Source, cancel) is not { } load) return ImportRefusal.AnotherImportIsRunning;
        var activated = false;
        try
        {
            var (comparison, bad) = await CompareAsync(request, told, cancel);
            if (request.Strict && bad > told.Bad) return ImportRefusal.RowsAreBad;
            var summary = Summary(comparison, bad);
            var schedules = await scheduleStage.CompareAsync(told, cancel);
            if (comparison.IsEmpty && schedules.IsEmpty) return summary;

            await stage.CommitAsync(load, (db, token) => NameUnknownAsync(db, comparison, token), cancel);
            await scheduleStage.AddAsync(load, schedules, cancel);
            await stage.AddAsync(load, [.. comparison.Added.OrderBy(row => row.Flight.DepartsAt)], request.Progress, cancel);
            await stage.StageAsync(load, [.. Changes(load, comparison)], request.Progress, cancel);
            var spared = await stage.ActivateAsync(load, schedules.ReplaceAsync, cancel);
            activated = true;
            return summary with { Bad = bad + spared.Count };
        }
        finally
        {
            if (!activated) await stage.AbandonAsync(load, CancellationToken.None);
        }
    }

    private async Task<(FlightComparison Comparison, int Bad)> CompareAsync(ImportRequest request, ToldFlights told, CancellationToken cancel)
    {
        request.Progress(new ImportProgress("Comparing with known flights", 0, Of: null));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = await ReadKnownAsync(db, told, cancel);
        var all = told.Periods.Count == 0 ? [] : known.Values.SelectMany(flights => flights).ToList();
        var comparison = new FlightComparison();
        foreach (var rows in told.Rows.Groups)
        {
            var key = FlightKey.Of(rows[0].Flight);
            comparison.Compare(rows, known.GetValueOrDefault(key, []), told.Facts);
        }
        foreach (var period in told.Periods)
        {
            comparison.Removed.AddRange(period.Untold(all, [.. all.Where(flight => !comparison.Matched.Contains(flight.Id))]));
        }
        return (comparison, told.Bad + await SpareAsync(db, request, comparison, cancel));
    }

    private static async Task<Dictionary<FlightKey, List<Flight>>> ReadKnownAsync(AirlineDb db, ToldFlights told, CancellationToken cancel)
    {
        var flights = told.Rows.Groups.SelectMany(rows => rows).Select(row => row.Flight);
        var (from, to, carriers) = (DateOnly.MaxValue, DateOnly.MinValue, told.Periods.Select(period => period.Carrier).ToHashSet(StringComparer.Ordinal));
        foreach (var period in told.Periods)
        {
            if (period.Earliest < from) from = period.Earliest;
            if (period.Latest > to) to = period.Latest;
        }
        foreach (var flight in flights)
        {
            if (flight.Date < from) from = flight.Date;
            if (flight.Date > to) to = flight.Date;
            carriers.Add(flight.Carrier);
        }
        var known = new Dictionary<FlightKey, List<Flight>>();
        var stored = db.Flights.AsNoTracking().Where(flight => carriers.Contains(flight.Carrier) && flight.Date >= from && flight.Date <= to);
        await foreach (var flight in stored.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var key = FlightKey.Of(flight);
            if (!known.TryGetValue(key, out var same)) known.Add(key, same = new List<Flight>(1));
            same.Add(flight);
        }
        return known;
    }

    // What passengers booked stays: such a row is told and skipped.
    private async Task<int> SpareAsync(AirlineDb db, ImportRequest request, FlightComparison comparison, CancellationToken cancel)
    {
        var touched = comparison.Changed.Where(change => change.TouchesPassengers).Select(change => change.Known.Id)
            .Concat(comparison.Removed.Select(flight => flight.Id)).ToList();
        var spared = await passengers.AmongAsync(db, touched, cancel);
        var sold = await passengers.SoldAsync(db, [.. comparison.Removed.Select(flight => flight.Id).Where(id => !spared.Contains(id))], cancel);
        if (spared.Count + sold.Count == 0) return 0;
        foreach (var change in comparison.Changed.Where(change => change.TouchesPassengers && spared.Contains(change.Known.Id)))
        {
            request.Report(new ImportProblem(change.Told.Line, $"{change.Known.FlightNumber} on {change.Known.Date:yyyy-MM-dd} has passengers"));
        }
        foreach (var flight in comparison.Removed.Where(flight => spared.Contains(flight.Id) || sold.Contains(flight.Id)))
        {
            var why = sold.Contains(flight.Id) ? "was sold and is kept with its tickets" : "has passengers";
            request.Report(new ImportProblem(0, $"{flight.FlightNumber} on {flight.Date:yyyy-MM-dd} is not in the file, but {why}"));
        }
        return comparison.Changed.RemoveAll(change => change.TouchesPassengers && spared.Contains(change.Known.Id))
            + comparison.Removed.RemoveAll(flight => spared.Contains(flight.Id) || sold.Contains(flight.Id));
    }

    // A carrier or type that nobody knows gets a row named by its code.
    private static async Task<int> NameUnknownAsync(AirlineDb db, FlightComparison comparison, CancellationToken cancel)
    {
        var told = comparison.Added.Select(row => row.Flight).Concat(comparison.Changed.Select(change => change.Told.Flight)).ToList();
        var carriers = told.Select(flight => flight.Carrier).Concat(told.Select(flight => flight.OperatingCarrier)).ToHashSet(StringComparer.Ordinal);
        var types = told.Select(flight => flight.Aircraft).ToHashSet(StringComparer.Ordinal);
        carriers.ExceptWith(await db.Airlines.Select(airline => airline.Code).ToListAsync(cancel));
        types.ExceptWith(await db.AircraftTypes.Select(type => type.Icao).ToListAsync(cancel));
        db.AddRange(carriers.Select(code => new Airline { Code = code, Name = code }));
        db.AddRange(types.Select(code => new AircraftType { Icao = code, Name = code }));
        return await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<StagedFlightChange> Changes(FlightLoad load, FlightComparison comparison) =>
        comparison.Changed.Select(change => Staged(load, change.Known.Id, change.Told.Flight, removes: false, change.TouchesPassengers))
            .Concat(comparison.Removed.Select(flight => Staged(load, flight.Id, flight, removes: true, touches: true)));

    private static StagedFlightChange Staged(FlightLoad load, FlightId id, Flight facts, bool removes, bool touches) => new()
    {
        LoadId = load.Id, FlightId = id, Removes = removes, TouchesPassengers = touches, OperatingCarrier = facts.OperatingCarrier,
        LegSequence = facts.LegSequence, ServiceDate = facts.ServiceDate, JoinsNextLeg = facts.JoinsNextLeg, DepartsLocal = facts.DepartsLocal,
        ArrivesLocal = facts.ArrivesLocal, ArrivalDayOffset = facts.ArrivalDayOffset, DepartsAt = facts.DepartsAt, ArrivesAt = facts.ArrivesAt,
        Aircraft = facts.Aircraft, Seats = facts.Seats, Registration = facts.Registration, DepartureTerminal = facts.DepartureTerminal,
        ArrivalTerminal = facts.ArrivalTerminal, ScheduleId = facts.ScheduleId,
    };

    private static ImportSummary Summary(FlightComparison comparison, int bad) =>
        new(comparison.Added.Count, comparison.Changed.Count, comparison.Removed.Count, comparison.Unchanged, bad)
        {
            Examples =
            [
                .. comparison.Added.Take(ImportSummary.MostExamples).Select(row => $"+ {FlightWords.Of(row.Flight)}"),
                .. comparison.Changed.Take(ImportSummary.MostExamples).Select(change => $"~ {FlightWords.Of(change)}"),
                .. comparison.Removed.Take(ImportSummary.MostExamples).Select(flight => $"- {FlightWords.Of(flight)}"),
            ],
        };
}
