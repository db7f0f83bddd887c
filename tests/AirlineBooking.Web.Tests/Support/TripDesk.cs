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

namespace AirlineBooking.Web.Tests.Support;

/// <summary>Books trips on a running airline with the real operations, for tests of what comes after.</summary>
public static class TripDesk
{
    public const string FamilyName = "O’Brien-Łuczak";

    /// <summary>With a gateway that takes no money, and without limits by address.</summary>
    public static readonly (string, string)[] Settings = [("Payments:Provider", "Sandbox"), ("Payments:AllowSandbox", "true"), ("RateLimits:Enabled", "false")];

    /// <summary>London to New York unless the airports say otherwise and, when there is a way back, a week later home; or tomorrow at seven, which can be checked in for at once, and every two hours after it.</summary>
    public static async Task<Offer> OfferAsync(this RunningAirline airline, Party party, bool withWayBack = true, FareFamily family = FareFamily.Light, bool tomorrow = false, int nth = 0, string from = "LHR", string to = "JFK")
    {
        await airline.Get<SearchBases>().RefreshAsync(default);
        List<SliceRequest> slices = [Way(from, to, tomorrow ? 0 : 60)];
        if (withWayBack) slices.Add(Way(to, from, 67));
        var page = await airline.Get<SearchOffers>().RunAsync(new SearchRequest(slices, party, Cabin.Economy), null, 50, default);
        var offer = page.Value?.Offers.OrderBy(one => one.Slices[0].Segments[0].DepartsAt).ElementAtOrDefault(nth) ?? throw new InvalidOperationException($"No offer: {page.Refusal}");
        if (family == offer.Family) return offer;
        var other = await airline.Get<ReadOffer>().RunAsync(offer.OtherFamilies.First(one => one.Family == family).OfferId, default);
        return other.Value?.Offer ?? throw new InvalidOperationException($"No such fare: {other.Refusal}");
    }

    /// <summary>A confirmed trip, unless the token says otherwise.</summary>
    public static async Task<BookingDetails> BookAsync(
        this RunningAirline airline, Party party, bool withWayBack = true, FareFamily family = FareFamily.Light, string token = "tok_visa", string[]? seats = null, string familyName = FamilyName, bool tomorrow = false, int nth = 0,
        string from = "LHR", string to = "JFK")
    {
        var offer = await airline.OfferAsync(party, withWayBack, family, tomorrow, nth, from, to);
        var first = offer.Slices[0].Segments[0].FlightId;
        List<HoldId> holds = [];
        if (seats is not null) holds.Add((await airline.HoldAsync(offer, first, seats)).Id);
        var order = new BookingOrder(offer.Id, [.. offer.Passengers.Select((one, i) => PassengerOf(one.Type, i, familyName, seats is not null && i < seats.Length ? new() { [first] = SeatNumber.Parse(seats[i]) } : []))],
            new ContactOrder("zoe@obrien-luczak.ie", "+353871234567", "en-GB", true, false), holds, "web", Audit.Guest);
        var booked = (await airline.Get<BookTrip>().RunAsync(null, order, token, default)).Answer;
        var id = booked?.Value?.BookingId ?? (booked?.Detail as BookingDetail)?.BookingId
            ?? throw new InvalidOperationException($"Not booked: {booked?.Refusal} {string.Join("; ", (booked?.Detail as BookingDetail)?.Problems?.Select(problem => $"{problem.Place} {problem.Words}") ?? [])}");
        return await airline.ReadAsync(id);
    }

    /// <summary>A confirmed trip by any ways.</summary>
    public static async Task<BookingDetails> BookWaysAsync(this RunningAirline airline, Party party, params SliceRequest[] slices)
    {
        await airline.Get<SearchBases>().RefreshAsync(default);
        var page = await airline.Get<SearchOffers>().RunAsync(new SearchRequest(slices, party, Cabin.Economy), null, 1, default);
        var offer = page.Value?.Offers[0] ?? throw new InvalidOperationException($"No offer: {page.Refusal}");
        var order = new BookingOrder(
            offer.Id, [.. offer.Passengers.Select((one, i) => PassengerOf(one.Type, i, FamilyName, []))], new ContactOrder("zoe@obrien-luczak.ie", null, "en-GB", true, false), [], "web", Audit.Guest);
        var booked = (await airline.Get<BookTrip>().RunAsync(null, order, "tok_visa", default)).Answer;
        return await airline.ReadAsync(booked?.Value?.BookingId ?? throw new InvalidOperationException($"Not booked: {booked?.Refusal}"));
    }

