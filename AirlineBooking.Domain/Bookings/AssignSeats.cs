using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Says which passenger gets which of the held seats: as they chose, and else in the order of the passengers.</summary>
internal static class AssignSeats
{
    public static (IReadOnlyList<(FlightId Flight, ChosenSeat Chosen)> Seats, OrderProblem? Wrong) To(
        BookingOrder order, IReadOnlyList<PreparedPassenger> passengers, List<(SeatHold Hold, List<SeatClaim> Claims)> holds, IReadOnlyList<OfferSegment> segments)
    {
        if (ForeignWish(order, segments) is { } foreign) return ([], foreign);
        var seats = new List<(FlightId, ChosenSeat)>();
        var inOrder = order.Passengers.OrderBy(passenger => passenger.Type).ToList();
        var seated = passengers.Where(one => one.Passenger.Type is not PassengerType.Infant).ToList();
        foreach (var flight in segments.Select(segment => segment.FlightId).Distinct())
        {
            var held = holds.SelectMany(one => one.Claims).Where(claim => claim.FlightId == flight).ToDictionary(claim => claim.Seat);
            var free = new HashSet<PassengerId>(seated.Select(one => one.Passenger.Id));
            foreach (var one in passengers)
            {
                var wish = WishOf(inOrder[one.Passenger.Position], flight, holds);
                if (wish is not { } seat) continue;
                var pointer = $"/passengers/{order.Passengers.ToList().IndexOf(inOrder[one.Passenger.Position])}/seats/{flight}";
                if (one.Passenger.Type is PassengerType.Infant) return ([], new(pointer, "infant_has_no_seat", "An infant on a lap has no seat of their own."));
                if (!held.Remove(seat, out var claim)) return ([], new(pointer, "seat_not_held", $"{seat} is not among the seats that are held for this booking."));
                free.Remove(one.Passenger.Id);
                seats.Add((flight, new ChosenSeat(seat, one.Passenger.Id, claim.HoldId)));
            }
            if (held.Count > free.Count) return ([], new("/holdIds", "too_many_seats", "More seats are held than passengers need."));
            foreach (var (claim, one) in held.Values.OrderBy(claim => claim.Seat).Zip(seated.Where(one => free.Contains(one.Passenger.Id))))
            {
                seats.Add((flight, new ChosenSeat(claim.Seat, one.Passenger.Id, claim.HoldId)));
            }
        }
        return (seats, null);
    }

    private static OrderProblem? ForeignWish(BookingOrder order, IReadOnlyList<OfferSegment> segments)
    {
        var flights = segments.Select(segment => segment.FlightId).ToHashSet();
        for (var i = 0; i < order.Passengers.Count; i++)
        {
            foreach (var flight in order.Passengers[i].Seats.Keys)
            {
                if (!flights.Contains(flight)) return new($"/passengers/{i}/seats/{flight}", "seat_of_another_flight", "The offer does not have this flight.");
            }
        }
        return null;
    }

    // A seat chosen for one leg is theirs on the other legs that the aircraft flies on as.
    private static SeatNumber? WishOf(PassengerOrder passenger, FlightId flight, List<(SeatHold Hold, List<SeatClaim> Claims)> holds)
    {
        if (passenger.Seats.TryGetValue(flight, out var seat)) return seat;
        foreach (var (hold, claims) in holds)
        {
            if (hold.FlightId != flight && claims.Exists(claim => claim.FlightId == flight) && passenger.Seats.TryGetValue(hold.FlightId, out var through)) return through;
        }
        return null;
    }
}
