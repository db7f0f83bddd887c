using System.Globalization;
using CsvHelper;

namespace AirlineBooking.Domain.Flights;

/// <summary>A CSV file whose header decides: columns stand in any order, optional ones may be absent, unknown ones are ignored.</summary>
internal sealed class CsvTable : IDisposable
{
    public const int LongestRow = 1 << 16;

    private readonly CsvReader _rows;
    private bool _rowIsBroken;

    public CsvTable(Stream content)
    {
        _rows = CsvReader.Create(content, new CsvReaderOptions
        {
            Separator = ',',
            MaxRecordSize = LongestRow,
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = _ => _rowIsBroken = true,
        });
        _rows.ReadHeader();
    }

    /// <summary>Where the row that was read stands in the file, the header being line 1.</summary>
    public int Line => (int)_rows.LineNumber;

    /// <summary>Why the row cannot be read at all, or null.</summary>
    public string? Broken =>
        _rowIsBroken ? "a quotation mark stands where none may"
        : _rows.FieldCount < _rows.Headers.Count ? string.Create(CultureInfo.InvariantCulture, $"the row has {_rows.FieldCount} fields and the header {_rows.Headers.Count}")
        : null;

    public IReadOnlyList<string> MissingOf(IEnumerable<string> required) => [.. required.Where(column => Find(column) < 0)];

    /// <summary>Where a column stands, or -1.</summary>
    public int Find(string column) => _rows.TryGetFieldIndex(column, out var index) ? index : -1;

    /// <summary>Goes to the next row that is not blank.</summary>
    public bool Read()
    {
        _rowIsBroken = false;
        return _rows.Read();
    }

    /// <summary>The field of the row without spaces around it; empty when the column is absent.</summary>
    public string this[int column] => column < 0 || column >= _rows.FieldCount ? "" : _rows.GetString(column).Trim();

    public void Dispose() => _rows.Dispose();
}
