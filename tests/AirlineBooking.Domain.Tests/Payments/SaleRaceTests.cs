using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Payments;

/// <summary>Whatever happens at once, a seat is sold once and its price moves once. <see cref="NaiveSalesTests"/> shows that these races can be lost.</summary>
public sealed class SaleRaceTests
{
    // Of the ordinary rows behind the exits; so few that the flights of a thousand rounds leave later than the clock gets.
    private const int SeatsUsedOnAFlight = 60;

    private enum Moment { BeforeTheRace, During, After }

    private sealed record Place(FlightId Flight, Offer Offer, string Seat, int Round);

    [Theory, EveryDatabase]
    public Task A_hold_that_runs_out_while_it_is_paid_is_sold_or_free_and_never_both(Database database) => EachRoundAsync(database, async (airline, place) =>
    {
        var (flight, offer, seat, round) = place;
        var hold = await airline.HoldAsync(offer, seat);
        airline.Clock.Advance(SeatHold.Lifetime - TimeSpan.FromSeconds(1));
        var runsOut = (Moment)(round % 3);
        if (runsOut is Moment.BeforeTheRace) airline.Clock.Advance(TimeSpan.FromSeconds(1));

        Once<BookedTrip, BookingRefusal>? sale = null;
        var others = await Race.RunAsync(12, async one =>
        {
            if (one == 0) sale = await airline.BookAsync(Travellers.Order(offer, hold.Id));
            else if (one == 1) await TickAsync(airline);
            else if (one > 2) return (await SeatRaceTests.HoldAsync(airline, flight, $"next {one} of {round}", seat)).Accepted;
            else if (runsOut is Moment.During) await RunOutAsync(airline, flight, round);
            return false;
        });

        var booked = sale?.Answer?.Value;
        var next = others.Count(accepted => accepted);
        Assert.Equal(booked is null ? BookingRefusal.SeatsLost : null, sale?.Answer?.Refusal);
        Assert.InRange(next + (booked is null ? 0 : 1), 0, 1);
        if (runsOut is Moment.BeforeTheRace) Assert.Equal(1, next);
        if (runsOut is Moment.After) Assert.NotNull(booked);
        var claim = (await SeatRaceTests.ClaimsAsync(airline, flight)).SingleOrDefault(one => one.Seat.ToString() == seat);
        if (booked is not null) Assert.Equal((ClaimState.Sold, (Guid?)booked.BookingId.Value), (claim?.State, claim?.BookingId));
        else if (next == 1) Assert.StartsWith("next", claim?.Holder, StringComparison.Ordinal);
        airline.Clock.Advance(SeatHold.Lifetime);
    });

    [Theory, EveryDatabase]
    public Task A_hold_that_is_booked_many_times_at_once_is_sold_and_paid_once(Database database) => EachRoundAsync(database, async (airline, place) =>
    {
        var (flight, offer, seat, round) = place;
        var hold = await airline.HoldAsync(offer, seat);

        var sales = await Race.RunAsync(6, _ => airline.BookAsync(Travellers.Order(offer, hold.Id)));

        Assert.Single(sales, sale => sale.Answer?.Value?.State.Status is BookingStatus.Confirmed);
        Assert.Equal(5, sales.Count(sale => sale.Answer?.Refusal is BookingRefusal.SeatsLost));
    }, onceARound: Captures);

    [Theory, EveryDatabase]
    public Task A_booking_that_is_paid_many_times_at_once_is_charged_once(Database database) => EachRoundAsync(database, async (airline, place) =>
    {
        var (flight, offer, seat, round) = place;
        var declined = await airline.BookAsync(Travellers.Order(offer, (await airline.HoldAsync(offer, seat)).Id), "tok_declined");
        var booking = Assert.IsType<BookingDetail>(declined.Answer?.Detail).BookingId!.Value; // A decline names its booking.

        var payments = await Race.RunAsync(6, _ => airline.Get<PayBooking>().RunAsync(null, booking, "tok_visa", default));

        Assert.Single(payments, payment => payment.Answer?.Value?.State.Status is BookingStatus.Confirmed);
        Assert.Equal(5, payments.Count(payment => payment.Answer?.Refusal is BookingRefusal.NotPayable));
    }, onceARound: Captures);

