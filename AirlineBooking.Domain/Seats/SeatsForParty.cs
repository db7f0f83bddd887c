using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>Which seats suit a party, and which are the best for it.</summary>
internal static class SeatsForParty
{
    public static (SeatNumber Seat, string Why)? Refuse(CabinLayout layout, IReadOnlyList<SeatNumber> seats, Cabin cabin, Party party)
    {
        foreach (var seat in seats)
        {
            if (layout.CabinOf(seat.Row, seat.Letter)?.Cabin != cabin) return (seat, "It is in another cabin than the fare.");
        }
        return null;
    }

    public static IReadOnlyList<SeatNumber> Best(SeatMap map, BestSeatsWish wish, Cabin cabin, Party? party) =>
    [
        .. map.Layout.Cabins.Where(one => one.Cabin == cabin)
            .SelectMany(one => one.Rows.SelectMany(row => one.Groups.SelectMany(group => group.Where(row.Has)).Select(letter => new SeatNumber(row.Number, letter))))
            .Where(seat => map.StateOf(seat) is SeatState.Available)
            .Take(wish.Count),
    ];

    public static IReadOnlyList<SeatNumber> Instead(SeatMap map, IReadOnlyList<SeatNumber> wanted) => [];
}
