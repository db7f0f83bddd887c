using System.IO.Compression;
using System.Text;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Flights.Imports;

/// <summary>An airline with a few airports, and an operator who hands in files.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    public const string Header = "carrier,flight_number,origin,destination,date,dep_local,arr_local,arr_day_offset,block_min,tail_number,aircraft_icao,seats\n";

    private static readonly (string Code, string Country, string Zone)[] Places =
    [
        ("LHR", "GB", "Europe/London"), ("JFK", "US", "America/New_York"), ("SIN", "SG", "Asia/Singapore"), ("FRA", "DE", "Europe/Berlin"),
        ("HNL", "US", "Pacific/Honolulu"), ("AKL", "NZ", "Pacific/Auckland"), ("SYD", "AU", "Australia/Sydney"),
    ];

    private ImportDesk(HeadlessAirline airline) => Airline = airline;

    public HeadlessAirline Airline { get; }

    public List<ImportProblem> Problems { get; } = [];

    public static async Task<ImportDesk> OpenAsync(Database database)
    {
        var airline = await HeadlessAirline.OpenAsync(database);
        await airline.Writes.RunAsync(async (db, cancel) =>
        {
            db.AddRange(Places.Select(place => new Airport
            {
                Code = AirportCode.Parse(place.Code), Name = place.Code, City = place.Code, Country = place.Country,
                Latitude = 0, Longitude = 0, TimeZone = place.Zone,
            }));
            db.Add(new Airline { Code = "XB", Name = "Example Air" });
            db.AddRange(
                new AircraftType { Icao = Flight.DefaultAircraft, Iata = "32N", Name = "Airbus A320neo", TypicalSeats = 174 },
                new AircraftType { Icao = "A320", Iata = "320", Name = "Airbus A320", TypicalSeats = 168 },
                new AircraftType { Icao = "B77W", Iata = "77W", Name = "Boeing 777-300ER", TypicalSeats = 350 });
            await db.SaveChangesAsync(cancel);
            await ScheduleVersions.BumpAsync(db, HeadlessAirline.Start, cancel);
        });
        return new ImportDesk(airline);
    }

    public Task<Outcome<ImportSummary, ImportRefusal>> FlightsAsync(string csv, bool dryRun = false, bool strict = false) =>
        FlightsAsync(Encoding.UTF8.GetBytes(csv), dryRun, strict);

    public Task<Outcome<ImportSummary, ImportRefusal>> FlightsAsync(byte[] file, bool dryRun = false, bool strict = false)
    {
        Problems.Clear();
        var request = new ImportRequest(new MemoryStream(file)) { DryRun = dryRun, Strict = strict, Report = Problems.Add };
        return Airline.Get<ImportFlights>().RunAsync(request, CancellationToken.None);
    }

    public Task<Outcome<ImportSummary, ImportRefusal>> SsimAsync(string message, bool dryRun = false, bool withoutTrailer = false) =>
        SsimAsync(Encoding.ASCII.GetBytes(message), dryRun, withoutTrailer);

    public Task<Outcome<ImportSummary, ImportRefusal>> SsimAsync(byte[] file, bool dryRun = false, bool withoutTrailer = false)
    {
        Problems.Clear();
        var request = new ImportRequest(new MemoryStream(file)) { DryRun = dryRun, WithoutTrailer = withoutTrailer, Report = Problems.Add };
        return Airline.Get<ImportSsim>().RunAsync(request, CancellationToken.None);
    }

    public Task<Outcome<ImportSummary, ImportRefusal>> AirportsAsync(string csv, bool dryRun = false)
    {
        Problems.Clear();
        var request = new ImportRequest(new MemoryStream(Encoding.UTF8.GetBytes(csv))) { DryRun = dryRun, Report = Problems.Add };
        return Airline.Get<ImportAirports>().RunAsync(request, CancellationToken.None);
    }

    public async Task<List<Flight>> OnSaleAsync()
    {
        await using var db = Airline.Databases.CreateDbContext();
        return await db.Flights.AsNoTracking().OrderBy(flight => flight.DepartsAt).ThenBy(flight => flight.Id).ToListAsync();
    }

    public async Task<long> VersionAsync()
    {
        await using var db = Airline.Databases.CreateDbContext();
        return await ScheduleVersions.ReadAsync(db, CancellationToken.None);
    }

    public static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    public ValueTask DisposeAsync() => Airline.DisposeAsync();
}
