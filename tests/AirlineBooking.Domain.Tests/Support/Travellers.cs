using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Seats;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Support;

/// <summary>People who search, hold seats and book, with the real operations.</summary>
public static class Travellers
{
    /// <summary>The cheapest offer of the day of the first of <see cref="SeatedFlights"/>, or of a later one.</summary>
    public static async Task<Offer> OfferAsync(this HeadlessAirline airline, int day = 0, int adults = 1, int infants = 0)
    {
        var date = DateOnly.FromDateTime(HeadlessAirline.Start.UtcDateTime).AddDays(10 + day);
        return await airline.OfferAsync(new Party(adults, 0, infants), new SliceRequest(AirportCode.Parse("LHR"), AirportCode.Parse("ZRH"), date));
    }

    public static async Task<Offer> OfferAsync(this HeadlessAirline airline, Party party, params SliceRequest[] slices)
    {
        await airline.Get<SearchBases>().RefreshAsync(default);
        var page = await airline.Get<SearchOffers>().RunAsync(new SearchRequest(slices, party, Cabin.Economy), null, 1, default);
        return page.Value?.Offers[0] ?? throw new InvalidOperationException($"No offer: {page.Refusal}");
    }

    /// <summary>The same journey, of which the aircraft flies on as another flight.</summary>
    public static Offer Through(Offer offer, FlightId onward) =>
        offer with { Slices = [offer.Slices[0] with { Segments = [offer.Slices[0].Segments[0], offer.Slices[0].Segments[0] with { FlightId = onward, SameAircraft = true }] }] };

    public static async Task<HeldSeats> HoldAsync(this HeadlessAirline airline, Offer offer, params string[] seats)
    {
        var request = new HoldRequest(offer.Slices[0].Segments[0].FlightId, [.. seats.Select(SeatNumber.Parse)], null, new Holder(null, null), offer, null);
        var answer = (await airline.Get<HoldSeats>().RunAsync(null, request, default)).Answer;
        return answer?.Value ?? throw new InvalidOperationException($"Not held: {answer?.Refusal}");
    }

    /// <summary>The same as a browser, which is one holder for all its holds, perhaps instead of a hold that it has.</summary>
    public static Task<Once<HeldSeats, SeatRefusal>> HoldInBrowserAsync(this HeadlessAirline airline, Offer offer, HoldId? instead, params string[] seats) =>
        airline.Get<HoldSeats>().RunAsync(
            null, new HoldRequest(offer.Slices[0].Segments[0].FlightId, [.. seats.Select(SeatNumber.Parse)], null, new Holder("browser", null), offer, instead), default);

    public static BookingOrder Order(Offer offer, params HoldId[] holds) => new(
        offer.Id,
        [.. offer.Passengers.Select((passenger, i) => new PassengerOrder { Type = passenger.Type, GivenName = "Zoë", FamilyName = i == 0 ? "Müller" : $"Müller{(char)('a' + i)}", BornOn = passenger.Type is PassengerType.Infant ? new DateOnly(2026, 3, 1) : new DateOnly(1990, 5, 1 + i) })],
        new ContactOrder("zoe@example.com", "+442079460958", "en-GB", true, false),
        holds,
        "api",
        Audit.Guest);

    public static async Task<Once<BookedTrip, BookingRefusal>> BookAsync(this HeadlessAirline airline, BookingOrder order, string token = "tok_visa", RunOnceKey? key = null) =>
        await airline.Get<BookTrip>().RunAsync(key, order, token, default);

    /// <summary>A paid trip with all that stands around it.</summary>
    public static async Task<BookingDetails> BookedAsync(this HeadlessAirline airline, BookingOrder order)
    {
        var booked = (await airline.BookAsync(order)).Answer;
        return await airline.DetailsAsync(booked?.Value?.BookingId ?? throw new InvalidOperationException($"Not booked: {booked?.Refusal}"));
    }

    public static async Task<BookingDetails> DetailsAsync(this HeadlessAirline airline, BookingId id) =>
        await airline.Get<ReadBooking>().RunAsync(id, null, default) ?? throw new InvalidOperationException("No such booking.");

    /// <summary>Cancels what some passengers have.</summary>
    public static async Task CancelAsync(this HeadlessAirline airline, BookingId id, params PassengerId[] passengers)
    {
        var quote = (await airline.Get<QuoteCancellation>().RunAsync(null, id, passengers, [], default)).Answer?.Value ?? throw new InvalidOperationException("No quote.");
        Assert.True((await airline.Get<ConfirmCancellation>().RunAsync(null, id, quote.Id, Audit.Guest, default)).Answer?.Accepted);
    }

    /// <summary>Checks those who are named in for a flight, or everybody, each with a passport.</summary>
    public static async Task<Outcome<CheckedIn, CheckInRefusal>> CheckInAsync(this HeadlessAirline airline, BookingDetails details, FlightId flight, params PassengerId[] passengers)
    {
        var passports = details.Passengers.ToDictionary(one => one.Id, _ => new DocumentOrder("passport", "X1234567", "GB", "GB", null));
        return (await airline.Get<CheckInPassengers>().RunAsync(null, details.Booking.Id, flight, passengers, passports, Audit.Guest, default)).Answer
            ?? throw new InvalidOperationException("No answer.");
    }

    /// <summary>What the operations centre makes of a flight.</summary>
    public static Task ChangeFlightAsync(this HeadlessAirline airline, FlightId flight, FlightStatus status, DateTimeOffset? leavesAt = null) => airline.Writes.RunAsync(
        (db, cancel) => db.Flights.Where(one => one.Id == flight).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, status).SetProperty(one => one.EstimatedDepartsAt, leavesAt), cancel));

    public static async Task<Booking> BookingAsync(this HeadlessAirline airline, BookingId id)
    {
        await using var db = await airline.Databases.CreateDbContextAsync();
        return await db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == id);
    }

    /// <summary>The settler's rounds, with the clock going on between them.</summary>
    public static async Task SettleAsync(this HeadlessAirline airline, int rounds = 8, int secondsBetween = 5)
    {
        for (var round = 0; round < rounds; round++)
        {
            await airline.Get<SandboxGateway>().TellAsync(default);
            await airline.Get<SettlePayments>().RunAsync(default);
            airline.Clock.Advance(TimeSpan.FromSeconds(secondsBetween));
        }
    }
}
