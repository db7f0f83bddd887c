using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Flights;

/// <summary>Makes a carrier's flights within its period agree with a schedule message in IATA SSIM chapter 7: adds, changes and removes.</summary>
public sealed class ImportSsim(IDbContextFactory<AirlineDb> databases, ChangeFlights changeFlights, IOptions<AirlineOptions> house, TimeProvider clock)
{
    public async Task<Outcome<ImportSummary, ImportRefusal>> RunAsync(ImportRequest request, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var zones = await ImportFlights.ReadZonesAsync(databases, cancel);
        var types = await ReadTypesAsync(cancel);
        IReadOnlyList<SsimCarrier> carriers;
        try
        {
            await using var content = ImportFile.Open(request.Content);
            if (new SsimFile(request.WithoutTrailer, request.Report).Read(content, out var refusal) is not { } read) return refusal;
            carriers = read;
        }
        catch (InvalidDataException)
        {
            return ImportRefusal.NotReadable;
        }

        var expansion = new Expansion(request, zones, types, today.AddDays(house.Value.SaleHorizonDays), cancel);
        foreach (var carrier in carriers)
        {
            if (!expansion.Add(carrier)) return ImportRefusal.TooManyRows;
        }
        expansion.CrossCheck.Tell();
        if (expansion.Rows.Count == 0) return ImportRefusal.NoUsableRow;
        return await changeFlights.RunAsync(request, expansion.Told(), cancel);
    }

    private async Task<Dictionary<string, (string Icao, int Seats)>> ReadTypesAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var types = await db.AircraftTypes.AsNoTracking().OrderBy(type => type.Icao).ToListAsync(cancel);
        var byCode = new Dictionary<string, (string, int)>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in types.Where(type => type.Iata is not null)) byCode.TryAdd(type.Iata!, (type.Icao, Seats(type.TypicalSeats))); // Just filtered.
        foreach (var type in types) byCode.TryAdd(type.Icao, (type.Icao, Seats(type.TypicalSeats)));
        return byCode;
    }

    private static int Seats(int typical) => typical > 0 ? typical : Flight.DefaultSeats;

    // Everything that one message becomes, before it is compared with what is known.
    private sealed class Expansion(
        ImportRequest request, Dictionary<AirportCode, string> zones, Dictionary<string, (string Icao, int Seats)> types, DateOnly horizon, CancellationToken cancel)
    {
        private readonly List<SchedulePeriod> _periods = [];
        private readonly List<MadeSchedule> _schedules = [];
        private int _bad;

        public RepeatedFlights Rows { get; } = new();

        public SsimCrossCheck CrossCheck { get; } = new(code => zones[code], request.Report);

        public bool Add(SsimCarrier carrier)
        {
            var services = new SsimItineraries(zones.ContainsKey, request.Report);
            var schedules = new SsimSchedules(code => zones[code], TypeOf);
            foreach (var made in services.Of(carrier).SelectMany(service => schedules.Of(service, horizon)))
            {
                cancel.ThrowIfCancellationRequested();
                if (Rows.Count > ImportFlights.MostRows) return false;
                _schedules.Add(new MadeSchedule(made.Schedule, Expand(made)));
                request.Progress(new ImportProgress("Making flights", Rows.Count, Of: null));
            }
            _periods.Add(new SchedulePeriod(carrier.Airline, carrier.From, carrier.To, carrier.InUtc, services.Unsure));
            _bad += services.Bad;
            return true;
        }

        public ToldFlights Told() => new(SsimSchedules.Source, Rows, new ToldFacts(Aircraft: true, Registration: false, Service: true), _bad)
        {
            Periods = _periods,
            Schedules = _schedules,
        };

        private List<Flight> Expand(ImportedSchedule made)
        {
            var flights = new List<Flight>();
            var last = made.Schedule.To ?? horizon;
            made.Schedule.MadeUntil = last;
            foreach (var flight in ExpandSchedule.Between(made.Schedule, made.Schedule.From, last, code => zones[code]))
            {
                var leg = made.Service.Legs[flight.LegSequence - 1];
                CrossCheck.Look(flight, leg, made.Service.Carrier.InUtc);
                if (Rows.Add(new ImportedFlight(flight, leg.Line)) is { } reason)
                {
                    _bad++;
                    request.Report(new ImportProblem(leg.Line, $"{FlightWords.Of(flight)}: {reason}"));
                    continue;
                }
                flights.Add(flight);
            }
            return flights;
        }

        private (string Icao, int Seats) TypeOf(string iata) =>
            iata.Length == 0 ? (Flight.DefaultAircraft, Flight.DefaultSeats)
            : types.TryGetValue(iata, out var known) ? known
            : (iata.ToUpperInvariant(), Flight.DefaultSeats);
    }
}
