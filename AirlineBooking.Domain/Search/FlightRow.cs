using System.Data.Common;
using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>Reads the rows of flights, of which there may be many hundred thousand: columns by hand, and each text kept once.</summary>
internal sealed class FlightRow(DbDataReader row)
{
    /// <summary>What mostly repeats another column is left out where it does, so that no text is made of it.</summary>
    public const string OnSale =
        """
        SELECT f.id, f.carrier, NULLIF(f.operating_carrier, f.carrier), f.number, NULLIF(f.suffix, ''), f.leg_sequence, f.joins_next_leg,
            f.origin, f.destination, f.date, NULLIF(f.service_date, f.date), f.departs_local, f.arrives_local, f.arrival_day_offset,
            f.departs_at, f.arrives_at, f.aircraft, f.seats
        FROM flights f LEFT JOIN flight_loads l ON l.id = f.load_id
        WHERE f.departs_at >= @from AND f.status <> @cancelled AND (f.load_id IS NULL OR l.activated_at IS NOT NULL)
        """;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AirportCode> _airports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeOnly> _times = new(StringComparer.Ordinal);

    // SQLite keeps dates and times as text, of which the same few come again and again.
    private bool? _datesAreText;

    /// <summary>The current row. Columns are asked for in their order, as a reader that goes through them once wants it.</summary>
    public FlightFacts Read()
    {
        _datesAreText ??= row.GetFieldType(9) == typeof(string);
        var id = new FlightId(row.GetInt64(0));
        var carrier = Known(row.GetString(1));
        var operatingCarrier = row.IsDBNull(2) ? carrier : Known(row.GetString(2));
        var (number, suffix) = (row.GetInt32(3), row.IsDBNull(4) ? "" : Known(row.GetString(4)));
        var (legSequence, joinsNextLeg) = (row.GetInt32(5), row.GetBoolean(6));
        var (origin, destination) = (Airport(row.GetString(7)), Airport(row.GetString(8)));
        var date = Date(9);
        var serviceDate = row.IsDBNull(10) ? date : Date(10);
        var (departs, arrives, dayOffset) = (Time(11), Time(12), row.GetInt32(13));
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
            DepartsAt = Instant(14),
            ArrivesAt = Instant(15),
            Aircraft = Known(row.GetString(16)),
            Seats = row.GetInt32(17),
        };
    }

    private string Known(string text)
    {
        if (_texts.TryGetValue(text, out var known)) return known;
        _texts.Add(text, text);
        return text;
    }

    private AirportCode Airport(string text)
    {
        if (!_airports.TryGetValue(text, out var code)) _airports.Add(text, code = AirportCode.Parse(text));
        return code;
    }

    private DateOnly Date(int column)
    {
        if (_datesAreText is false) return row.GetFieldValue<DateOnly>(column);
        var text = row.GetString(column);
        if (!_dates.TryGetValue(text, out var date)) _dates.Add(text, date = DateOnly.Parse(text, CultureInfo.InvariantCulture));
        return date;
    }

    private TimeOnly Time(int column)
    {
        if (_datesAreText is false) return row.GetFieldValue<TimeOnly>(column);
        var text = row.GetString(column);
        if (!_times.TryGetValue(text, out var time)) _times.Add(text, time = TimeOnly.Parse(text, CultureInfo.InvariantCulture));
        return time;
    }

    /// <summary>A text such as 2026-12-01 21:35:00 is a date and a time that both came before; anything else is left to the provider.</summary>
    private DateTimeOffset Instant(int column)
    {
        if (_datesAreText is false) return new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));
        var text = row.GetString(column);
        if (text.Length == 19 && text[10] == ' '
            && _dates.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(0, 10), out var date)
            && _times.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(11), out var time))
        {
            return new DateTimeOffset(date.ToDateTime(time), TimeSpan.Zero);
        }
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
