using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Adds and changes airports from CSV. It removes none, and what an operator imported stands against the reference files.</summary>
public sealed class ImportAirports(IDbContextFactory<AirlineDb> databases, Writes writes, TimeProvider clock)
{
    public const int MostRows = 100_000;

    private const int RowsInACommit = 200;

    public async Task<Outcome<ImportSummary, ImportRefusal>> RunAsync(ImportRequest request, CancellationToken cancel)
    {
        var told = new Dictionary<AirportCode, ToldAirport>();
        var bad = 0;
        void Skip(int line, string reason)
        {
            bad++;
            request.Report(new ImportProblem(line, reason));
        }

        try
        {
            if (Read(request, told, Skip) is { } refusal) return refusal;
        }
        catch (Exception failure) when (failure is InvalidDataException or CsvFormatException)
        {
            return ImportRefusal.NotReadable;
        }
        if (told.Count == 0) return ImportRefusal.NoUsableRow;

        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = await db.Airports.AsNoTracking().ToDictionaryAsync(airport => airport.Code, cancel);
        var (added, changed, unchanged) = (new List<ToldAirport>(), new List<ToldAirport>(), 0);
        foreach (var airport in told.Values)
        {
            if (!known.TryGetValue(airport.Code, out var before)) added.Add(airport);
            else if (Same(before, airport)) unchanged++;
            else if (before.TimeZone != airport.TimeZone && await HasFlightsAsync(db, airport.Code, cancel)) Skip(airport.Line, $"{airport.Code} has flights, so its time zone stays {before.TimeZone}");
            else changed.Add(airport);
        }
        var summary = new ImportSummary(added.Count, changed.Count, 0, unchanged, bad)
        {
            Examples =
            [
                .. added.Take(ImportSummary.MostExamples).Select(airport => $"+ {airport.Code} {airport.Name} {airport.TimeZone}"),
                .. changed.Take(ImportSummary.MostExamples).Select(airport => $"~ {airport.Code} {known[airport.Code].Name} {known[airport.Code].TimeZone} -> {airport.Name} {airport.TimeZone}"),
            ],
        };
        if (request.DryRun || !summary.ChangesAnything) return summary;

        var now = clock.GetUtcNow();
        var done = 0;
        foreach (var unit in added.Concat(changed).Chunk(RowsInACommit))
        {
            await writes.RunAsync((unitDb, token) => StoreAsync(unitDb, unit, now, token), cancel);
            request.Progress(new ImportProgress("Storing airports", done += unit.Length, added.Count + changed.Count));
        }
        return summary;
    }

    private static ImportRefusal? Read(ImportRequest request, Dictionary<AirportCode, ToldAirport> told, Action<int, string> skip)
    {
        using var content = ImportFile.Open(request.Content);
        using var table = new CsvTable(content);
        var missing = table.MissingOf(AirportsFile.RequiredColumns);
        foreach (var column in missing) request.Report(new ImportProblem(1, $"the column {column} is missing"));
        if (missing.Count > 0) return ImportRefusal.ColumnMissing;
        var file = new AirportsFile(table);
        for (var read = 1; table.Read(); read++)
        {
            if (read > MostRows) return ImportRefusal.TooManyRows;
            if (file.Read(out var reason) is not { } airport) skip(table.Line, reason);
            else if (!told.TryAdd(airport.Code, airport)) skip(table.Line, $"{airport.Code} stands on line {told[airport.Code].Line} already");
        }
        return null;
    }

    private static bool Same(Airport known, ToldAirport told) =>
        known.Name == told.Name && known.Country == told.Country && known.TimeZone == told.TimeZone
        && known.Latitude.Equals(told.Latitude) && known.Longitude.Equals(told.Longitude)
        && (told.Icao is null || known.Icao == told.Icao) && (told.City is null || known.City == told.City)
        && (told.MetropolitanArea is null || known.MetropolitanArea == told.MetropolitanArea);

    private static Task<bool> HasFlightsAsync(AirlineDb db, AirportCode code, CancellationToken cancel) =>
        db.Flights.AnyAsync(flight => flight.Origin == code || flight.Destination == code, cancel);

    private static async Task<int> StoreAsync(AirlineDb db, ToldAirport[] unit, DateTimeOffset now, CancellationToken cancel)
    {
        var codes = unit.Select(airport => airport.Code).ToList();
        var known = await db.Airports.Where(airport => codes.Contains(airport.Code)).ToDictionaryAsync(airport => airport.Code, cancel);
        await NameAreasAsync(db, unit, cancel);
        foreach (var told in unit)
        {
            if (!known.TryGetValue(told.Code, out var airport))
            {
                airport = new Airport
                {
                    Code = told.Code, Name = told.Name, City = told.City ?? told.Name[..Math.Min(told.Name.Length, Airport.CityLength)], Country = told.Country,
                    Latitude = told.Latitude, Longitude = told.Longitude, TimeZone = told.TimeZone,
                };
                db.Add(airport);
            }
            (airport.Name, airport.Country, airport.Latitude, airport.Longitude, airport.TimeZone, airport.Source) =
                (told.Name, told.Country, told.Latitude, told.Longitude, told.TimeZone, AirportSource.Import);
            if (told.Icao is { } icao) airport.Icao = icao;
            if (told.City is { } city) airport.City = city;
            if (told.MetropolitanArea is { } area) airport.MetropolitanArea = area;
        }
        var stored = await db.SaveChangesAsync(cancel);
        await ScheduleVersions.BumpAsync(db, now, cancel);
        return stored;
    }

    // An area that nobody knows is named after the first airport that names it.
    private static async Task NameAreasAsync(AirlineDb db, ToldAirport[] unit, CancellationToken cancel)
    {
        var known = await db.MetropolitanAreas.Select(area => area.Code).ToListAsync(cancel);
        db.AddRange(unit
            .Where(airport => airport.MetropolitanArea is { } area && !known.Contains(area))
            .DistinctBy(airport => airport.MetropolitanArea)
            .Select(airport => new MetropolitanArea { Code = airport.MetropolitanArea!.Value, Name = airport.City ?? airport.Code.ToString(), Country = airport.Country })); // Just filtered.
    }
}
