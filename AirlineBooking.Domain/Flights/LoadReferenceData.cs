using System.Globalization;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Flights;

/// <summary>Fills the tables of airports, metropolitan areas, airlines, aircraft types and connecting times from the program's own files.</summary>
/// <remarks>A database that was filled from the same files is left alone, and what an operator imported always is.</remarks>
public sealed class LoadReferenceData(IDbContextFactory<AirlineDb> databases, Writes writes, IOptions<AirlineOptions> house, TimeProvider clock)
{
    // The files change with the program, but so may the way they are read: count this up when it does.
    private const string Reading = "1";

    private static readonly string[] Files =
        [ReferenceFiles.MetropolitanAreas, ReferenceFiles.Airports, ReferenceFiles.Airlines, ReferenceFiles.Aircraft, ReferenceFiles.ConnectionTimes];

    /// <summary>Answers true when it changed something.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var airline = house.Value;
        var digest = ReferenceFiles.Digest(Files, Reading, airline.Code, airline.Name, airline.TicketingPrefix);
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            if (await db.ReferenceDigests.AnyAsync(d => d.Digest == digest, cancel)) return false;
        }

        var changed = 0;
        foreach (var (table, rows) in Tables(airline))
        {
            foreach (var unit in rows.Chunk(ReferenceRows.MostRows))
            {
                changed += await writes.RunAsync((db, token) => table.UpsertAsync(db, unit, token), cancel);
            }
        }
        var now = clock.GetUtcNow();
        await writes.RunAsync((db, token) => RememberAsync(db, digest, bump: changed > 0, now, token), cancel);
        return changed > 0;
    }

    private static async Task RememberAsync(AirlineDb db, string digest, bool bump, DateTimeOffset now, CancellationToken cancel)
    {
        if (bump) await ScheduleVersions.BumpAsync(db, now, cancel);
        var loadedAt = UtcInstant.ToStored(now);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO reference_digest (id, digest, loaded_at) VALUES ({ReferenceDigest.OnlyRow}, {digest}, {loadedAt})
            ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, loaded_at = excluded.loaded_at
            """,
            cancel);
    }

    // In the order in which the tables name each other.
    private static IEnumerable<(ReferenceRows Table, List<object?[]> Rows)> Tables(AirlineOptions house)
    {
        yield return (
            new("metropolitan_areas", ["code"], ["code", "name", "country"]),
            ReferenceFiles.Read<object?[]>(ReferenceFiles.MetropolitanAreas, csv => [csv.Text("code"), csv.Text("name"), csv.Text("country")]));
        yield return (
            new("airports", ["code"], ["code", "icao", "name", "city", "metropolitan_area", "country", "latitude", "longitude", "time_zone", "source"])
            {
                OnlyWhere = $"airports.source = '{nameof(AirportSource.Reference)}'",
            },
            ReferenceFiles.Read(ReferenceFiles.Airports, Airport));
        yield return (
            new("airlines", ["code"], ["code", "name", "icao", "ticketing_prefix"]),
            [
                .. ReferenceFiles.Read<object?[]>(ReferenceFiles.Airlines, csv =>
                        [csv.Text("code"), csv.Text("name"), csv.TextOrNull("icao"), csv.TextOrNull("ticketing_prefix")])
                    .Where(row => !house.Code.Equals(row[0])),
                [house.Code, house.Name, null, house.TicketingPrefix],
            ]);
        yield return (
            new("aircraft_types", ["icao"], ["icao", "iata", "name", "typical_seats", "category", "fuel_kilograms_per_kilometre"]) { Numbers = ["fuel_kilograms_per_kilometre"] },
            ReferenceFiles.Read(ReferenceFiles.Aircraft, Aircraft));
        yield return (
            new("connection_times", ["airport", "kind"], ["airport", "kind", "minutes", "source"]),
            ReferenceFiles.Read<object?[]>(ReferenceFiles.ConnectionTimes, csv =>
                [csv.Text("airport"), Kind(csv.Text("kind")).ToString(), int.Parse(csv.Text("minutes"), CultureInfo.InvariantCulture), csv.Text("source")]));
    }

    private static object?[] Airport(CsvReader csv) =>
    [
        csv.Text("iata"), csv.TextOrNull("icao"), csv.Text("name"), csv.Text("city"), csv.TextOrNull("metro"), csv.Text("country"),
        csv.Number("latitude"), csv.Number("longitude"), csv.Text("time_zone"), nameof(AirportSource.Reference),
    ];

    private static object?[] Aircraft(CsvReader csv) =>
    [
        csv.Text("icao"), csv.TextOrNull("iata"), csv.Text("name"), int.Parse(csv.TextOrNull("typical_seats") ?? "0", CultureInfo.InvariantCulture),
        csv.TextOrNull("category"), csv.TextOrNull("fuel_kg_per_km") is null ? null : csv.Number("fuel_kg_per_km"),
    ];

    private static ConnectionKind Kind(string letters) => letters switch
    {
        "DD" => ConnectionKind.DomesticToDomestic,
        "DI" => ConnectionKind.DomesticToInternational,
        "ID" => ConnectionKind.InternationalToDomestic,
        "II" => ConnectionKind.InternationalToInternational,
        _ => throw new InvalidDataException($"'{letters}' is not a kind of connection: DD, DI, ID or II."),
    };
}
