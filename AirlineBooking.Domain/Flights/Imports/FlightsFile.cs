using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>A flight read from a file, and the line it stands on.</summary>
internal sealed record ImportedFlight(Flight Flight, int Line);

/// <summary>Which facts the file tells at all: what it does not tell stays as it is on a known flight.</summary>
internal readonly record struct ToldFacts(bool Aircraft, bool Registration, bool Service);

/// <summary>Reads dated flights from CSV: the rules of one row. Pure: it takes text and the airports' zones.</summary>
internal sealed class FlightsFile(CsvTable table, IReadOnlyDictionary<AirportCode, string> zones)
{
    public const int LongestBlockMinutes = 24 * 60;
    public const int MostSeats = 1_000;

    /// <summary>How far the times may differ from the block time that the file tells.</summary>
    public static readonly TimeSpan BlockTolerance = TimeSpan.FromMinutes(1);

    public static readonly DateOnly EarliestDate = new(2000, 1, 1);
    public static readonly DateOnly LatestDate = new(2099, 12, 31);

    public static readonly string[] RequiredColumns =
        ["carrier", "flight_number", "origin", "destination", "date", "dep_local", "arr_local", "block_min"];

    private static readonly string[] TimeFormats = ["HH:mm", "H:mm", "HH:mm:ss"];
    private static readonly int[] LikelyDayOffsets = [0, 1, -1, 2];

    private readonly int _carrier = table.Find("carrier");
    private readonly int _number = table.Find("flight_number");
    private readonly int _origin = table.Find("origin");
    private readonly int _destination = table.Find("destination");
    private readonly int _date = table.Find("date");
    private readonly int _departs = table.Find("dep_local");
    private readonly int _arrives = table.Find("arr_local");
    private readonly int _block = table.Find("block_min");
    private readonly int _dayOffset = table.Find("arr_day_offset");
    private readonly int _registration = table.Find("tail_number");
    private readonly int _aircraft = table.Find("aircraft_icao");
    private readonly int _seats = table.Find("seats");
    private readonly CarrierNames _carriers = new();

    public ToldFacts Told => new(Aircraft: _aircraft >= 0 || _seats >= 0, Registration: _registration >= 0, Service: false);

