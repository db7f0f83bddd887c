using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Tests.Payments;

public sealed class BookTripTests
{
    [Theory, EveryDatabase]
    public async Task A_hold_that_goes_on_to_a_flight_that_is_not_booked_is_refused(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flights = await airline.AddFlightsAsync(2);
        var offer = await airline.OfferAsync();
        var hold = await airline.HoldAsync(Travellers.Through(offer, flights[1]), "14C");

        var refused = (await airline.BookAsync(Travellers.Order(offer, hold.Id))).Answer;

        Assert.Equal(BookingRefusal.OrderInvalid, refused?.Refusal);
        Assert.Equal("hold_of_another_flight", Assert.Single(Assert.IsType<BookingDetail>(refused?.Detail).Problems ?? []).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_paid_trip_is_confirmed_with_its_seat_and_ticket(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var hold = await airline.HoldAsync(offer, "14C");

        var booked = await airline.BookAsync(Travellers.Order(offer, hold.Id));

        var trip = booked.Answer?.Value;
        Assert.NotNull(trip);
        Assert.Equal(BookingStatus.Confirmed, trip.State.Status);
        Assert.Equal((offer.Total + hold.Total).MinorUnits, trip.State.Paid);
        Assert.Equal(SeatNumber.Parse("14C"), trip.State.Passengers[0].Seats[hold.FlightId]);
        Assert.StartsWith("901", Assert.Single(trip.State.Passengers[0].Tickets).ToString(), StringComparison.Ordinal);
        var map = await airline.Get<ReadSeatMap>().RunAsync(hold.FlightId, [], default);
        Assert.Equal(SeatState.Occupied, map?.StateOf(SeatNumber.Parse("14C")));
    }

    [Theory, EveryDatabase]
    public async Task A_seat_costs_what_the_fare_that_is_booked_asks_for_it_whatever_it_was_held_with(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var light = await airline.OfferAsync();
        var flex = (await airline.Get<ReadOffer>().RunAsync(light.OtherFamilies.Single(other => other.Family is FareFamily.Flex).OfferId, default)).Value!.Offer; // It is on sale.
        var free = await airline.HoldAsync(flex, "20C");
        var charged = await airline.HoldAsync(light, "20D");
        Assert.Equal((0, true), (free.Total.MinorUnits, charged.Total.MinorUnits > 0));

        var cheap = await airline.BookAsync(Travellers.Order(light, free.Id));
        var full = await airline.BookAsync(Travellers.Order(flex, charged.Id));

        Assert.Equal((light.Total + charged.Total).MinorUnits, cheap.Answer?.Value?.State.Paid);
        Assert.Equal(flex.Total.MinorUnits, full.Answer?.Value?.State.Paid);
    }

    [Theory, EveryDatabase]
    public async Task What_is_typed_is_stored_in_one_form(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var order = Travellers.Order(await airline.OfferAsync());
        var person = order.Passengers[0] with { GivenName = string.Concat(Enumerable.Repeat("Zoe\u0308", 15)), Assistance = [" wchr ", "WCHR", "blnd"] };

        var booked = await airline.BookAsync(order with { Passengers = [person], Contact = order.Contact with { Phone = " 0044 (0)20 7946-0958 " } });

        Assert.NotNull(booked.Answer?.Value);
        await using var db = await airline.Databases.CreateDbContextAsync();
        var (traveller, contact) = (await db.Set<Traveller>().AsNoTracking().SingleAsync(), await db.Set<Contact>().AsNoTracking().SingleAsync());
        Assert.Equal((string.Concat(Enumerable.Repeat("Zo\u00eb", 15)), "WCHR BLND", "+442079460958"), (traveller.GivenName, traveller.Assistance, contact.Phone));
    }

    [Theory, EveryDatabase]
    public async Task Who_tries_again_without_seats_gets_the_places_of_the_attempt_before(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var offer = await airline.OfferAsync();
        await SeatRaceTests.AuthoriseAsync(airline, flight, places: 1);
        var declined = await airline.BookAsync(Travellers.Order(offer), "tok_declined");
        var first = Assert.IsType<BookingDetail>(declined.Answer?.Detail).BookingId!.Value; // A decline names its booking.

        var another = await airline.BookAsync(Travellers.Order(offer));
        var again = await airline.BookAsync(Travellers.Order(offer) with { Instead = first });

        Assert.Equal(BookingRefusal.CabinFull, another.Answer?.Refusal);
        Assert.Equal(BookingStatus.Confirmed, again.Answer?.Value?.State.Status);
        Assert.Equal(BookingStatus.Failed, (await airline.BookingAsync(first)).Status);
    }

    [Theory, EveryDatabase]
    public async Task A_document_is_valid_on_the_day_of_the_last_flight(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var order = Travellers.Order(offer);
        var day = DateOnly.FromDateTime(offer.Slices[0].Segments[0].DepartingAt);
        BookingOrder Until(DateOnly expires) => order with { Passengers = [order.Passengers[0] with { Document = new DocumentOrder("passport", "X1234567", "GB", "GB", expires) }] };

        var refused = (await airline.BookAsync(Until(day.AddDays(-1)))).Answer;

        Assert.Equal("/passengers/0/document/expiresOn", Assert.Single(Assert.IsType<BookingDetail>(refused?.Detail).Problems ?? []).Place);
        Assert.NotNull((await airline.BookAsync(Until(day))).Answer?.Value);
    }

    [Theory, EveryDatabase]
    public async Task A_locator_that_is_taken_is_replaced_by_another(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var random = new OneLocatorForTwo();
        var prepare = new PrepareBooking(
            airline.Databases, airline.Get<ReadOffer>(), airline.Get<SeatQuotes>(), airline.Get<IDocumentCipher>(), airline.Get<IOptions<AirlineOptions>>(), random, airline.Clock);
        var book = new BookTrip(prepare, airline.Get<Pay>(), airline.Get<RunOnce>(), airline.Writes, airline.Get<SeatMapFeed>(), random, airline.Clock);

        var first = await book.RunAsync(null, Travellers.Order(offer), "tok_visa", default);
        var second = await book.RunAsync(null, Travellers.Order(offer), "tok_visa", default);

        Assert.Equal("AAAAAA", (await airline.BookingAsync(first.Answer!.Value!.BookingId)).Locator.ToString());
        Assert.NotEqual("AAAAAA", (await airline.BookingAsync(second.Answer!.Value!.BookingId)).Locator.ToString());
    }

    [Theory, EveryDatabase]
    public async Task A_hold_whose_seat_went_to_another_hold_of_the_same_browser_is_not_booked_without_it(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync(adults: 2);
        var first = await airline.HoldInBrowserAsync(offer, null, "14C", "14D");
        await airline.HoldInBrowserAsync(offer, null, "14D");

        var booked = await airline.BookAsync(Travellers.Order(offer, first.Answer!.Value!.Id));

        Assert.Equal(BookingRefusal.SeatsLost, booked.Answer?.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Seats_that_are_being_paid_for_are_not_exchanged(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync(adults: 2);
        var hold = (await airline.HoldInBrowserAsync(offer, null, "14C")).Answer!.Value!;
        await airline.BookAsync(Travellers.Order(offer, hold.Id), "tok_challenge");

        var exchanged = await airline.HoldInBrowserAsync(offer, hold.Id, "15C");

        Assert.Equal(SeatRefusal.HoldInUse, exchanged.Answer?.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Who_chose_no_seat_has_a_place(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var offer = await airline.OfferAsync(adults: 2);

        var booked = await airline.BookAsync(Travellers.Order(offer));

        Assert.Equal(BookingStatus.Confirmed, booked.Answer?.Value?.State.Status);
        await using var db = await airline.Databases.CreateDbContextAsync();
        var cabin = await db.FlightCabins.AsNoTracking().SingleAsync(one => one.FlightId == flight && one.Cabin == Cabin.Economy);
        Assert.Equal((2, 2), (cabin.Unseated, cabin.Taken));
    }

    [Theory, EveryDatabase]
    public async Task A_declined_card_loses_nothing_and_another_can_be_tried(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var hold = await airline.HoldAsync(offer, "14C");
        airline.Clock.Advance(TimeSpan.FromMinutes(14));

        var declined = await airline.BookAsync(Travellers.Order(offer, hold.Id), "tok_insufficient_funds");

        Assert.Equal(BookingRefusal.PaymentDeclined, declined.Answer?.Refusal);
        var detail = Assert.IsType<BookingDetail>(declined.Answer?.Detail);
        Assert.Equal("insufficient_funds", detail.Reason);
        Assert.Equal(airline.Clock.GetUtcNow() + PaymentResults.KeptAfterDecline, detail.KeptUntil);
        airline.Clock.Advance(TimeSpan.FromMinutes(9));
        var paid = await airline.Get<PayBooking>().RunAsync(null, detail.BookingId!.Value, "tok_visa", default);
        Assert.Equal(BookingStatus.Confirmed, paid.Answer?.Value?.State.Status);
    }

    [Theory, EveryDatabase]
    public async Task Unpaid_seats_are_freed_when_their_time_is_up(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var offer = await airline.OfferAsync(adults: 2);
        var hold = await airline.HoldAsync(offer, "14C");
        var declined = await airline.BookAsync(Travellers.Order(offer, hold.Id), "tok_declined");
        airline.Clock.Advance(TimeSpan.FromMinutes(16));

        await airline.SettleAsync(2);

        Assert.Equal(BookingStatus.Failed, (await airline.BookingAsync(((BookingDetail)declined.Answer!.Detail!).BookingId!.Value)).Status);
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.Empty(await db.SeatClaims.AsNoTracking().ToListAsync());
        Assert.Equal(0, (await db.FlightCabins.AsNoTracking().SingleAsync(one => one.FlightId == flight)).Taken);
    }

    [Theory]
    [EveryDatabase("tok_timeout_paid", BookingStatus.Confirmed)]
    [EveryDatabase("tok_late_webhook", BookingStatus.Confirmed)]
    [EveryDatabase("tok_timeout_unpaid", BookingStatus.PendingPayment)]
    public async Task A_payment_whose_outcome_is_unknown_is_settled_by_itself(Database database, string token, BookingStatus becomes)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var hold = await airline.HoldAsync(offer, "14C");

        var booked = await airline.BookAsync(Travellers.Order(offer, hold.Id), token);

        Assert.Equal(BookingStatus.PendingPayment, booked.Answer?.Value?.State.Status);
        await airline.SettleAsync();
        var booking = await airline.BookingAsync(booked.Answer!.Value!.BookingId);
        Assert.Equal(becomes, booking.Status);
        Assert.Equal(becomes is BookingStatus.Confirmed ? booking.Total : 0, booking.Paid);
    }

    [Theory, EveryDatabase]
    public async Task A_gateway_that_is_down_leaves_seats_for_half_an_hour_and_the_key_open(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var hold = await airline.HoldAsync(offer, "14C");
        var key = new RunOnceKey("client", "key", "digest");
        var order = Travellers.Order(offer, hold.Id);

        var refused = await airline.BookAsync(order, "tok_gateway_error", key);
        var again = await airline.BookAsync(order, "tok_visa", key);

        Assert.Equal(BookingRefusal.PaymentUnavailable, refused.Answer?.Refusal);
        Assert.Equal(BookingStatus.Confirmed, again.Answer?.Value?.State.Status);
        Assert.False(again.Replayed);
    }

    [Theory, EveryDatabase]
    public async Task The_same_request_again_pays_once_and_answers_the_same(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var hold = await airline.HoldAsync(offer, "14C");
        var key = new RunOnceKey("client", "key", "digest");
        var order = Travellers.Order(offer, hold.Id);

        var first = await airline.BookAsync(order, "tok_visa", key);
        var again = await airline.BookAsync(order, "tok_visa", key);

        Assert.True(again.Replayed);
        Assert.Equal(first.Answer?.Value?.BookingId, again.Answer?.Value?.BookingId);
        Assert.Equal(StoredJson.Write(first.Answer?.Value), StoredJson.Write(again.Answer?.Value));
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.Equal(1, await db.Payments.CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task What_is_reserved_is_taken_once_and_stands_in_the_ledger(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        await airline.BookAsync(Travellers.Order(offer));

        await airline.SettleAsync(3);

        await using var db = await airline.Databases.CreateDbContextAsync();
        var payment = await db.Payments.AsNoTracking().SingleAsync();
        Assert.Equal(PaymentState.Captured, payment.State);
        Assert.Equal(0, await db.LedgerEntries.SumAsync(entry => entry.Amount));
        Assert.Equal(payment.Amount, await db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.Gateway).SumAsync(entry => entry.Amount));
        Assert.Equal(payment.Amount, (await db.Set<SandboxPayment>().AsNoTracking().SingleAsync()).Captured);
    }

    [Theory, EveryDatabase]
    public async Task A_payment_that_arrives_after_it_was_let_go_comes_to_nothing(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (gateway, payment) = (airline.Get<SandboxGateway>(), new PaymentId(Guid.NewGuid()));

        await gateway.VoidAsync(payment, default);
        var late = await gateway.AuthoriseAsync(payment, new Money(100, CurrencyCode.Parse("GBP")), "tok_visa", default);

        Assert.Equal(GatewayOutcome.Declined, late.Outcome);
        Assert.True((await gateway.FindAsync(payment, default))?.Voided);
    }

    private sealed class OneLocatorForTwo : Randomness
    {
        private int _locators;

        public override void Fill(Span<byte> bytes)
        {
            if (bytes.Length == RecordLocator.Length && _locators++ < 2) bytes.Clear();
            else base.Fill(bytes);
        }
    }
}