    [Theory, EveryDatabase]
    public Task A_payment_that_is_heard_of_from_all_sides_at_once_is_settled_once(Database database) => EachRoundAsync(database, async (airline, place) =>
    {
        var (flight, offer, seat, round) = place;
        var booked = await airline.BookAsync(Travellers.Order(offer, (await airline.HoldAsync(offer, seat)).Id), round % 2 == 0 ? "tok_late_webhook" : "tok_timeout_paid");
        var payment = await PaymentOfAsync(airline, booked.Answer!.Value!.BookingId); // An unknown outcome is a booking all the same.
        airline.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var told in await airline.Get<SandboxGateway>().TellAsync(default)) Assert.Equal(payment, told);

        await Race.RunAsync(8, async one =>
        {
            if (one % 2 == 0) await airline.Get<SettlePayments>().HearAsync(payment, default);
            else await TickAsync(airline);
            return one;
        });

        Assert.Equal(BookingStatus.Confirmed, (await airline.BookingAsync(booked.Answer.Value.BookingId)).Status);
    }, onceARound: Captures);

    [Theory, EveryDatabase]
    public Task A_quote_that_is_confirmed_many_times_at_once_gives_back_once(Database database) => EachRoundAsync(database, async (airline, place) =>
    {
        var (flight, offer, seat, round) = place;
        var booked = (await airline.BookAsync(Travellers.Order(offer, (await airline.HoldAsync(offer, seat)).Id))).Answer!.Value!; // A good card pays.
        var quote = (await airline.Get<QuoteCancellation>().RunAsync(null, booked.BookingId, [], [], default)).Answer!.Value!; // A confirmed booking can be cancelled.

        var answers = await Race.RunAsync(9, async one =>
        {
            if (one % 3 == 2) await TickAsync(airline);
            else if (one % 3 == 1) return (await SeatRaceTests.HoldAsync(airline, flight, $"next {one} of {round}", seat)).Accepted ? "held" : "not held";
            else return (await airline.Get<ConfirmCancellation>().RunAsync(null, booked.BookingId, quote.Id, Audit.Guest, default)).Answer is { Accepted: true } ? "cancelled" : "refused";
            return "";
        });

        Assert.Equal((1, 2), (answers.Count(answer => answer is "cancelled"), answers.Count(answer => answer is "refused")));
        Assert.InRange(answers.Count(answer => answer is "held"), 0, 1);
    }, onceARound: db => db.Refunds.CountAsync(refund => refund.State == RefundState.Done));

    [Theory, EveryDatabase]
    public async Task Passengers_who_change_to_one_seat_at_once_do_not_sit_on_each_other(Database database)
    {
        const int parties = 4;
        await using var airline = await HeadlessAirline.OpenAsync(database);
        // Leaves later than the clock gets.
        var day = (int)(SeatHold.Lifetime * Race.Rounds).TotalDays;
        var flight = (await airline.AddFlightsAsync(day + 1))[day];
        var offer = await airline.OfferAsync(day);
        var trips = new List<BookingPassenger>();
        for (var party = 0; party < parties; party++)
        {
            var trip = (await airline.BookAsync(Travellers.Order(offer, (await airline.HoldAsync(offer, $"{30 - party}C")).Id))).Answer!.Value!; // A good card pays.
            await using var db = await airline.Databases.CreateDbContextAsync();
            trips.Add(await db.BookingPassengers.AsNoTracking().SingleAsync(passenger => passenger.BookingId == trip.BookingId));
        }
        for (var round = 0; round < Race.Rounds; round++)
        {
            var seat = round % 2 == 0 ? "20A" : "20B";

            var got = await Race.RunAsync(parties + 2, async one => one < parties
                ? (await airline.Get<ChangeSeat>().RunAsync(trips[one].BookingId, flight, trips[one].Id, SeatNumber.Parse(seat), Audit.Guest, default)).Accepted
                : (await SeatRaceTests.HoldAsync(airline, flight, $"buyer {one} of {round}", seat)).Accepted);

            var claims = await SeatRaceTests.ClaimsAsync(airline, flight);
            Assert.Equal(1, got.Count(accepted => accepted));
            Assert.Equal(parties, claims.Count(claim => claim.State is ClaimState.Sold));
            airline.Clock.Advance(SeatHold.Lifetime);
            await TickAsync(airline);
            // Whoever got it goes back, so that the next may have it.
            var winner = Array.IndexOf(got, true);
            if (winner < parties) Assert.True((await airline.Get<ChangeSeat>().RunAsync(trips[winner].BookingId, flight, trips[winner].Id, SeatNumber.Parse($"{30 - winner}C"), Audit.Guest, default)).Accepted);
        }
        await BooksAreRightAsync(airline);
    }

    // A seat for each round; when all are played, the books are right, and what must have happened once a round did.
    private static async Task EachRoundAsync(Database database, Func<HeadlessAirline, Place, Task> play, Func<AirlineDb, Task<int>>? onceARound = null)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flights = await airline.AddFlightsAsync(Race.Rounds / SeatsUsedOnAFlight + 1);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var (day, number) = Math.DivRem(round, SeatsUsedOnAFlight);
            await play(airline, new Place(flights[day], await airline.OfferAsync(day), $"{15 + number / 6}{"ABCDEF"[number % 6]}", round));
        }
        await BooksAreRightAsync(airline);
        if (onceARound is null) return;
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.Equal(Race.Rounds, await onceARound(db));
    }

    // Work of a length that grows from round to round, so that the last second passes at every stage of the sale.
    private static async Task RunOutAsync(HeadlessAirline airline, FlightId flight, int round)
    {
        for (var look = 0; look < round / 3 % 12; look++) await SeatRaceTests.ClaimsAsync(airline, flight);
        airline.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static async Task TickAsync(HeadlessAirline airline)
    {
        await airline.Get<ExpireHolds>().RunAsync(default);
        await airline.Get<SettlePayments>().RunAsync(default);
    }

    private static async Task BooksAreRightAsync(HeadlessAirline airline)
    {
        await airline.SettleAsync(12, secondsBetween: 60);
        await airline.Get<ExpireHolds>().RunAsync(default);
        await foreach (var result in airline.Get<CheckInvariants>().RunAsync(default)) Assert.False(result.IsViolated, $"{result.Invariant.Name}: {string.Join("; ", result.Examples)}");
    }

    private static async Task<PaymentId> PaymentOfAsync(HeadlessAirline airline, BookingId booking)
    {
        await using var db = await airline.Databases.CreateDbContextAsync();
        return await db.Payments.Where(payment => payment.BookingId == booking).Select(payment => payment.Id).SingleAsync();
    }

    private static Task<int> Captures(AirlineDb db) => db.Payments.CountAsync(payment => payment.State == PaymentState.Captured);
}
