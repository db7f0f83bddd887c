using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>By what a row is recognised as a known flight.</summary>
internal readonly record struct FlightKey(string Carrier, int Number, string Suffix, AirportCode Origin, AirportCode Destination, DateOnly Date)
{
    public static FlightKey Of(Flight flight) =>
        new(flight.Carrier, flight.Number, flight.Suffix, flight.Origin, flight.Destination, flight.Date);
}

/// <summary>Groups the rows of one file by key. The same key may fly again on that date, two hours or more later.</summary>
internal sealed class RepeatedFlights
{
    public static readonly TimeSpan LeastApart = TimeSpan.FromHours(2);

    // Nearly every key stands in the file once, so a list is made for the others only.
    private readonly Dictionary<FlightKey, object> _rows = [];

    public int Count { get; private set; }

    /// <summary>The rows of each key in the order they leave.</summary>
    public IEnumerable<IReadOnlyList<ImportedFlight>> Groups => _rows.Values.Select(rows => rows switch
    {
        List<ImportedFlight> several => [.. several.OrderBy(row => row.Flight.DepartsLocal)],
        _ => (IReadOnlyList<ImportedFlight>)[(ImportedFlight)rows],
    });

    /// <summary>Takes a row, or says why it repeats another.</summary>
    public string? Add(ImportedFlight row)
    {
        var key = FlightKey.Of(row.Flight);
        if (!_rows.TryGetValue(key, out var before))
        {
            _rows.Add(key, row);
            Count++;
            return null;
        }
        var several = before as List<ImportedFlight> ?? [(ImportedFlight)before];
        var close = several.Find(other => (other.Flight.DepartsAtLocal - row.Flight.DepartsAtLocal).Duration() < LeastApart);
        if (close is not null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the same flight stands on line {close.Line}, and less than two hours apart");
        }
        several.Add(row);
        _rows[key] = several;
        Count++;
        return null;
    }
}
