using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Ends a booking that was not paid: its seats and places go back to everybody.</summary>
internal static class FailBooking
{
    public static async Task WriteAsync(AirlineDb db, Booking booking, SeatMapFeed feed, DateTimeOffset now, CancellationToken cancel)
    {
        var passengers = await BookingRows.PassengersAsync(db, booking.Id, cancel);
        var places = await BookingPlaces.OfUnpaidAsync(db, booking.Id, booking.ReadSold(), passengers, cancel);
        await BookingPlaces.GiveBackAsync(db, booking.Id, places, countUnseated: booking.HoldsPlaces, feed, now, cancel);
        await db.ExecuteAsync(
            $"UPDATE bookings SET status = {BookingStatus.Failed}, kept_until = NULL, holds_places = {false}, version = version + 1 WHERE id = {booking.Id} AND status = {BookingStatus.PendingPayment}", cancel);
        await Audit.AddAsync(db, now, Audit.System, "failed", booking.Id.ToString(), null, cancel);
    }
}
