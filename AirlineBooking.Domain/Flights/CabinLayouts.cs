using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using AirlineBooking.Domain.Kernel;
using CsvHelper;

namespace AirlineBooking.Domain.Flights;

/// <summary>The layout of any aircraft: our own where type and seats are known, else economy alone, as wide as so many seats need.</summary>
public static class CabinLayouts
{
    private static readonly FrozenDictionary<(string Aircraft, int Seats), CabinLayout> Known = ReadAll();

    // By the number of seats, which the schema keeps below a thousand.
    private static readonly ConcurrentDictionary<int, CabinLayout> Plain = new();

    /// <summary>Every layout that has a name: ours and the usual ones of other types.</summary>
    public static IEnumerable<CabinLayout> All => Known.Values.OrderBy(layout => layout.Aircraft, StringComparer.Ordinal).ThenBy(layout => layout.Seats);

    /// <summary>Always answers, and never with more seats than the flight may sell.</summary>
    public static CabinLayout For(string aircraft, int seats) =>
        Known.TryGetValue((aircraft, seats), out var layout) ? layout : Plain.GetOrAdd(seats, PlainLayout.Of);

    private static FrozenDictionary<(string, int), CabinLayout> ReadAll() => ReferenceFiles
        .Read("cabin-layouts.csv", csv => (Aircraft: csv.Text("aircraft"), Cabin: Read(csv)))
        .GroupBy(row => row.Aircraft, row => row.Cabin, StringComparer.Ordinal)
        .Select(cabins => new CabinLayout(cabins.Key, [.. cabins]))
        .ToFrozenDictionary(layout => (layout.Aircraft, layout.Seats));

    private static LayoutCabin Read(CsvReader csv)
    {
        var skipped = Rows(csv.TextOrNull("skipped"));
        var exits = Rows(csv.TextOrNull("exits"));
        var bassinets = Rows(csv.TextOrNull("bassinets"));
        var missing = (csv.TextOrNull("missing") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(seat => Number(seat[..^1]), seat => seat[^1]);
        var (first, last) = (Number(csv.Text("first_row")), Number(csv.Text("last_row")));
        var rows = Enumerable.Range(first, last - first + 1)
            .Where(row => !skipped.Contains(row))
            .Select(row => new LayoutRow(row, string.Concat(missing[row]), exits.Contains(row), bassinets.Contains(row)));
        return new LayoutCabin(CabinNamed(csv.Text("cabin")), [.. csv.Text("letters").Split(' ')], [.. rows], Wings(csv.TextOrNull("wings")), Facilities(csv.TextOrNull("facilities")));
    }

    private static Cabin CabinNamed(string name) => name switch
    {
        "economy" => Cabin.Economy,
        "premium_economy" => Cabin.PremiumEconomy,
        "business" => Cabin.Business,
        "first" => Cabin.First,
        _ => throw new InvalidDataException($"'{name}' is not a cabin."),
    };

    private static RowRange? Wings(string? text) =>
        text?.Split('-') is [var first, var last] ? new RowRange(Number(first), Number(last)) : null;

    // "before 1 galley lavatory; after 31 lavatory galley"
    private static ImmutableArray<LayoutFacilities> Facilities(string? text) =>
    [
        .. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split(' '))
            .Select(words => new LayoutFacilities(
                Number(words[1]),
                words[0] == "after",
                [.. words.Skip(2).Select(kind => Enum.Parse<FacilityKind>(kind, ignoreCase: true))])),
    ];

    private static HashSet<int> Rows(string? text) => [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
