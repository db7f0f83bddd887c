using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>A boarding pass as it is shown, with the text of its bar code.</summary>
public sealed record ShownBoardingPass(
    BoardingPassId Id, PassengerId PassengerId, string Name, RecordLocator Locator, OfferSegment Flight, Cabin Cabin, SeatNumber? Seat, int Sequence, string? Terminal, string? Gate, TicketNumber Ticket, string BarCode);

/// <summary>Reads a boarding pass of a booking; nothing when there is none, or its coupon is no longer good for boarding, or its flight is cancelled.</summary>
public sealed class ReadBoardingPass(IDbContextFactory<AirlineDb> databases, ReadBooking readBooking, IOptions<AirlineOptions> options)
{
    public async Task<ShownBoardingPass?> RunAsync(BookingId booking, BoardingPassId id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pass = await db.Set<BoardingPass>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.BookingId == booking, cancel);
        if (pass is null || await readBooking.RunAsync(booking, null, cancel) is not { Booking.Status: BookingStatus.Confirmed } details) return null;
        var passenger = details.Passengers.First(one => one.Id == pass.PassengerId);
        var state = details.State.Passengers[passenger.Position];
        if (!state.Coupons.Any(coupon => coupon.FlightId == pass.FlightId && coupon.Status is CouponStatus.CheckedIn)) return null;
        if (await db.Flights.AsNoTracking().SingleAsync(one => one.Id == pass.FlightId, cancel) is not { Status: not FlightStatus.Cancelled } flight) return null;
        var segment = details.Sold.Segments.First(one => one.FlightId == pass.FlightId);
        var seat = state.Seats.TryGetValue(pass.FlightId, out var own) ? own : default(SeatNumber?);
        var traveller = details.Travellers[passenger.Position];
        var name = TicketName.Of(traveller.TicketFamilyName, traveller.TicketGivenName).Value ?? throw new InvalidOperationException("A ticket's name does not read back.");
        var ticket = await db.Set<Coupon>().AsNoTracking().Where(coupon => coupon.BookingId == booking && coupon.PassengerId == pass.PassengerId && coupon.FlightId == pass.FlightId).Select(coupon => coupon.TicketNumber).SingleAsync(cancel);
        return new ShownBoardingPass(
            id, passenger.Id, name.ToString(), details.Booking.Locator, segment, details.Sold.Cabin, seat, pass.Sequence,
            flight.DepartureTerminal, flight.Gate, ticket, CodeOf(details, passenger, name, ticket, flight, segment, seat, pass).ToString());
    }

    private BoardingPassCode CodeOf(
        BookingDetails details, BookingPassenger passenger, TicketName name, TicketNumber ticket, Flight flight, OfferSegment segment, SeatNumber? seat, BoardingPass pass)
    {
        var leg = BoardingPassLeg.Of(
            details.Booking.Locator, segment.Origin, segment.Destination, segment.OperatingCarrier, segment.FlightNumber, flight.Date, details.Sold.Cabin, seat, pass.Sequence,
            BoardingPassDetails.Of(ticket, segment.FlightNumber.Carrier));
        var description = passenger.Type switch { PassengerType.Infant => '4', PassengerType.Child => '3', _ => '0' };
        return new BoardingPassCode(
            BoardingPassCode.NameOf(name), [leg], new BoardingPassIssue(description, 'W', 'W', BoardingPassIssue.DayOf(DateOnly.FromDateTime(pass.IssuedAt.UtcDateTime)), 'B', options.Value.Code, []));
    }
}
