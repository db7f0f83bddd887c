using System.Data;
using System.Data.Common;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Search;

/// <summary>Reads every flight on sale into a new timetable.</summary>
public sealed class ReadTimetable(IDbContextFactory<AirlineDb> databases, IOptions<SearchOptions> options)
{
    /// <summary>A flight that left longer ago than this is of no use to any search, in any zone.</summary>
    private static readonly TimeSpan KeptAfterDeparture = TimeSpan.FromDays(2);

    // Plain columns by hand: a context would make 600,000 objects of them first.
    private const string FlightsOnSale =
        """
        SELECT f.id, f.carrier, f.operating_carrier, f.number, f.suffix, f.leg_sequence, f.service_date, f.joins_next_leg, f.origin,
            f.destination, f.date, f.departs_local, f.arrives_local, f.arrival_day_offset, f.departs_at, f.arrives_at, f.aircraft, f.seats
        FROM flights f LEFT JOIN flight_loads l ON l.id = f.load_id
        WHERE f.departs_at >= @from AND f.status <> @cancelled AND (f.load_id IS NULL OR l.activated_at IS NOT NULL)
        """;

    /// <summary>The version is read first: what changes meanwhile has a later one, and is read again.</summary>
    public async Task<Timetable> RunAsync(DateTimeOffset now, BookingLimits limits, ChooseLadder? chooseLadder, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var version = await VersionAsync(db, cancel);
        var airports = await db.Airports.AsNoTracking().OrderBy(airport => airport.Code).ToListAsync(cancel);
        var rules = options.Value;
        var table = rules.UseConnectionTable ? await db.ConnectionTimes.AsNoTracking().ToListAsync(cancel) : [];
        var builder = new TimetableBuilder(
            airports, new ConnectionRules(rules.MinimumConnectionMinutes, rules.MaximumConnectionMinutes, table), limits, chooseLadder);
        await ReadFlightsAsync(db, builder, now - KeptAfterDeparture, cancel);
        return builder.Build(version);
    }

    /// <summary>0 before anything was ever put on sale.</summary>
    internal static async Task<long> VersionAsync(AirlineDb db, CancellationToken cancel) =>
        await db.ScheduleVersions.AsNoTracking().Where(row => row.Id == ScheduleVersion.OnlyRow).Select(row => row.Version).SingleOrDefaultAsync(cancel);

    private static async Task ReadFlightsAsync(AirlineDb db, TimetableBuilder builder, DateTimeOffset from, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = FlightsOnSale;
        AddParameter(command, "@from", UtcInstant.ToStored(from));
        AddParameter(command, "@cancelled", nameof(FlightStatus.Cancelled));
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        var texts = new KnownTexts();
        while (await reader.ReadAsync(cancel)) builder.Add(Read(reader, texts));
    }

    private static void AddParameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static FlightFacts Read(DbDataReader row, KnownTexts texts)
    {
        var id = new FlightId(row.GetInt64(0));
        var (carrier, operatingCarrier, number, suffix) = (texts.One(row.GetString(1)), texts.One(row.GetString(2)), row.GetInt32(3), texts.One(row.GetString(4)));
        var (legSequence, serviceDate, joinsNextLeg) = (row.GetInt32(5), row.GetFieldValue<DateOnly>(6), row.GetBoolean(7));
        var (origin, destination) = (texts.Airport(row.GetString(8)), texts.Airport(row.GetString(9)));
        var (date, departs, arrives, dayOffset) = (row.GetFieldValue<DateOnly>(10), row.GetFieldValue<TimeOnly>(11), row.GetFieldValue<TimeOnly>(12), row.GetInt32(13));
        return new FlightFacts
        {
            Id = id,
            Carrier = carrier,
            OperatingCarrier = operatingCarrier,
            Number = number,
            Suffix = suffix,
            LegSequence = legSequence,
            ServiceDate = serviceDate,
            JoinsNextLeg = joinsNextLeg,
            Origin = origin,
            Destination = destination,
            DepartsLocal = date.ToDateTime(departs),
            ArrivesLocal = date.AddDays(dayOffset).ToDateTime(arrives),
            DepartsAt = Instant(row, 14),
            ArrivesAt = Instant(row, 15),
            Aircraft = texts.One(row.GetString(16)),
            Seats = row.GetInt32(17),
        };
    }

    private static DateTimeOffset Instant(DbDataReader row, int column) => new(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));

    /// <summary>The same few carriers, airports and types come again and again: each is kept and read once.</summary>
    private sealed class KnownTexts
    {
        private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, AirportCode> _airports = new(StringComparer.Ordinal);

        public string One(string text)
        {
            if (_texts.TryGetValue(text, out var known)) return known;
            _texts.Add(text, text);
            return text;
        }

        public AirportCode Airport(string text)
        {
            if (!_airports.TryGetValue(text, out var code)) _airports.Add(text, code = AirportCode.Parse(text));
            return code;
        }
    }
}
