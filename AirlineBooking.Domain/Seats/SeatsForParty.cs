using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>Which seats suit a party, and which are the best for it, on a map as it was read.</summary>
internal static class SeatsForParty
{
    /// <summary>The first seat that does not suit a party, and why in words. Without a map, bassinet rows are kept for infants.</summary>
    public static (SeatNumber Seat, string Why)? Refuse(CabinLayout layout, IReadOnlyList<SeatNumber> seats, Cabin cabin, Party party, SeatMap? map = null) =>
        SeatSuitability.Against(layout, cabin, seats, party, bassinetsOpen: map is not null && OnlyBassinetsAreLeft(map, cabin, party)) is var (seat, objection)
            ? (seat, SeatSuitability.WordsFor(objection))
            : null;

    public static IReadOnlyList<SeatNumber> Best(SeatMap map, BestSeatsWish wish, Cabin cabin, Party? party, Func<SeatNumber, Money> priceOf) =>
        BestSeats.For(map.Layout, cabin, seat => IsFree(map, seat), seat => priceOf(seat).MinorUnits, wish.Count, party, wish.Near, wish.Kind);

    /// <summary>The next best in place of <paramref name="wanted"/>; <paramref name="kept"/> are not offered.</summary>
    public static IReadOnlyList<SeatNumber> Instead(SeatMap map, IReadOnlyList<SeatNumber> wanted, IReadOnlyList<SeatNumber>? kept = null) =>
        BestSeats.Instead(map.Layout, seat => IsFree(map, seat) && kept?.Contains(seat) != true, wanted);

    private static bool IsFree(SeatMap map, SeatNumber seat) => map.StateOf(seat) is SeatState.Available || map.Mine.ContainsKey(seat);

    private static bool OnlyBassinetsAreLeft(SeatMap map, Cabin cabin, Party party)
    {
        var others = 0;
        foreach (var one in map.Layout.Cabins.Where(one => one.Cabin == cabin))
        {
            foreach (var row in one.Rows.Where(row => !row.HasBassinets && !row.IsExit))
            {
                others += one.Groups.Sum(group => group.Count(letter => row.Has(letter) && IsFree(map, new SeatNumber(row.Number, letter))));
            }
        }
        return others < party.Seats;
    }
}
