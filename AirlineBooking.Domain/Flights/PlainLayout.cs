using System.Collections.Immutable;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>An economy cabin for any number of seats, as wide as an aircraft of that size is.</summary>
internal static class PlainLayout
{
    /// <summary>Not an aircraft: what a flight of an unknown type is drawn as.</summary>
    public const string Aircraft = "";

    private const int UnluckyRow = 13;

    // Enough for the thousand seats that a flight may have.
    private const int LastRow = 101;

    private static readonly (int UpToSeats, string Letters)[] Widths =
    [
        (19, "A C"), (36, "A CD"), (100, "AC DF"), (130, "AC DEF"), (240, "ABC DEF"), (280, "AC DEG HK"), (330, "AC DEFG HK"), (400, "ABC DEG HJK"),
        (int.MaxValue, "ABC DEFG HJK"),
    ];

    public static CabinLayout Of(int seats)
    {
        var groups = Widths.First(width => seats <= width.UpToSeats).Letters.Split(' ').ToImmutableArray();
        var letters = string.Concat(groups);
        var numbers = Enumerable.Range(1, LastRow).Where(row => row != UnluckyRow).Take((seats + letters.Length - 1) / letters.Length).ToList();
        if (numbers.Count == 0) return new CabinLayout(Aircraft, []);

        // The exits stand over the wings, a little before the middle; a large aircraft has a second row of them behind.
        var exits = seats > Widths[3].UpToSeats ? new[] { numbers[numbers.Count * 2 / 5], numbers[numbers.Count * 7 / 10] } : [numbers[numbers.Count * 2 / 5]];
        var inLastRow = seats - (numbers.Count - 1) * letters.Length;
        var rows = numbers.Select((number, i) => new LayoutRow(
            number,
            i == numbers.Count - 1 && inLastRow < letters.Length ? letters[inLastRow..] : "",
            Array.IndexOf(exits, number) >= 0));
        var wings = new RowRange(numbers[numbers.Count / 3], numbers[numbers.Count * 3 / 5]);
        return new CabinLayout(Aircraft, [new LayoutCabin(Cabin.Economy, groups, [.. rows], wings, [])]);
    }
}
