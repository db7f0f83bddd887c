using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;

namespace AirlineBooking.Domain.Flights;

/// <summary>The project's own reference files, embedded in the program. Headers decide; the order of columns is free.</summary>
internal static class ReferenceFiles
{
    public const string Airports = "airports.csv";
    public const string MetropolitanAreas = "metropolitan-areas.csv";
    public const string Airlines = "airlines.csv";
    public const string Aircraft = "aircraft.csv";
    public const string ConnectionTimes = "connection-times.csv";

    /// <summary>Reads every row of one file.</summary>
    public static List<T> Read<T>(string file, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.Create(Open(file), new CsvReaderOptions { Separator = ',' });
        var rows = new List<T>();
        while (csv.Read()) rows.Add(read(csv));
        return rows;
    }

    /// <summary>One value that changes when any of the files, or one of the words beside them, does.</summary>
    public static string Digest(IEnumerable<string> files, params IEnumerable<string> words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            using var stream = Open(file);
            hash.AppendData(SHA256.HashData(stream));
        }
        foreach (var word in words) hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(word)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A cell of the current row, or null when the column is absent or the cell empty.</summary>
    public static string? TextOrNull(this CsvReader csv, string column) =>
        csv.TryGetFieldIndex(column, out var index) && csv.GetString(index).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A cell of the current row that must be there.</summary>
    public static string Text(this CsvReader csv, string column) => csv.TextOrNull(column)
        ?? throw new InvalidDataException($"Row {csv.RowNumber} of a reference file lacks '{column}'.");

    public static double Number(this CsvReader csv, string column) => double.Parse(csv.Text(column), CultureInfo.InvariantCulture);

    private static Stream Open(string file) => typeof(ReferenceFiles).Assembly.GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The reference file {file} is not in this build.");
}
