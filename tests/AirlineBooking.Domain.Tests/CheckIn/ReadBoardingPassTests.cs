using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.CheckIn;

public sealed class ReadBoardingPassTests
{
    [Theory, EveryDatabase]
    public async Task The_ticket_is_the_one_that_has_the_flight(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync(5);
        var slices = Enumerable.Range(10, 5).Select(day => new SliceRequest(AirportCode.Parse("LHR"), AirportCode.Parse("ZRH"), DateOnly.FromDateTime(HeadlessAirline.Start.UtcDateTime).AddDays(day)));
        var details = await airline.BookedAsync(Travellers.Order(await airline.OfferAsync(new Party(1, 0, 0), [.. slices])));
        var tickets = details.State.Passengers[0].Tickets;
        Assert.Equal(2, tickets.Count);

        Assert.Equal(tickets[0], await TicketAsync(airline, details, flight: 3));
        Assert.Equal(tickets[1], await TicketAsync(airline, details, flight: 4));
    }

    [Theory, EveryDatabase]
    public async Task A_single_name_stands_alone(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var order = Travellers.Order(await airline.OfferAsync());
        var details = await airline.BookedAsync(order with { Passengers = [order.Passengers[0] with { GivenName = "", FamilyName = "Sukarno" }] });

        var pass = await PassAsync(airline, details, flight: 0);

        Assert.Equal("SUKARNO", pass.Name);
        Assert.StartsWith("M1SUKARNO             E", pass.BarCode, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Who_changes_seats_after_check_in_has_the_new_one_on_the_pass(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var details = await airline.BookedAsync(Travellers.Order(offer, (await airline.HoldAsync(offer, "14C")).Id));
        var pass = await PassAsync(airline, details, flight: 0);
        Assert.Equal("14C", pass.Seat?.ToString());

        Assert.True((await airline.Get<ChangeSeat>().RunAsync(details.Booking.Id, pass.Flight.FlightId, pass.PassengerId, SeatNumber.Parse("20D"), Audit.Guest, default)).Accepted);

        var now = await airline.Get<ReadBoardingPass>().RunAsync(details.Booking.Id, pass.Id, default);
        Assert.Equal("20D", now?.Seat?.ToString());
        Assert.True(BoardingPassCode.TryParse(now?.BarCode, out var code));
        Assert.Equal("020D", code.Legs[0].Seat);
    }

    // What the pass says, which has to be what its bar code says.
    private static async Task<TicketNumber> TicketAsync(HeadlessAirline airline, BookingDetails details, int flight)
    {
        var pass = await PassAsync(airline, details, flight);
        Assert.True(BoardingPassCode.TryParse(pass.BarCode, out var code));
        Assert.Equal(pass.Ticket.ToString(), code.Legs[0].Details?.AirlineNumber + code.Legs[0].Details?.Document);
        return pass.Ticket;
    }

    private static async Task<ShownBoardingPass> PassAsync(HeadlessAirline airline, BookingDetails details, int flight)
    {
        var segment = details.Sold.Segments.ElementAt(flight);
        airline.Clock.SetUtcNow(segment.DepartsAt.AddHours(-20));
        var checkedIn = await airline.CheckInAsync(details, segment.FlightId);
        Assert.True(checkedIn.Accepted, $"{checkedIn.Refusal}");
        return await airline.Get<ReadBoardingPass>().RunAsync(details.Booking.Id, checkedIn.Value.Passes[0], default) ?? throw new InvalidOperationException("No pass.");
    }
}
