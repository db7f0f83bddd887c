using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Whether each passenger may sit where they chose.</summary>
internal static class SeatsOfBooking
{
    // Assistance that keeps somebody from opening an exit; a request for a meal does not.
    private static readonly string[] Unable = ["WCHR", "WCHS", "WCHC", "WCMP", "WCBD", "WCBW", "WCLB", "BLND", "DEAF", "DPNA", "MEDA", "OXYG", "MAAS", "STCR", "UMNR", "EXST", "PETC", "SVAN"];

    public static BookingDetail? Refuse(CabinLayout layout, Cabin cabin, IReadOnlyList<ChosenSeat> seats, IReadOnlyList<PreparedPassenger> passengers)
    {
        var carriers = passengers.Where(one => one.Passenger.InfantOf is not null).Select(one => one.Passenger.InfantOf.GetValueOrDefault()).ToHashSet();
        var withInfants = seats.Where(seat => carriers.Contains(seat.Passenger)).Select(seat => seat.Seat).ToList();
        // A family may sit at a bassinet that one of them needs.
        var bassinetsOpen = carriers.Count > 0;
        foreach (var seat in seats)
        {
            var one = passengers.First(passenger => passenger.Passenger.Id == seat.Passenger);
            var seated = new SeatedPassenger(one.Passenger.Type, carriers.Contains(seat.Passenger), NeedsHelp(one.Traveller.Assistance));
            if (SeatSuitability.Against(layout, cabin, seat.Seat, seated, withInfants, bassinetsOpen: bassinetsOpen) is not { } objection) continue;
            return new BookingDetail
            {
                Seats = [new SeatOnMap(seat.Seat, SeatState.Held)],
                Problems = [new($"/passengers/{one.Passenger.Position}/seats", "seat_not_suitable", $"{seat.Seat}: {SeatsForParty.WordsFor(objection)}")],
            };
        }
        return null;
    }

    internal static bool NeedsHelp(string? assistance) => assistance is not null && assistance.Split(' ').Any(code => Array.IndexOf(Unable, code) >= 0);
}
