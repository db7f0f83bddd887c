using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.Seats;

public sealed class HoldLimitsTests
{
    [Theory, EveryDatabase]
    public async Task An_address_holds_so_many_seats_of_a_flight_those_being_paid_for_included(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var offer = await airline.OfferAsync(adults: Holder.MostSeatsAHold);
        var first = (await HoldAsync(airline, flight, null, "here", 0, Holder.MostSeatsAHold)).Value!; // The flight is empty.
        await airline.BookAsync(Travellers.Order(offer, first.Id), "tok_challenge");
        Assert.True((await HoldAsync(airline, flight, null, "here", 20, Holder.MostSeatsOnAFlightByAddress - Holder.MostSeatsAHold)).Accepted);

        Assert.Equal(SeatRefusal.HoldLimitReached, (await HoldAsync(airline, flight, null, "here", 40, 1)).Refusal);
        Assert.True((await HoldAsync(airline, flight, null, "there", 40, 1)).Accepted);
    }

    [Theory, EveryDatabase]
    public async Task A_holder_has_so_many_seats_of_a_flight_those_being_paid_for_included(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var offer = await airline.OfferAsync(adults: 5);
        var first = (await HoldAsync(airline, flight, "browser", null, 0, 5)).Value!; // The flight is empty.
        await airline.BookAsync(Travellers.Order(offer, first.Id), "tok_challenge");

        Assert.Equal(SeatRefusal.HoldLimitReached, (await HoldAsync(airline, flight, "browser", null, 20, Holder.MostSeatsOnAFlight - 5 + 1)).Refusal);
        Assert.True((await HoldAsync(airline, flight, "browser", null, 20, Holder.MostSeatsOnAFlight - 5)).Accepted);
    }

    private static async Task<Outcome<HeldSeats, SeatRefusal>> HoldAsync(HeadlessAirline airline, FlightId flight, string? holder, string? address, int from, int count)
    {
        var seats = Enumerable.Range(from, count).Select(SeatRaceTests.SeatOf).ToArray();
        return (await airline.Get<HoldSeats>().RunAsync(null, HoldSeatsTests.Request(flight, new Holder(holder, address), null, seats), default)).Answer ?? throw new InvalidOperationException("Without a key there is an answer.");
    }
}
