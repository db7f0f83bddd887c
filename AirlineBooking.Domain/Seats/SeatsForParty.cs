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
            ? (seat, WordsFor(objection))
            : null;

    public static IReadOnlyList<SeatNumber> Best(SeatMap map, BestSeatsWish wish, Cabin cabin, Party? party, Func<SeatNumber, Money> priceOf) =>
        BestSeats.For(map.Layout, cabin, seat => IsFree(map, seat), seat => priceOf(seat).MinorUnits, wish.Count, party, wish.Near, wish.Kind);

    public static IReadOnlyList<SeatNumber> Instead(SeatMap map, IReadOnlyList<SeatNumber> wanted) => BestSeats.Instead(map.Layout, seat => IsFree(map, seat), wanted);

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

    internal static string WordsFor(SeatObjection objection) => objection switch
    {
        SeatObjection.NoSuchSeat => "The aircraft has no such seat.",
        SeatObjection.OtherCabin => "It is in another cabin than the fare.",
        SeatObjection.Blocked => "It is not for sale.",
        SeatObjection.ExitForAdultsOnly => "Only adults may sit at an exit.",
        SeatObjection.ExitForTheAbleOnly => "Who sits at an exit must be able to open it.",
        SeatObjection.ExitWithoutInfants => "Who sits at an exit must not have an infant on their lap.",
        SeatObjection.KeptForInfants => "It is kept for passengers with an infant while other seats are left.",
        SeatObjection.InfantNextToInfant => "Only one infant can sit in a section of a row: there is one oxygen mask to spare.",
    };
}
