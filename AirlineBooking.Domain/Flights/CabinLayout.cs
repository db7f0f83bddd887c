using System.Collections.Immutable;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>Where the seats of an aircraft are, cabin by cabin from the nose. Seats are not rows in a table: they follow from this.</summary>
public sealed record CabinLayout(string Aircraft, ImmutableArray<LayoutCabin> Cabins)
{
    public int Seats { get; } = Cabins.Sum(cabin => cabin.Seats);

    public int SeatsIn(Cabin cabin)
    {
        var seats = 0;
        foreach (var one in Cabins)
        {
            if (one.Cabin == cabin) seats += one.Seats;
        }
        return seats;
    }

    /// <summary>The cabin a seat is in, or null when there is no such seat.</summary>
    public LayoutCabin? CabinOf(int row, char letter)
    {
        foreach (var cabin in Cabins)
        {
            if (cabin.HasSeat(row, letter)) return cabin;
        }
        return null;
    }
}

/// <summary>One cabin: its groups of seat letters from left to right, with an aisle between each two, and its rows.</summary>
public sealed record LayoutCabin(
    Cabin Cabin, ImmutableArray<string> Groups, ImmutableArray<LayoutRow> Rows, RowRange? Wings, ImmutableArray<LayoutFacilities> Facilities)
{
    public int Seats { get; } = Rows.Sum(row => Groups.Sum(group => group.Count(row.Has)));

    public int Aisles => Groups.Length - 1;

    public bool HasSeat(int row, char letter)
    {
        foreach (var one in Rows)
        {
            if (one.Number == row) return one.Has(letter) && Groups.Any(group => group.Contains(letter, StringComparison.Ordinal));
        }
        return false;
    }
}

/// <summary>One row of seats. Some letters of its cabin may be missing in it.</summary>
public sealed record LayoutRow(int Number, string Missing = "", bool IsExit = false, bool HasBassinets = false)
{
    public bool Has(char letter) => !Missing.Contains(letter, StringComparison.Ordinal);
}

public readonly record struct RowRange(int First, int Last)
{
    public bool Has(int row) => row >= First && row <= Last;
}

public enum FacilityKind { Galley, Lavatory, Closet, Stairs }

/// <summary>What stands before or behind a row instead of seats, one to each group of letters.</summary>
public sealed record LayoutFacilities(int Row, bool IsBehind, ImmutableArray<FacilityKind> ByGroup);
