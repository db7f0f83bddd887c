using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class TripAfterwardsTests
{
    [Theory, EveryDatabase]
    public async Task A_booking_is_found_by_locator_and_either_reading_of_a_surname(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline);
        var lookUp = airline.Get<LookUpBooking>();

        foreach (var name in new[] { "Müller", "MUELLER", "muller" })
        {
            Assert.Equal(booking.Id, (await lookUp.RunAsync(booking.Locator.ToString(), name, "192.0.2.1", true, default)).Value?.Id);
        }
        Assert.Equal(LookupRefusal.NoSuchPair, (await lookUp.RunAsync(booking.Locator.ToString(), "Meier", "192.0.2.1", true, default)).Refusal);
        Assert.Equal(LookupRefusal.NoSuchPair, (await lookUp.RunAsync("ZZZZZ2", "Müller", "192.0.2.1", true, default)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Who_guesses_wrong_ten_times_is_not_answered_for_a_quarter_of_an_hour_and_others_are(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline);
        var lookUp = airline.Get<LookUpBooking>();
        for (var guess = 0; guess < LookupGuard.MostByAddress; guess++) await lookUp.RunAsync("ABCDE2", "Smith", "192.0.2.1", true, default);

        Assert.Equal(LookupRefusal.TooManyGuesses, (await lookUp.RunAsync(booking.Locator.ToString(), "Müller", "192.0.2.1", true, default)).Refusal);
        Assert.True((await lookUp.RunAsync(booking.Locator.ToString(), "Müller", "192.0.2.2", true, default)).Accepted);
        airline.Clock.Advance(LookupGuard.AddressWindow);
        Assert.True((await lookUp.RunAsync(booking.Locator.ToString(), "Müller", "192.0.2.1", true, default)).Accepted);
    }

    [Theory, EveryDatabase]
    public async Task A_token_is_good_for_half_an_hour_and_is_not_stored(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline);
        var tokens = airline.Get<BookingTokens>();
        var token = await tokens.RunAsync(booking.Id, default);

        Assert.Equal(booking.Id, await tokens.ReadAsync(token, default));
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.DoesNotContain(token, await db.BookingTokens.Select(one => one.Digest).ToListAsync());
        airline.Clock.Advance(BookingToken.Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await tokens.ForgetAsync(default));
        airline.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await tokens.ReadAsync(token, default));
        Assert.Equal(1, await tokens.ForgetAsync(default));
    }

    [Theory, EveryDatabase]
    public async Task A_seat_is_changed_in_one_step(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline, seat: "14C");
        var details = await DetailsAsync(airline, booking.Id);
        var flight = details.Sold.Segments.First().FlightId;

        var changed = await airline.Get<ChangeSeat>().RunAsync(booking.Id, flight, details.Passengers[0].Id, SeatNumber.Parse("20D"), Audit.Guest, default);

        Assert.Equal("20D", changed.Value?.State.Passengers[0].Seats[flight].ToString());
        var map = await airline.Get<ReadSeatMap>().RunAsync(flight, [], default);
        Assert.Equal(["20D"], map?.States.Keys.Select(seat => seat.ToString()));
    }

    [Theory, EveryDatabase]
    public async Task A_taken_seat_is_not_given_and_the_old_one_stays(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline, seat: "14C");
        await BookedAsync(airline, seat: "20D");
        var details = await DetailsAsync(airline, booking.Id);
        var flight = details.Sold.Segments.First().FlightId;

        var refused = await airline.Get<ChangeSeat>().RunAsync(booking.Id, flight, details.Passengers[0].Id, SeatNumber.Parse("20D"), Audit.Guest, default);

        Assert.Equal(BookingRefusal.SeatsTaken, refused.Refusal);
        Assert.Equal("14C", (await DetailsAsync(airline, booking.Id)).State.Passengers[0].Seats[flight].ToString());
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_within_a_day_gives_everything_back_once(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline, seat: "14C");
        await airline.SettleAsync(2);
        var quote = (await airline.Get<QuoteCancellation>().RunAsync(null, booking.Id, [], [], default)).Answer?.Value;
        Assert.NotNull(quote);
        Assert.Equal((booking.Total, 0, true), (quote.Refund.MinorUnits, quote.Penalty.MinorUnits, quote.IsFree));

        var cancelled = await airline.Get<ConfirmCancellation>().RunAsync(null, booking.Id, quote.Id, Audit.Guest, default);
        var twice = await airline.Get<ConfirmCancellation>().RunAsync(null, booking.Id, quote.Id, Audit.Guest, default);

        Assert.Equal(BookingStatus.Cancelled, cancelled.Answer?.Value?.State.Status);
        Assert.Equal(BookingRefusal.QuoteExpired, twice.Answer?.Refusal);
        await airline.SettleAsync(2);
        var after = await airline.BookingAsync(booking.Id);
        Assert.Equal((BookingStatus.Refunded, booking.Total), (after.Status, after.Refunded));
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.Equal(0, await db.LedgerEntries.SumAsync(entry => entry.Amount));
        Assert.Equal(0, await db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.Gateway).SumAsync(entry => entry.Amount));
        Assert.Empty(await db.SeatClaims.AsNoTracking().ToListAsync());
        Assert.Equal(booking.Total, (await db.Set<SandboxPayment>().AsNoTracking().SingleAsync()).Refunded);
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_later_keeps_a_light_fare_and_gives_the_taxes_back(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline);
        airline.Clock.Advance(TimeSpan.FromHours(25));
        var sold = booking.ReadSold();
        Assert.Equal(FareFamily.Light, sold.Family);

        var quote = (await airline.Get<QuoteCancellation>().RunAsync(null, booking.Id, [], [], default)).Answer?.Value;

        var refundable = sold.Passengers[0].Slices[0].Taxes.Where(tax => tax.Refundable).Sum(tax => tax.Amount.MinorUnits);
        Assert.True(refundable > 0);
        Assert.Equal((refundable, sold.Passengers[0].Slices[0].Fare.MinorUnits), (quote?.Refund.MinorUnits ?? -1, quote?.Penalty.MinorUnits ?? -1));
    }

    [Theory, EveryDatabase]
    public async Task A_quote_counts_no_more_when_the_booking_changed(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline, seat: "14C");
        var details = await DetailsAsync(airline, booking.Id);
        var quote = (await airline.Get<QuoteCancellation>().RunAsync(null, booking.Id, [], [], default)).Answer?.Value;
        await airline.Get<ChangeSeat>().RunAsync(booking.Id, details.Sold.Segments.First().FlightId, details.Passengers[0].Id, SeatNumber.Parse("20D"), Audit.Guest, default);

        Assert.Equal(BookingRefusal.QuoteExpired, (await airline.Get<ConfirmCancellation>().RunAsync(null, booking.Id, quote!.Id, Audit.Guest, default)).Answer?.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Everything_comes_back_when_the_airline_cancels_also_after_check_in_and_after_departure(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline, seat: "14C");
        await airline.SettleAsync(2);
        var details = await DetailsAsync(airline, booking.Id);
        var departs = details.Sold.Segments.First().DepartsAt;
        airline.Clock.SetUtcNow(departs.AddHours(-20));
        await CheckInAsync(airline, details);
        Assert.Equal([BookingAction.ChangeSeats, BookingAction.ShowBoardingPasses], (await DetailsAsync(airline, booking.Id)).State.AvailableActions);
        Assert.Equal(BookingRefusal.NotPossible, (await airline.Get<QuoteCancellation>().RunAsync(null, booking.Id, [], [], default)).Answer?.Refusal);

        await CancelFlightAsync(airline, details);
        airline.Clock.SetUtcNow(departs.AddHours(3));

        Assert.Equal([BookingAction.Cancel], (await DetailsAsync(airline, booking.Id)).State.AvailableActions);
        var quote = (await airline.Get<QuoteCancellation>().RunAsync(null, booking.Id, [], [], default)).Answer?.Value;
        Assert.Equal((booking.Total, 0, true), (quote?.Refund.MinorUnits ?? -1, quote?.Penalty.MinorUnits ?? -1, quote?.IsFree));
        await airline.Get<ConfirmCancellation>().RunAsync(null, booking.Id, quote!.Id, Audit.Guest, default);
        await airline.SettleAsync(2);
        var after = await DetailsAsync(airline, booking.Id);
        Assert.Equal((BookingStatus.Refunded, booking.Total), (after.State.Status, after.State.Refunded));
        Assert.All(after.State.Passengers[0].Coupons, coupon => Assert.Equal(CouponStatus.Refunded, coupon.Status));
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.Empty(await db.SeatClaims.AsNoTracking().ToListAsync());
        Assert.Equal(0, await db.FlightCabins.SumAsync(cabin => cabin.Taken));
    }

    [Theory, EveryDatabase]
    public async Task A_quote_that_keeps_something_counts_no_more_when_the_airline_cancels(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await BookedAsync(airline);
        airline.Clock.Advance(TimeSpan.FromHours(25));
        var before = (await airline.Get<QuoteCancellation>().RunAsync(null, booking.Id, [], [], default)).Answer?.Value;
        await CancelFlightAsync(airline, await DetailsAsync(airline, booking.Id));

        Assert.Equal(BookingRefusal.QuoteExpired, (await airline.Get<ConfirmCancellation>().RunAsync(null, booking.Id, before!.Id, Audit.Guest, default)).Answer?.Refusal);
        Assert.Equal((BookingStatus.Confirmed, 0), ((await airline.BookingAsync(booking.Id)).Status, (await airline.BookingAsync(booking.Id)).RefundDue));

        var now = (await airline.Get<QuoteCancellation>().RunAsync(null, booking.Id, [], [], default)).Answer?.Value;
        Assert.Equal(booking.Total, now?.Refund.MinorUnits);
        Assert.True((await airline.Get<ConfirmCancellation>().RunAsync(null, booking.Id, now!.Id, Audit.Guest, default)).Answer?.Accepted);
    }

    private static Task<int> CancelFlightAsync(HeadlessAirline airline, BookingDetails details) => airline.Writes.RunAsync(
        (db, cancel) => db.Flights.Where(one => one.Id == details.Sold.Segments.First().FlightId).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, FlightStatus.Cancelled), cancel));

    private static async Task CheckInAsync(HeadlessAirline airline, BookingDetails details)
    {
        var passport = new Dictionary<PassengerId, DocumentOrder> { [details.Passengers[0].Id] = new("passport", "X1234567", "GB", "GB", null) };
        Assert.True((await airline.Get<CheckInPassengers>().RunAsync(null, details.Booking.Id, details.Sold.Segments.First().FlightId, [], passport, Audit.Guest, default)).Answer?.Accepted);
    }

    internal static async Task<Booking> BookedAsync(HeadlessAirline airline, string? seat = null)
    {
        await using (var db = await airline.Databases.CreateDbContextAsync())
        {
            if (!await db.Flights.AnyAsync()) await airline.AddFlightsAsync();
        }
        var offer = await airline.OfferAsync();
        HoldId[] holds = seat is null ? [] : [(await airline.HoldAsync(offer, seat)).Id];
        var booked = await airline.BookAsync(Travellers.Order(offer, holds));
        return await airline.BookingAsync(booked.Answer?.Value?.BookingId ?? throw new InvalidOperationException($"Not booked: {booked.Answer?.Refusal}"));
    }

    internal static async Task<BookingDetails> DetailsAsync(HeadlessAirline airline, BookingId id) =>
        await airline.Get<ReadBooking>().RunAsync(id, null, default) ?? throw new InvalidOperationException("No such booking.");
}
