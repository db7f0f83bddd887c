using System.Globalization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using CsvHelper;

namespace AirlineBooking.Web.Platform.Database.Demo;

/// <summary>An aircraft's way out from a hub and back, perhaps with a stop: two flight numbers, and the times on the hub's wall.</summary>
/// <remarks>The hub's times stand all the year, so its banks connect all the year; the other end's follow from them by the zones.</remarks>
internal sealed record Rotation(
    int Out, int Back, AirportCode Hub, AirportCode? Stop, AirportCode Destination, string Aircraft, OperatingDays Days, TimeOnly Leaves, TimeOnly Returns)
{
    /// <summary>How long a through flight stands at its stop.</summary>
    public static readonly TimeSpan StopTime = TimeSpan.FromMinutes(95);

    private const string File = "demo-rotations.csv";

    /// <summary>The least time that the aircraft stands at the far end.</summary>
    public TimeSpan Turnaround => TimeSpan.FromMinutes(BlockTime.IsWide(Aircraft) ? 80 : 40);

    /// <summary>The airports out, in order.</summary>
    public AirportCode[] Way => Stop is { } stop ? [Hub, stop, Destination] : [Hub, Destination];

    public static List<Rotation> ReadAll()
    {
        var stream = typeof(Rotation).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not in this build.");
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' });
        var rotations = new List<Rotation>();
        while (csv.Read()) rotations.Add(Read(csv));
        return rotations;
    }

    private static Rotation Read(CsvReader csv)
    {
        var days = csv.GetString("days").Aggregate(OperatingDays.None, (all, day) => all | (OperatingDays)(1 << (day - '1')));
        return new Rotation(
            int.Parse(csv.GetString("out"), CultureInfo.InvariantCulture),
            int.Parse(csv.GetString("back"), CultureInfo.InvariantCulture),
            AirportCode.Parse(csv.GetString("hub")),
            AirportCode.TryParse(csv.GetString("stop"), out var stop) ? stop : null,
            AirportCode.Parse(csv.GetString("destination")),
            csv.GetString("aircraft"),
            days,
            TimeOnly.ParseExact(csv.GetString("leaves"), "HH:mm", CultureInfo.InvariantCulture),
            TimeOnly.ParseExact(csv.GetString("returns"), "HH:mm", CultureInfo.InvariantCulture));
    }
}
