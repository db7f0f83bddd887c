using System.Globalization;
using System.IO.Compression;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;

namespace AirlineBooking.Benchmarks;

/// <summary>Reads a flights file as import-flights takes it, gzip or not; flights of unknown airports are left out.</summary>
internal static class ScheduleFile
{
    public static IEnumerable<FlightFacts> Flights(string file, IReadOnlyList<Airport> airports)
    {
        var zones = airports.ToDictionary(airport => airport.Code, airport => airport.TimeZone);
        var texts = new Dictionary<string, AirportCode>(StringComparer.Ordinal);
        using var reader = Open(file);
        var header = (reader.ReadLine() ?? "").Split(',');
        int Column(string name) => Array.IndexOf(header, name);
        var (carrier, number, origin, destination) = (Column("carrier"), Column("flight_number"), Column("origin"), Column("destination"));
        var (date, departs, block) = (Column("date"), Column("dep_local"), Column("block_min"));
        var id = 0L;
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var (from, to) = (Code(cells[origin]), Code(cells[destination]));
            if (!zones.TryGetValue(from, out var zone) || !zones.TryGetValue(to, out var zoneThere)) continue;
            var day = DateOnly.Parse(cells[date], CultureInfo.InvariantCulture);
            var local = day.ToDateTime(TimeOnly.Parse(cells[departs], CultureInfo.InvariantCulture));
            var leaves = AirportClock.ToInstant(local, zone);
            var lands = leaves.AddMinutes(int.Parse(cells[block], CultureInfo.InvariantCulture));
            yield return new FlightFacts
            {
                Id = new FlightId(++id), Carrier = string.Intern(cells[carrier]), OperatingCarrier = string.Intern(cells[carrier]),
                Number = int.Parse(cells[number], CultureInfo.InvariantCulture), ServiceDate = day, Origin = from, Destination = to,
                DepartsLocal = local, ArrivesLocal = AirportClock.ToLocal(lands, zoneThere), DepartsAt = leaves, ArrivesAt = lands,
                Aircraft = Flight.DefaultAircraft, Seats = Flight.DefaultSeats,
            };
        }

        AirportCode Code(string text)
        {
            if (!texts.TryGetValue(text, out var code)) texts.Add(text, code = AirportCode.Parse(text));
            return code;
        }
    }

    private static StreamReader Open(string file)
    {
        var stream = File.OpenRead(file);
        var zipped = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        return new StreamReader(zipped ? new GZipStream(stream, CompressionMode.Decompress) : stream);
    }
}