    /// <summary>The flight of the row that the table stands on, or the reason why there is none.</summary>
    public Flight? Read(out string reason)
    {
        reason = "";
        if (table.Broken is { } broken) return No(broken, out reason);
        if (_carriers.Find(table[_carrier]) is not { } carrier) return No($"'{table[_carrier]}' is not a carrier of two letters or digits", out reason);
        if (!TryNumber(table[_number], out var number, out var suffix)) return No($"'{table[_number]}' is not a flight number", out reason);
        if (!TryAirport(_origin, out var origin, out var originZone, out reason)) return null;
        if (!TryAirport(_destination, out var destination, out var destinationZone, out reason)) return null;
        if (origin == destination) return No($"the flight goes from {origin} to {origin}", out reason);
        if (!DateOnly.TryParseExact(table[_date], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return No($"date '{table[_date]}' is not like 2026-12-01", out reason);
        }
        if (date < EarliestDate || date > LatestDate) return No($"date '{table[_date]}' is not between {EarliestDate:yyyy-MM-dd} and {LatestDate:yyyy-MM-dd}", out reason);
        if (!TryTime(table[_departs], out var departs)) return No($"dep_local '{table[_departs]}' is not like 09:35", out reason);
        if (!TryTime(table[_arrives], out var arrives)) return No($"arr_local '{table[_arrives]}' is not like 09:35", out reason);
        if (!TryWhole(table[_block], 0, LongestBlockMinutes, out var block)) return No($"block_min '{table[_block]}' is not between 0 and {LongestBlockMinutes}", out reason);
        int? dayOffset = null;
        if (table[_dayOffset] is { Length: > 0 } offsetText)
        {
            if (!TryWhole(offsetText, -1, 2, out var offset)) return No($"arr_day_offset '{offsetText}' is not between -1 and 2", out reason);
            dayOffset = offset;
        }
        if (!TryAircraft(out var aircraft, out var seats, out reason)) return null;
        var registration = table[_registration];
        if (registration.Length > Flight.RegistrationLength) return No($"tail_number '{registration}' is longer than {Flight.RegistrationLength}", out reason);

        var departsAt = AirportClock.ToInstant(date.ToDateTime(departs), originZone);
        if (!TryArrival(date, arrives, dayOffset, departsAt, destinationZone, TimeSpan.FromMinutes(block), out var arrivesAt, out reason)) return null;
        // A time that the wall never shows has moved forward, so the wall is read again.
        var (leaves, lands) = (AirportClock.ToLocal(departsAt, originZone), AirportClock.ToLocal(arrivesAt, destinationZone));
        var leavesOn = DateOnly.FromDateTime(leaves);
        return new Flight
        {
            Carrier = carrier, OperatingCarrier = carrier, Number = number, Suffix = suffix, ServiceDate = leavesOn, Date = leavesOn,
            Origin = origin, Destination = destination, DepartsLocal = TimeOnly.FromDateTime(leaves), ArrivesLocal = TimeOnly.FromDateTime(lands),
            ArrivalDayOffset = DateOnly.FromDateTime(lands).DayNumber - leavesOn.DayNumber,
            DepartsAt = departsAt, ArrivesAt = arrivesAt, Aircraft = aircraft, Seats = seats,
            Registration = registration.Length == 0 ? null : registration,
        };
    }

    private static Flight? No(string because, out string reason)
    {
        reason = because;
        return null;
    }

    private bool TryAirport(int column, out AirportCode code, out string zone, out string reason)
    {
        (zone, reason) = ("", "");
        if (AirportCode.TryParse(table[column], out code) && zones.TryGetValue(code, out var known))
        {
            zone = known;
            return true;
        }
        reason = $"airport '{table[column]}' is not known";
        return false;
    }

    // Without a day the arrival is taken on the one that fits the block time best.
    private static bool TryArrival(
        DateOnly date, TimeOnly arrives, int? dayOffset, DateTimeOffset departsAt, string zone, TimeSpan block,
        out DateTimeOffset arrivesAt, out string reason)
    {
        (arrivesAt, reason) = (default, "");
        TimeSpan? closest = null;
        foreach (var offset in dayOffset is { } told ? [told] : LikelyDayOffsets)
        {
            var instant = AirportClock.ToInstant(date.AddDays(offset).ToDateTime(arrives), zone);
            var difference = (instant - departsAt - block).Duration();
            if (closest is { } before && before <= difference) continue;
            (closest, arrivesAt) = (difference, instant);
            if (difference <= BlockTolerance) break;
        }
        if (closest <= BlockTolerance && arrivesAt >= departsAt) return true;
        var computed = (long)(arrivesAt - departsAt).TotalMinutes;
        reason = string.Create(CultureInfo.InvariantCulture, $"the times are {computed} minutes apart and block_min says {(long)block.TotalMinutes}");
        return false;
    }

    // A row that names no seats flies with the usual aircraft and its seats, whatever type it names.
    private bool TryAircraft(out string aircraft, out int seats, out string reason)
    {
        (aircraft, seats, reason) = (Flight.DefaultAircraft, Flight.DefaultSeats, "");
        var type = table[_aircraft].ToUpperInvariant();
        if (type.Length > 0 && (type.Length is < 2 or > Flight.AircraftLength || !type.All(char.IsAsciiLetterOrDigit)))
        {
            reason = $"aircraft_icao '{type}' is not a designator such as A20N";
            return false;
        }
        if (table[_seats] is not { Length: > 0 } seatsText) return true;
        if (!TryWhole(seatsText, 1, MostSeats, out seats))
        {
            reason = $"seats '{seatsText}' is not between 1 and {MostSeats}";
            return false;
        }
        if (type.Length > 0) aircraft = string.Intern(type);
        return true;
    }

    private static bool TryNumber(string text, out int number, out string suffix)
    {
        (number, suffix) = (0, "");
        var digits = text.AsSpan();
        if (digits.Length > 1 && char.IsAsciiLetter(digits[^1]))
        {
            suffix = string.Intern(digits[^1..].ToString().ToUpperInvariant());
            digits = digits[..^1];
        }
        return digits.Length <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static bool TryWhole(string text, int least, int most, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

    // Few carriers stand in many rows: each designator is checked once and its text kept once.
    private sealed class CarrierNames
    {
        private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

        public string? Find(string text)
        {
            if (_known.TryGetValue(text, out var carrier)) return carrier;
            carrier = text.ToUpperInvariant() is { Length: Flight.CarrierLength } upper && upper.All(char.IsAsciiLetterOrDigit) ? upper : null;
            if (_known.Count < 10_000) _known.Add(text, carrier);
            return carrier;
        }
    }
}
