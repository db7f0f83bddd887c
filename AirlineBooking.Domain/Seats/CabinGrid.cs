using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>How unusual a seat is: the best seats are taken from the usual ones as long as these suffice.</summary>
internal enum SeatReserve { Free, Charged, ExtraLegroom, Bassinet, Exit }

/// <summary>One seat of a cabin on its grid of rows and columns.</summary>
internal readonly record struct Spot(SeatNumber Seat, int Row, int Column, int Section, SeatTraits Traits, bool IsFree, SeatReserve Reserve, long Price)
{
    public bool IsExit => Traits.HasFlag(SeatTraits.ExitRow);
}

/// <summary>The seats of one cabin by row and column, with what is free; what looks for the best seats looks here.</summary>
internal sealed class CabinGrid
{
    private const int None = -1;
    private readonly int[,] _at;

    public CabinGrid(CabinLayout layout, Cabin cabin, Func<SeatNumber, bool> isFree, Func<SeatNumber, long> priceOf)
    {
        var cabins = layout.Cabins.Where(one => one.Cabin == cabin).ToArray();
        Rows = cabins.Sum(one => one.Rows.Length);
        Columns = cabins.Length == 0 ? 0 : cabins.Max(one => one.Groups.Sum(group => group.Length));
        _at = new int[Rows, Columns];
        Spots = new Spot[cabins.Sum(one => one.Seats)];
        var (count, row) = (0, 0);
        foreach (var one in cabins)
        {
            for (var i = 0; i < one.Rows.Length; i++, row++) count = AddRow(one, i, row, count, isFree, priceOf);
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Row by row from the nose, each from left to right.</summary>
    public Spot[] Spots { get; }

    /// <summary>Which spot is there, or -1.</summary>
    public int At(int row, int column) => row < 0 || row >= Rows || column < 0 || column >= Columns ? None : _at[row, column];

    /// <summary>The spot beside another one in the same section, or -1.</summary>
    public int Beside(int spot, int step)
    {
        var next = At(Spots[spot].Row, Spots[spot].Column + step);
        return next >= 0 && Spots[next].Section == Spots[spot].Section ? next : None;
    }

    private int AddRow(LayoutCabin cabin, int index, int row, int count, Func<SeatNumber, bool> isFree, Func<SeatNumber, long> priceOf)
    {
        for (var i = 0; i < Columns; i++) _at[row, i] = None;
        var column = 0;
        for (var section = 0; section < cabin.Groups.Length; section++)
        {
            foreach (var letter in cabin.Groups[section])
            {
                if (cabin.Rows[index].Has(letter))
                {
                    var (seat, traits) = (new SeatNumber(cabin.Rows[index].Number, letter), SeatCharacteristics.Of(cabin, index, letter));
                    var price = priceOf(seat);
                    Spots[count] = new Spot(seat, row, column, section, traits, isFree(seat), ReserveOf(traits, price), price);
                    _at[row, column] = count++;
                }
                column++;
            }
        }
        return count;
    }

    private static SeatReserve ReserveOf(SeatTraits traits, long price)
    {
        if (traits.HasFlag(SeatTraits.ExitRow)) return SeatReserve.Exit;
        if (traits.HasFlag(SeatTraits.Bassinet)) return SeatReserve.Bassinet;
        if (price == 0) return SeatReserve.Free;
        return traits.HasFlag(SeatTraits.ExtraLegroom) ? SeatReserve.ExtraLegroom : SeatReserve.Charged;
    }
}
