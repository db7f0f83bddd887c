using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Payments;

/// <summary>The obvious ways, in the same races as <see cref="SaleRaceTests"/>: each of them sells or charges twice. A meeting point makes sure of the moment at which it goes wrong.</summary>
public sealed class NaiveSalesTests
{
    [Theory, EveryDatabase]
    public async Task A_sale_that_trusts_the_hold_it_saw_sells_the_seat_of_its_next_holder(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var buyer = await BookAsync(airline, "tok_declined");
        var flight = buyer.ReadSold().Slices[0].Segments[0].FlightId;
        var hold = await airline.HoldAsync(await airline.OfferAsync(), "14C");
        var (everybodyHasLooked, theNextHolds) = (new MeetingPoint(2), new MeetingPoint(2));

        var told = await Race.RunAsync(2, async one =>
        {
            var seen = (await SeatRaceTests.ClaimsAsync(airline, flight)).Single();
            await everybodyHasLooked.ArriveAsync();
            if (one == 0)
            {
                airline.Clock.Advance(SeatHold.Lifetime);
                var next = await SeatRaceTests.HoldAsync(airline, flight, "next", "14C");
                await theNextHolds.ArriveAsync();
                return next.Accepted;
            }
            await theNextHolds.ArriveAsync();
            return seen.HoldId == hold.Id && await airline.Writes.RunAsync((db, cancel) => SellAsync(db, flight, buyer, cancel)) == 1;
        });

        Assert.Equal([true, true], told);
    }

    [Theory, EveryDatabase]
    public async Task Looking_first_and_paying_then_charges_twice(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookAsync(airline, "tok_declined");
        var everybodyHasLooked = new MeetingPoint(2);

        var outcomes = await Race.RunAsync(2, async _ =>
        {
            var toPay = (await airline.BookingAsync(booking.Id)).Status is BookingStatus.PendingPayment;
            await everybodyHasLooked.ArriveAsync();
            if (!toPay) return GatewayOutcome.Declined;
            var answer = await airline.Get<SandboxGateway>().AuthoriseAsync(new PaymentId(Guid.NewGuid()), new Money(booking.Total, booking.Currency), "tok_visa", default);
            await airline.Writes.RunAsync((db, cancel) => db.ExecuteAsync($"UPDATE bookings SET status = {BookingStatus.Confirmed} WHERE id = {booking.Id}", cancel));
            return answer.Outcome;
        });

        Assert.Equal([GatewayOutcome.Authorised, GatewayOutcome.Authorised], outcomes);
    }

    [Theory, EveryDatabase]
    public async Task Looking_first_and_giving_back_then_gives_back_twice(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookAsync(airline, "tok_visa");
        await airline.SettleAsync(2);
        await using var db = await airline.Databases.CreateDbContextAsync();
        var payment = await db.Payments.AsNoTracking().SingleAsync();
        var owed = new Money(payment.Amount / 2, payment.Currency);
        var everybodyHasLooked = new MeetingPoint(2);

        await Race.RunAsync(2, async _ =>
        {
            var isOwed = (await airline.BookingAsync(booking.Id)).Refunded == 0;
            await everybodyHasLooked.ArriveAsync();
            if (isOwed) await airline.Get<SandboxGateway>().RefundAsync(payment.Id, new RefundId(Guid.NewGuid()), owed, default);
            return isOwed;
        });

        Assert.Equal(2 * owed.MinorUnits, (await db.Set<SandboxPayment>().AsNoTracking().SingleAsync()).Refunded);
    }

    private static Task<int> SellAsync(AirlineDb db, FlightId flight, Booking buyer, CancellationToken cancel) => db.ExecuteAsync(
        $"""
        UPDATE seat_claims SET state = {ClaimState.Sold}, held_until = NULL, booking_id = {buyer.Id}, passenger_id = (SELECT id FROM booking_passengers WHERE booking_id = {buyer.Id})
        WHERE flight_id = {flight} AND seat = {"14C"}
        """,
        cancel);

    private static async Task<Booking> BookAsync(HeadlessAirline airline, string token)
    {
        await airline.AddFlightsAsync();
        await airline.BookAsync(Travellers.Order(await airline.OfferAsync()), token);
        await using var db = await airline.Databases.CreateDbContextAsync();
        return await db.Bookings.AsNoTracking().SingleAsync();
    }
}
