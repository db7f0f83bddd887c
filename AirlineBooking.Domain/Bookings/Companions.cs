using AirlineBooking.Domain.Fares;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Whether the children of a booking still fly with somebody old enough when a part of it is cancelled.</summary>
public static class Companions
{
    /// <summary>True when a child would be left on a way on which nobody of sixteen or more flies any more.</summary>
    public static bool AreLost(BookingDetails details, IReadOnlyCollection<SoldPart> cancelled) =>
        AreLost(details.Sold, details.Passengers, details.Travellers, details.State, cancelled);

    internal static bool AreLost(SoldTrip sold, IReadOnlyList<BookingPassenger> people, IReadOnlyList<Traveller> travellers, BookingState state, IReadOnlyCollection<SoldPart> cancelled)
    {
        var firstFlight = DateOnly.FromDateTime(sold.Slices[0].Segments[0].DepartingAt);
        for (var slice = 0; slice < sold.Slices.Count; slice++)
        {
            var flying = people.Where(person => state.Passengers[person.Position].Coupons.Any(coupon => coupon.Slice == slice && coupon.IsLive())).ToList();
            var left = flying.FindAll(person => cancelled.All(part => part.Passenger != person.Position || part.Slice != slice));
            if (left.Exists(person => person.Type is not PassengerType.Adult) && !left.Exists(IsCompanion) && flying.Exists(IsCompanion)) return true;
        }
        return false;

        bool IsCompanion(BookingPassenger person) =>
            person.Type is PassengerType.Adult && PassengerAges.On(travellers[person.Position].BornOn, firstFlight) >= PassengerChecks.CompanionFrom;
    }
}
