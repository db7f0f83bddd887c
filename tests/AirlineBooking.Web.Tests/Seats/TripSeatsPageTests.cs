using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Seats;

public sealed class TripSeatsPageTests
{
    [Fact]
    public async Task A_passenger_gets_another_seat()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), seats: ["41D"]);
        using var visitor = await AtSeatsAsync(airline, trip);
        Assert.Equal($"41D, aisle, seat of {trip.Travellers[0].GivenName} {TripDesk.FamilyName}", visitor.Page.QuerySelector(".plane .seat.mine")?.GetAttribute("aria-label"));

        await visitor.SendAsync("seat", ("seat", "44D"));
        await visitor.GoAsync(visitor.Leads ?? "");

        Assert.StartsWith("44D,", visitor.Page.QuerySelector(".plane .seat.mine")?.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("Seat 44D is yours", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("44D", (await airline.ReadAsync(trip.Booking.Id)).State.Passengers[0].Seats[trip.Sold.Segments.First().FlightId].ToString());
    }

    [Fact]
    public async Task A_seat_that_somebody_took_meanwhile_is_named_with_what_is_free_instead()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), seats: ["41D"]);
        using var visitor = await AtSeatsAsync(airline, trip);
        await airline.BookAsync(new Party(1, 0, 0), seats: ["44D"]);

        await visitor.SendAsync("seat", ("seat", "44D"));

        Assert.Equal(422, visitor.Status);
        Assert.Contains("44D has just been taken", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("You still have your old seat", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dearer_seat_is_not_offered_and_refused_with_a_sentence()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), seats: ["44D"]);
        using var visitor = await AtSeatsAsync(airline, trip);
        Assert.Null(visitor.Page.QuerySelector("option[value='27D']"));

        await visitor.SendAsync("seat", ("seat", "27D"));

        Assert.Equal(422, visitor.Status);
        Assert.Contains("27D cannot be yours", visitor.Text, StringComparison.Ordinal);
        Assert.True(visitor.Text.Contains("costs more", StringComparison.Ordinal), visitor.Text[..400]);
    }

    [Fact]
    public async Task A_cancelled_trip_has_no_seats_to_change()
    {
        await using var airline = await RunningAirline.OpenAsync(TripDesk.Settings);
        var trip = await airline.BookAsync(new Party(1, 0, 0), seats: ["44D"]);
        await airline.CancelAsync(trip.Booking.Id);

        using var visitor = await AtSeatsAsync(airline, trip);

        Assert.Contains("Seats on this flight cannot be changed", visitor.Text, StringComparison.Ordinal);
    }

    private static async Task<FormVisitor> AtSeatsAsync(RunningAirline airline, BookingDetails trip)
    {
        var visitor = new FormVisitor(airline);
        await visitor.OpenAsync(trip.Booking.Locator.ToString());
        await visitor.GoAsync(Links.TripSeats(trip.Booking.Locator, trip.Sold.Segments.First().FlightId));
        return visitor;
    }
}
