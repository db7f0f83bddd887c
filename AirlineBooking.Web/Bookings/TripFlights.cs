using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Ui;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Bookings;

/// <summary>One flight of a trip as it stands now.</summary>
/// <param name="Segment">As it was sold.</param>
/// <param name="Now">As the timetable has it today.</param>
/// <param name="Window">When check-in opens and closes.</param>
/// <param name="CheckIn">Where check-in stands.</param>
/// <param name="IsCancelled">True when nobody of the booking flies it any more.</param>
/// <param name="SeatsCanChange">True while seats can be changed.</param>
/// <param name="Seats">The seats that the party has on it.</param>
/// <param name="Passes">The boarding passes that are good for it.</param>
/// <param name="ToCheckIn">How many could still check in.</param>
internal sealed record TripFlight(
    OfferSegment Segment, Flight? Now, CheckInWindow Window, CheckInState CheckIn, bool IsCancelled, bool SeatsCanChange, IReadOnlyList<string> Seats, IReadOnlyList<BoardingPass> Passes, int ToCheckIn)
{
    public bool CanCheckIn => CheckIn is CheckInState.Open && ToCheckIn > 0;

    /// <summary>True when the airline does not fly it.</summary>
    public bool IsOff => Now?.Status is FlightStatus.Cancelled;

    /// <summary>What differs from what was sold, if anything does.</summary>
    public string? Moved => Now switch
    {
        { Status: FlightStatus.Cancelled } => "Cancelled by us",
        { EstimatedDepartsAt: { } estimate } => $"Delayed, leaves about {TimeText.Clock(AirportClock.ToLocal(estimate, Segment.OriginTimeZone))}",
        { } flight when flight.DepartsAt != Segment.DepartsAt => $"Moved, leaves at {TimeText.Clock(flight.DepartsAtLocal)}",
        _ => null,
    };
}

/// <summary>Reads how the flights of a trip stand now.</summary>
public sealed class TripFlights(FindFlights findFlights, FindBoardingPasses findPasses, IOptions<CheckInOptions> checkIn, TimeProvider clock)
{
    internal async Task<IReadOnlyList<TripFlight>> ReadAsync(BookingDetails trip, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var passes = trip.State.AvailableActions.Contains(BookingAction.ShowBoardingPasses) ? await findPasses.RunAsync(trip.Booking.Id, cancel) : [];
        var flights = new List<TripFlight>();
        foreach (var segment in trip.Sold.Segments)
        {
            var flight = await findFlights.RunAsync(segment.FlightId, cancel);
            var window = checkIn.Value.WindowAt(segment.Origin, flight?.LeavesAt ?? segment.DepartsAt);
            var coupons = trip.State.Passengers.Select((passenger, i) => (Position: i, Coupon: passenger.Coupons.FirstOrDefault(coupon => coupon.FlightId == segment.FlightId))).ToList();
            var isLive = trip.State.Status is BookingStatus.Confirmed && flight?.Status is not FlightStatus.Cancelled;
            flights.Add(new TripFlight(
                segment, flight, window, window.StateAt(now),
                coupons.TrueForAll(one => one.Coupon is { Status: CouponStatus.Refunded or CouponStatus.Void }) || trip.State.Status is BookingStatus.Failed,
                isLive && flight is not null && ChangeSeat.IsOpen(flight.Status, flight.LeavesAt, now) && coupons.Exists(one => one.Coupon?.Status is CouponStatus.Open or CouponStatus.CheckedIn),
                [.. trip.State.Passengers.Where(passenger => passenger.Seats.ContainsKey(segment.FlightId)).Select(passenger => passenger.Seats[segment.FlightId].ToString())],
                [.. passes.Where(pass => isLive && pass.FlightId == segment.FlightId && coupons[trip.Passengers.First(one => one.Id == pass.PassengerId).Position].Coupon?.Status is CouponStatus.CheckedIn)],
                isLive ? coupons.Count(one => one.Coupon?.Status is CouponStatus.Open) : 0));
        }
        return flights;
    }
}
