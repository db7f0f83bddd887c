using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Whether each passenger may sit where they chose.</summary>
internal static class SeatsOfBooking
{
    /// <summary>The first seat that does not suit its passenger; a bassinet row is open when a hold with the offer let them have it, and to a family with an infant.</summary>
    public static BookingDetail? Refuse(CabinLayout layout, Cabin cabin, IReadOnlyList<ChosenSeat> seats, IReadOnlyList<PreparedPassenger> passengers, bool bassinetsOpen)
    {
        var carriers = passengers.Where(one => one.Passenger.InfantOf is not null).Select(one => one.Passenger.InfantOf.GetValueOrDefault()).ToHashSet();
        var withInfants = seats.Where(seat => carriers.Contains(seat.Passenger)).Select(seat => seat.Seat).ToList();
        foreach (var seat in seats)
        {
            var one = passengers.First(passenger => passenger.Passenger.Id == seat.Passenger);
            var seated = new SeatedPassenger(one.Passenger.Type, carriers.Contains(seat.Passenger), NeedsHelp(one.Traveller.Assistance));
            if (SeatSuitability.Against(layout, cabin, seat.Seat, seated, withInfants, bassinetsOpen: bassinetsOpen || carriers.Count > 0) is not { } objection) continue;
            return new BookingDetail
            {
                Seats = [new SeatOnMap(seat.Seat, SeatState.Held)],
                Problems = [new($"/passengers/{one.Passenger.Position}/seats", "seat_not_suitable", $"{seat.Seat}: {SeatSuitability.WordsFor(objection)}")],
            };
        }
        return null;
    }

    internal static bool NeedsHelp(string? assistance) => assistance is not null && assistance.Split(' ').Any(text => AssistanceCode.TryParse(text, out var code) && code.KeepsFromExits);
}
