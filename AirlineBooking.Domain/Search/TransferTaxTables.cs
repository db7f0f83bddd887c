using System.Collections.Concurrent;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>The transfer taxes of a party at every airport of a timetable, as the scan reads them. Made once, then shared by all searches alike.</summary>
internal sealed class TransferTaxTables(Timetable timetable, FareBook book)
{
    private const int MostTables = 64;

    private readonly ConcurrentDictionary<(Cabin, Party, int Period), long[]> _tables = new();

    public bool IsFor(SearchBasis basis) => ReferenceEquals(timetable, basis.Timetable) && ReferenceEquals(book, basis.Fares);

    public long[] For(Cabin cabin, Party party, DateOnly date)
    {
        var key = (cabin, party, book.TransferTaxPeriod(date));
        if (_tables.TryGetValue(key, out var known)) return known;
        if (_tables.Count >= MostTables) _tables.Clear();
        return _tables.GetOrAdd(key, _ => Make(cabin, party, date));
    }

    private long[] Make(Cabin cabin, Party party, DateOnly date)
    {
        var taxes = new long[timetable.Airports.Count * ConnectionRules.Kinds];
        for (var airport = 0; airport < timetable.Airports.Count; airport++)
        {
            for (var kind = 0; kind < ConnectionRules.Kinds; kind++)
            {
                taxes[airport * ConnectionRules.Kinds + kind] = book.TransferTax(timetable.Airports[airport].Code, (ConnectionKind)kind, cabin, party, date);
            }
        }
        return taxes;
    }
}
