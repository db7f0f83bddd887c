using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class DraftTests
{
    [Theory, EveryDatabase]
    public async Task Only_its_key_opens_a_draft(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (started, _) = await StartAsync(airline);
        var (other, _) = await StartAsync(airline);
        var read = airline.Get<ReadDraft>();

        Assert.Equal(started.Id, (await read.RunAsync(started.Id, [other.Key, started.Key], default))?.Id);
        Assert.Null(await read.RunAsync(started.Id, [other.Key], default));
        Assert.Null(await read.RunAsync(started.Id, [], default));
        Assert.Equal(other.Id, (await read.OfKeyAsync(other.Key, default))?.Id);
    }

    [Theory, EveryDatabase]
    public async Task What_is_typed_comes_back_as_it_was_and_stands_nowhere_in_the_clear(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (started, draft) = await StartAsync(airline);
        var form = draft.Form with { Passengers = [draft.Form.Passengers[0] with { GivenName = "Zoë", FamilyName = "Canary-Łuczak", Day = "3x" }] };

        await airline.Get<SaveDraft>().RunAsync(draft, form, default);

        var again = await airline.Get<ReadDraft>().RunAsync(started.Id, [started.Key], default);
        Assert.Equal(("Zoë", "Canary-Łuczak", "3x", 2L), (again?.Form.Passengers[0].GivenName, again?.Form.Passengers[0].FamilyName, again?.Form.Passengers[0].Day, again?.Version));
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.DoesNotContain("Canary", (await db.BookingDrafts.AsNoTracking().SingleAsync()).Typed, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Seats_of_two_flights_are_kept_side_by_side(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (started, draft) = await StartAsync(airline);
        var (one, two) = (new DraftSeats(new(1), null, new Dictionary<int, SeatNumber> { [0] = SeatNumber.Parse("14C") }), new DraftSeats(new(2), null, new Dictionary<int, SeatNumber> { [0] = SeatNumber.Parse("15C") }));

        await Task.WhenAll(airline.Get<SaveDraft>().SeatsAsync(started.Id, one, default), airline.Get<SaveDraft>().SeatsAsync(started.Id, two, default));
        await airline.Get<SaveDraft>().SeatsAsync(started.Id, one with { Seats = new Dictionary<int, SeatNumber>() }, default);

        var again = await airline.Get<ReadDraft>().AgainAsync(draft.Id, default);
        Assert.Equal(2, Assert.Single(again?.Seats ?? []).FlightId.Value);
    }

    [Theory, EveryDatabase]
    public async Task While_seats_are_held_the_price_is_kept_and_afterwards_it_is_todays(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (started, draft) = await StartAsync(airline);
        var offer = (await airline.Get<PriceDraft>().RunAsync(draft, default)).Value!.Offer;
        var hold = await airline.HoldAsync(offer, "14C");
        await airline.Get<SaveDraft>().SeatsAsync(started.Id, new DraftSeats(hold.FlightId, hold.Id, new Dictionary<int, SeatNumber> { [0] = SeatNumber.Parse("14C") }), default);
        airline.Clock.Advance(TimeSpan.FromMinutes(14));

        var held = await PriceAsync(airline, started);
        airline.Clock.Advance(TimeSpan.FromMinutes(30));
        var later = await PriceAsync(airline, started);

        Assert.Equal((offer.Id, offer.Total + hold.Total, hold.ExpiresAt), (held.Offer.Id, held.Total, held.HeldUntil));
        Assert.Equal([hold.FlightId], later.LostOn);
        // The offer expired meanwhile: at the same price a new one has taken its place.
        Assert.Equal((offer.Total, null), (later.Offer.Total, later.PreviousTotal));
        Assert.NotEqual(offer.Id, later.Offer.Id);
        Assert.Equal(later.Offer.Id, (await airline.Get<ReadDraft>().AgainAsync(started.Id, default))?.OfferId);
    }

    [Theory, EveryDatabase]
    public async Task Who_leaves_gives_the_seats_back_and_leaves_nothing_behind(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (started, draft) = await StartAsync(airline);
        var hold = await airline.HoldAsync((await airline.Get<PriceDraft>().RunAsync(draft, default)).Value!.Offer, "14C");
        await airline.Get<SaveDraft>().SeatsAsync(started.Id, new DraftSeats(hold.FlightId, hold.Id, new Dictionary<int, SeatNumber> { [0] = SeatNumber.Parse("14C") }), default);

        await airline.Get<LeaveDraft>().RunAsync((await airline.Get<ReadDraft>().AgainAsync(started.Id, default))!, default);

        var map = await airline.Get<ReadSeatMap>().RunAsync(hold.FlightId, [], default);
        Assert.Equal(SeatState.Available, map?.StateOf(SeatNumber.Parse("14C")));
        Assert.Null(await airline.Get<ReadDraft>().OfKeyAsync(started.Key, default));
    }

    [Theory, EveryDatabase]
    public async Task Drafts_that_nobody_touched_for_a_day_are_forgotten(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (old, _) = await StartAsync(airline);
        airline.Clock.Advance(BookingDraft.Lifetime);
        var (fresh, _) = await StartAsync(airline);

        Assert.Null(await airline.Get<ReadDraft>().AgainAsync(old.Id, default));
        Assert.Equal(1, await airline.Get<SaveDraft>().ForgetAsync(default));
        Assert.NotNull(await airline.Get<ReadDraft>().AgainAsync(fresh.Id, default));
    }

    [Theory]
    [EveryDatabase("", "", "", "Give the date of birth.")]
    [EveryDatabase("31", "02", "1986", "There is no such day. Give day, month and year, such as 14 03 1986.")]
    [EveryDatabase("14", "March", "1986", "There is no such day. Give day, month and year, such as 14 03 1986.")]
    public async Task A_date_that_cannot_be_read_is_told_and_says_nothing_about_an_age(Database database, string day, string month, string year, string words)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (_, draft) = await StartAsync(airline);
        var offer = (await airline.Get<PriceDraft>().RunAsync(draft, default)).Value!.Offer;
        var typed = draft with
        {
            Form = new DraftForm([new DraftPassenger { Type = PassengerType.Adult, GivenName = "Zoë", FamilyName = "Müller", Day = day, Month = month, Year = year }], new DraftContact { Email = "zoe@example.com" }),
        };

        var (_, problems) = DraftOrder.Read(typed, offer);

        Assert.Equal(("/passengers/0/bornOn", words), (Assert.Single(problems).Place, problems[0].Words));
    }

    private static async Task<(StartedDraft Started, OpenDraft Draft)> StartAsync(HeadlessAirline airline)
    {
        if (!await AnyFlightAsync(airline)) await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        var started = (await airline.Get<StartDraft>().RunAsync(offer.Id, default)).Value ?? throw new InvalidOperationException("No draft was begun.");
        return (started, await airline.Get<ReadDraft>().AgainAsync(started.Id, default) ?? throw new InvalidOperationException("The draft is gone."));
    }

    private static async Task<bool> AnyFlightAsync(HeadlessAirline airline)
    {
        await using var db = await airline.Databases.CreateDbContextAsync();
        return await db.Flights.AnyAsync();
    }

    private static async Task<DraftPrice> PriceAsync(HeadlessAirline airline, StartedDraft started)
    {
        var draft = await airline.Get<ReadDraft>().AgainAsync(started.Id, default) ?? throw new InvalidOperationException("The draft is gone.");
        return (await airline.Get<PriceDraft>().RunAsync(draft, default)).Value ?? throw new InvalidOperationException("It has no price.");
    }
}