    public static async Task<BookingDetails> ReadAsync(this RunningAirline airline, BookingId id) =>
        await airline.Get<ReadBooking>().RunAsync(id, null, default) ?? throw new InvalidOperationException($"There is no {id}.");

    /// <summary>The settler's rounds: payments are captured and refunds paid.</summary>
    public static async Task SettleAsync(this RunningAirline airline, int rounds = 3)
    {
        for (var round = 0; round < rounds; round++)
        {
            await airline.Get<SandboxGateway>().TellAsync(default);
            await airline.Get<SettlePayments>().RunAsync(default);
            airline.Clock.Advance(TimeSpan.FromSeconds(5));
        }
    }

    public static async Task<QuotedCancellation> QuoteAsync(this RunningAirline airline, BookingId id, int[]? slices = null)
    {
        var quote = await airline.Get<QuoteCancellation>().RunAsync(null, id, [], slices ?? [], default);
        return quote.Answer?.Value ?? throw new InvalidOperationException($"No quote: {quote.Answer?.Refusal}");
    }

    public static async Task CancelAsync(this RunningAirline airline, BookingId id, int[]? slices = null)
    {
        var done = await airline.Get<ConfirmCancellation>().RunAsync(null, id, (await airline.QuoteAsync(id, slices)).Id, Audit.Guest, default);
        Assert.True(done.Answer?.Accepted, $"Not cancelled: {done.Answer?.Refusal}");
    }

    /// <summary>Checks everybody in for the first flight.</summary>
    public static async Task<IReadOnlyList<BoardingPassId>> CheckInAsync(this RunningAirline airline, BookingDetails details)
    {
        var flight = details.Sold.Segments.First();
        var documents = details.Passengers.ToDictionary(one => one.Id, one => new DocumentOrder("passport", $"X123456{one.Position}", "IE", "IE", new DateOnly(2031, 5, 1)));
        var done = await airline.Get<CheckInPassengers>().RunAsync(null, details.Booking.Id, flight.FlightId, [], documents, Audit.Guest, default);
        return done.Answer?.Value?.Passes ?? throw new InvalidOperationException($"Not checked in: {done.Answer?.Refusal}");
    }

    /// <summary>What the operations centre makes of a flight.</summary>
    public static Task ChangeFlightAsync(this RunningAirline airline, FlightId flight, FlightStatus status, DateTimeOffset? estimate) => airline.Get<Writes>().RunAsync(
        (db, cancel) => db.Flights.Where(one => one.Id == flight).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, status).SetProperty(one => one.EstimatedDepartsAt, estimate), cancel));

    private static async Task<HeldSeats> HoldAsync(this RunningAirline airline, Offer offer, FlightId flight, string[] seats)
    {
        var held = (await airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(flight, [.. seats.Select(SeatNumber.Parse)], null, new Holder(null, null), offer, null), default)).Answer;
        return held?.Value ?? throw new InvalidOperationException($"Not held: {held?.Refusal}");
    }

    private static PassengerOrder PassengerOf(PassengerType type, int i, string familyName, Dictionary<FlightId, SeatNumber> seats) => new()
    {
        Reference = $"p{i}", Type = type, GivenName = new[] { "Zoë", "Máire", "Tadhg", "Βασιλική", "Niamh", "Sorcha" }[i % 6], FamilyName = familyName,
        BornOn = type switch { PassengerType.Infant => new DateOnly(2026, 3, 1), PassengerType.Child => new DateOnly(2019, 3, 1), _ => new DateOnly(1988, 3, 1) },
        InfantOf = type is PassengerType.Infant ? "p0" : null, Seats = seats,
    };

    private static SliceRequest Way(string from, string to, int days) => new(AirportCode.Parse(from), AirportCode.Parse(to), SomeFlights.Date.AddDays(days));
}
