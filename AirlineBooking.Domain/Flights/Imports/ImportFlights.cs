using AirlineBooking.Domain.Kernel;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Flights;

/// <summary>Adds and changes dated flights from CSV, each row a flight of its own. It removes none.</summary>
public sealed class ImportFlights(IDbContextFactory<AirlineDb> databases, ChangeFlights changeFlights)
{
    public const int MostRows = 5_000_000;

    public async Task<Outcome<ImportSummary, ImportRefusal>> RunAsync(ImportRequest request, CancellationToken cancel)
    {
        var zones = await ReadZonesAsync(databases, cancel);
        var bad = 0;
        var rows = new RepeatedFlights();
        ToldFacts told;
        try
        {
            using var content = ImportFile.Open(request.Content);
            using var table = new CsvTable(content);
            var missing = table.MissingOf(FlightsFile.RequiredColumns);
            foreach (var column in missing) request.Report(new ImportProblem(1, $"the column {column} is missing"));
            if (missing.Count > 0) return ImportRefusal.ColumnMissing;

            var file = new FlightsFile(table, zones);
            told = file.Told;
            for (var read = 1; table.Read(); read++)
            {
                if (read > MostRows) return ImportRefusal.TooManyRows;
                if (read % 1_000 == 0) cancel.ThrowIfCancellationRequested();
                if (read % 10_000 == 0) request.Progress(new ImportProgress("Reading rows", read, Of: null));
                var reason = file.Read(out var unusable) is { } flight ? rows.Add(new ImportedFlight(flight, table.Line)) : unusable;
                if (reason is null) continue;
                bad++;
                request.Report(new ImportProblem(table.Line, reason));
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or CsvFormatException)
        {
            return ImportRefusal.NotReadable;
        }
        if (rows.Count == 0) return ImportRefusal.NoUsableRow;
        if (request.Strict && bad > 0) return ImportRefusal.RowsAreBad;
        return await changeFlights.RunAsync(request, new ToldFlights("csv", rows, told, bad), cancel);
    }

    internal static async Task<Dictionary<AirportCode, string>> ReadZonesAsync(IDbContextFactory<AirlineDb> databases, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Airports.AsNoTracking().ToDictionaryAsync(airport => airport.Code, airport => airport.TimeZone, cancel);
    }
}
