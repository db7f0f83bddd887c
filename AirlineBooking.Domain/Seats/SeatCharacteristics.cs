using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>What there is to know about where a seat stands.</summary>
[Flags]
public enum SeatTraits
{
    None = 0,
    Window = 1,
    Aisle = 2,

    /// <summary>Neither at a window nor at an aisle.</summary>
    Middle = 4,
    ExitRow = 8,
    ExtraLegroom = 16,

    /// <summary>With a wall in front of it.</summary>
    Bulkhead = 32,

    /// <summary>A bassinet can be hung before its row.</summary>
    Bassinet = 64,

    /// <summary>In the first fifth of its cabin.</summary>
    FrontZone = 128,
    Overwing = 256,
}

/// <summary>Where an economy seat stands in the price list; other cabins have the prices of theirs.</summary>
public enum SeatZone { Standard, Preferred, Front, ExtraLegroom, Exit }

/// <summary>Says of any seat what it is, from the layout alone.</summary>
public static class SeatCharacteristics
{
    /// <summary>What an interface says of a seat that has to be paid for; the price decides, not the layout.</summary>
    public const string Chargeable = "chargeable";

    // The front zone is a fifth of a cabin's rows, the preferred one ends at the middle.
    private const int FrontShare = 5;
    private const int PreferredShare = 2;

    private static readonly (SeatTraits Trait, string Code)[] Codes =
    [
        (SeatTraits.Window, "window"), (SeatTraits.Aisle, "aisle"), (SeatTraits.Middle, "middle"), (SeatTraits.ExitRow, "exit_row"),
        (SeatTraits.ExtraLegroom, "extra_legroom"), (SeatTraits.Bulkhead, "bulkhead"), (SeatTraits.Bassinet, "bassinet"),
        (SeatTraits.FrontZone, "front"), (SeatTraits.Overwing, "overwing"),
    ];

    /// <summary>What a seat is; nothing at all when the aircraft has no such seat.</summary>
    public static SeatTraits Of(CabinLayout layout, SeatNumber seat) =>
        layout.CabinOf(seat.Row, seat.Letter) is { } cabin ? Of(cabin, IndexOf(cabin, seat.Row), seat.Letter) : SeatTraits.None;

    /// <summary>The names that interfaces use, always in the same order.</summary>
    public static IReadOnlyList<string> CodesOf(SeatTraits traits, bool charged)
    {
        var codes = new List<string>(6);
        foreach (var (trait, code) in Codes)
        {
            if (traits.HasFlag(trait)) codes.Add(code);
        }
        if (charged) codes.Add(Chargeable);
        return codes;
    }

    /// <summary>Where a seat stands in the price list.</summary>
    public static SeatZone ZoneOf(CabinLayout layout, SeatNumber seat)
    {
        if (layout.CabinOf(seat.Row, seat.Letter) is not { } cabin) return SeatZone.Standard;
        var row = IndexOf(cabin, seat.Row);
        return ZoneOf(cabin, row, Of(cabin, row, seat.Letter));
    }

    internal static SeatZone ZoneOf(LayoutCabin cabin, int rowIndex, SeatTraits traits)
    {
        if (traits.HasFlag(SeatTraits.ExitRow)) return SeatZone.Exit;
        if (traits.HasFlag(SeatTraits.ExtraLegroom)) return SeatZone.ExtraLegroom;
        if (traits.HasFlag(SeatTraits.FrontZone)) return SeatZone.Front;
        return rowIndex * PreferredShare < cabin.Rows.Length ? SeatZone.Preferred : SeatZone.Standard;
    }

    internal static SeatTraits Of(LayoutCabin cabin, int rowIndex, char letter)
    {
        var row = cabin.Rows[rowIndex];
        var traits = PlaceOf(cabin, letter);
        var roomy = cabin.Cabin is Cabin.Economy or Cabin.PremiumEconomy;
        if (row.IsExit) traits |= SeatTraits.ExitRow;
        if (IsBehindWall(cabin, rowIndex)) traits |= SeatTraits.Bulkhead;
        // Where every seat is roomy, none is sold for its room.
        if (roomy && (row.IsExit || traits.HasFlag(SeatTraits.Bulkhead))) traits |= SeatTraits.ExtraLegroom;
        if (row.HasBassinets) traits |= SeatTraits.Bassinet;
        if (rowIndex * FrontShare < cabin.Rows.Length) traits |= SeatTraits.FrontZone;
        if (cabin.Wings?.Has(row.Number) == true) traits |= SeatTraits.Overwing;
        return traits;
    }

    private static SeatTraits PlaceOf(LayoutCabin cabin, char letter)
    {
        var traits = SeatTraits.None;
        for (var i = 0; i < cabin.Groups.Length; i++)
        {
            var group = cabin.Groups[i];
            var at = group.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0) continue;
            if (i == 0 && at == 0 || i == cabin.Groups.Length - 1 && at == group.Length - 1) traits |= SeatTraits.Window;
            if (i > 0 && at == 0 || i < cabin.Groups.Length - 1 && at == group.Length - 1) traits |= SeatTraits.Aisle;
        }
        return traits == SeatTraits.None ? SeatTraits.Middle : traits;
    }

    private static bool IsBehindWall(LayoutCabin cabin, int rowIndex)
    {
        if (rowIndex == 0) return true;
        foreach (var facilities in cabin.Facilities)
        {
            if (!facilities.IsBehind && facilities.Row == cabin.Rows[rowIndex].Number) return true;
        }
        return false;
    }

    private static int IndexOf(LayoutCabin cabin, int row)
    {
        for (var i = 0; i < cabin.Rows.Length; i++)
        {
            if (cabin.Rows[i].Number == row) return i;
        }
        return -1;
    }
}
