using System.Collections.Frozen;
using System.Globalization;
using AirlineBooking.Domain.Flights;
using CsvHelper;

namespace AirlineBooking.Domain.Fares;

/// <summary>What an aircraft burns in the cruise, and how many seats it would have with economy alone.</summary>
public sealed record AircraftFuel(double KilogramsPerKm, double EconomySeats, bool IsWide)
{
    // A wide body's typical seats include wide ones: with economy alone it would have a fourth more.
    private const double WideSeatsFactor = 1.25;

    // Where a type's own figure is not known, a seat of its kind burns this much.
    private const double TurbopropPerSeat = 0.022;
    private const double JetPerSeat = 0.021;
    private const double WidePerSeat = 0.0205;

    private static readonly AircraftFuel Generic = new(3.2, 170, false);
    private static readonly FrozenDictionary<string, AircraftFuel> ByType = ReadTable();

    /// <summary>By ICAO designator; a type nobody knows counts as a narrow body of 170 seats.</summary>
    public static AircraftFuel Of(string icao) => ByType.GetValueOrDefault(icao, Generic);

    private static FrozenDictionary<string, AircraftFuel> ReadTable() =>
        ReferenceFiles.Read(ReferenceFiles.Aircraft, Row).DistinctBy(row => row.Icao).ToFrozenDictionary(row => row.Icao, row => row.Fuel, StringComparer.Ordinal);

    private static (string Icao, AircraftFuel Fuel) Row(CsvReader csv)
    {
        var (category, seats) = (csv.Text("category"), csv.Number("typical_seats"));
        var wide = category == "wide";
        var perSeat = wide ? WidePerSeat : category == "turboprop" ? TurbopropPerSeat : JetPerSeat;
        var fuel = csv.TextOrNull("fuel_kg_per_km") is { } known ? double.Parse(known, CultureInfo.InvariantCulture) : seats * perSeat;
        return (csv.Text("icao"), new AircraftFuel(fuel, wide ? seats * WideSeatsFactor : seats, wide));
    }
}
