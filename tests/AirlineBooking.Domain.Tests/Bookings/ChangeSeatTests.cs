using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class ChangeSeatTests
{
    [Theory, EveryDatabase]
    public async Task Seats_of_a_flight_that_is_not_flown_are_not_changed(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await BookedAsync(airline);
        await airline.ChangeFlightAsync(details.Sold.Segments.First().FlightId, FlightStatus.Cancelled);

        Assert.Equal(BookingRefusal.NotPossible, (await ChangeAsync(airline, details, "20D")).Refusal);
        Assert.Equal("14C", (await airline.DetailsAsync(details.Booking.Id)).State.Passengers[0].Seats[details.Sold.Segments.First().FlightId].ToString());
    }

    [Theory, EveryDatabase]
    public async Task Seats_of_a_delayed_flight_can_be_changed_until_an_hour_before_it_leaves(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var details = await BookedAsync(airline);
        var flight = details.Sold.Segments.First();
        var leaves = flight.DepartsAt.AddHours(5);
        await airline.ChangeFlightAsync(flight.FlightId, FlightStatus.Delayed, leaves);

        airline.Clock.SetUtcNow(leaves - ChangeSeat.ClosesBefore - TimeSpan.FromSeconds(1));
        Assert.Contains(BookingAction.ChangeSeats, (await airline.DetailsAsync(details.Booking.Id)).State.AvailableActions);
        Assert.True((await ChangeAsync(airline, details, "20D")).Accepted);

        airline.Clock.SetUtcNow(leaves - ChangeSeat.ClosesBefore);
        Assert.DoesNotContain(BookingAction.ChangeSeats, (await airline.DetailsAsync(details.Booking.Id)).State.AvailableActions);
        Assert.Equal(BookingRefusal.NotPossible, (await ChangeAsync(airline, details, "20C")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task An_infant_that_was_cancelled_keeps_nobody_from_an_exit(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var details = await airline.BookedAsync(Travellers.Order(await airline.OfferAsync(infants: 1)));
        var layout = CabinLayouts.For("A20N", 174);
        var exit = layout.Cabins.First(one => one.Cabin is Cabin.Economy).Rows.First(row => row.IsExit).Number;
        Assert.Contains("infant", await WhyNotAsync(airline, details, $"{exit}C"), StringComparison.Ordinal);

        await airline.CancelAsync(details.Booking.Id, details.Passengers[1].Id);

        Assert.Contains("costs more", await WhyNotAsync(airline, details, $"{exit}C"), StringComparison.Ordinal);
    }

    private static async Task<BookingDetails> BookedAsync(HeadlessAirline airline)
    {
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        return await airline.BookedAsync(Travellers.Order(offer, (await airline.HoldAsync(offer, "14C")).Id));
    }

    private static Task<Outcome<BookedTrip, BookingRefusal>> ChangeAsync(HeadlessAirline airline, BookingDetails details, string seat) => airline.Get<ChangeSeat>().RunAsync(
        details.Booking.Id, details.Sold.Segments.First().FlightId, details.Passengers[0].Id, SeatNumber.Parse(seat), Audit.Guest, default);

    private static async Task<string> WhyNotAsync(HeadlessAirline airline, BookingDetails details, string seat) =>
        Assert.Single(Assert.IsType<BookingDetail>((await ChangeAsync(airline, details, seat)).Detail).Problems ?? []).Words;
}
