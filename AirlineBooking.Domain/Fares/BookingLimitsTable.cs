using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>
/// The booking limits of every cabin at every capacity and level of demand: how many seats of the cabin may be sold before
/// a class closes. Cheapest class first; the limits are nested, so they never fall and the dearest equals the capacity.
/// </summary>
/// <remarks>A flight keeps one index of two bytes for each cabin; all flights with the same index share the limits.</remarks>
public sealed class BookingLimitsTable
{
    public const int HighestCapacity = 1000;

    /// <summary>What is shown at most of the seats left.</summary>
    public const int MostSeatsShown = 9;

    private const int Cabins = 4;

    /// <summary>How many rows of limits there are; an index is one of them.</summary>
    public const int Rows = Cabins * (HighestCapacity + 1) * Demand.Levels;

    // How far demand lies from its mean, in thousandths of the mean, and how much of the capacity asks for a seat at level 0 and with each level more.
    private const double Deviation = 0.4;
    private const double DemandAtLowest = 0.8;
    private const double DemandPerLevel = 0.3;

    private static readonly Lazy<BookingLimitsTable> TheTable = new(() => new BookingLimitsTable());

    private readonly ushort[] _limits = new ushort[Rows * BookingClassLadder.MostClasses];

    private BookingLimitsTable()
    {
        foreach (var cabin in Enum.GetValues<Cabin>())
        {
            for (var level = 0; level < Demand.Levels; level++) FillLevel(cabin, level);
        }
    }

    /// <summary>The one table, made at first need.</summary>
    public static BookingLimitsTable Standard => TheTable.Value;

    /// <summary>Where the limits of such a cabin stand. A capacity of nothing has limits of nothing.</summary>
    public static ushort IndexOf(Cabin cabin, int capacity, int demandLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, HighestCapacity);
        ArgumentOutOfRangeException.ThrowIfNegative(demandLevel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(demandLevel, Demand.Levels);
        return (ushort)(((int)cabin * (HighestCapacity + 1) + capacity) * Demand.Levels + demandLevel);
    }

    /// <summary>The limits at an index, one for each class of its cabin.</summary>
    public ReadOnlySpan<ushort> Limits(ushort index)
    {
        var cabin = index / ((HighestCapacity + 1) * Demand.Levels);
        return _limits.AsSpan(index * BookingClassLadder.MostClasses, BookingClassLadder.Of((Cabin)cabin).Count);
    }

    /// <summary>The cheapest class that still has that many seats, or -1 when none has.</summary>
    public static int LowestOpenRank(ReadOnlySpan<ushort> limits, int sold, int seats)
    {
        for (var rank = 0; rank < limits.Length; rank++)
        {
            if (limits[rank] - sold >= seats) return rank;
        }
        return -1;
    }

    /// <summary>How many seats a class still has, 9 at most.</summary>
    public static int SeatsLeft(ReadOnlySpan<ushort> limits, int sold, int rank) => Math.Clamp(limits[rank] - sold, 0, MostSeatsShown);

    private void FillLevel(Cabin cabin, int level)
    {
        var classes = BookingClassLadder.Of(cabin);
        var (fares, shares) = (new double[classes.Count], new double[classes.Count]);
        for (var i = 0; i < classes.Count; i++)
        {
            var dearestFirst = classes[classes.Count - 1 - i];
            fares[i] = dearestFirst.PricePerMille;
            shares[i] = dearestFirst.DemandPerMille / 1000.0 * (DemandAtLowest + DemandPerLevel * level);
        }
        // Means and deviations both grow with the capacity, so the protection levels do too: one computation serves every capacity.
        var protections = Emsr.ProtectionLevels(fares, shares, [.. shares.Select(share => share * Deviation)]);
        var ofCapacity = new double[protections.Length];
        for (var capacity = 0; capacity <= HighestCapacity; capacity++)
        {
            for (var j = 0; j < protections.Length; j++) ofCapacity[j] = protections[j] * capacity;
            Emsr.BookingLimits(capacity, ofCapacity, _limits.AsSpan(IndexOf(cabin, capacity, level) * BookingClassLadder.MostClasses, classes.Count));
        }
    }
}
