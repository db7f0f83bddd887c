using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Seats;

public sealed class HoldSeatsTests
{
    [Theory, EveryDatabase]
    public async Task A_seat_is_held_for_fifteen_minutes_and_shows_on_the_map(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];

        var held = await HoldAsync(airline, flight, "12A", "12B");

        Assert.Equal(HeadlessAirline.Start.AddMinutes(15), held.Value?.ExpiresAt);
        Assert.Equal([SeatNumber.Parse("12A"), SeatNumber.Parse("12B")], held.Value?.Seats);
        var map = await airline.Get<ReadSeatMap>().RunAsync(flight, [], default);
        Assert.Equal(SeatState.Held, map?.StateOf(SeatNumber.Parse("12A")));
        Assert.Equal(1, map?.Version);
    }

    [Theory, EveryDatabase]
    public async Task A_seat_that_somebody_holds_is_refused_by_name_and_nothing_else_is_held(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await HoldAsync(airline, flight, "12B");

        var refused = await HoldAsync(airline, flight, "12A", "12B");

        Assert.Equal(SeatRefusal.SeatsTaken, refused.Refusal);
        Assert.Equal([new SeatOnMap(SeatNumber.Parse("12B"), SeatState.Held)], Assert.IsType<HoldDetail>(refused.Detail).Seats);
        var map = await airline.Get<ReadSeatMap>().RunAsync(flight, [], default);
        Assert.Equal(SeatState.Available, map?.StateOf(SeatNumber.Parse("12A")));
    }

    [Theory, EveryDatabase]
    public async Task A_flight_that_is_cancelled_or_gone_is_not_on_sale_and_a_delayed_one_is(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        foreach (var status in Enum.GetValues<FlightStatus>())
        {
            await airline.Writes.RunAsync((db, cancel) => db.Flights.Where(one => one.Id == flight).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, status), cancel));
            var refusal = status is FlightStatus.Scheduled or FlightStatus.Delayed ? default(SeatRefusal?) : SeatRefusal.SaleClosed;
            Assert.Equal((status, refusal), (status, (await HoldAsync(airline, flight, $"2{(int)status}A")).Refusal));
        }
    }

    [Theory, EveryDatabase]
    public async Task A_hold_that_ran_out_is_free_to_the_next_before_anybody_tidies_it_away(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await HoldAsync(airline, flight, "12A");
        airline.Clock.Advance(SeatHold.Lifetime);

        Assert.True((await HoldAsync(airline, flight, "12A")).Accepted);
    }

    [Theory, EveryDatabase]
    public async Task A_hold_is_not_taken_over_a_moment_before_it_runs_out(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await HoldAsync(airline, flight, "12A");
        airline.Clock.Advance(SeatHold.Lifetime - TimeSpan.FromMilliseconds(1));

        Assert.Equal(SeatRefusal.SeatsTaken, (await HoldAsync(airline, flight, "12A")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task The_tick_frees_what_ran_out_and_tells_whoever_watches(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await HoldAsync(airline, flight, "12A");
        using var watch = airline.Get<SeatMapFeed>().Watch(flight);
        airline.Clock.Advance(SeatHold.Lifetime);

        Assert.Equal(1, await airline.Get<ExpireHolds>().RunAsync(default));

        Assert.True(watch.Changes.TryRead(out var change));
        Assert.Equal([new SeatOnMap(SeatNumber.Parse("12A"), SeatState.Available)], change.Seats);
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.False(await db.SeatClaims.AnyAsync());
    }

    [Theory, EveryDatabase]
    public async Task What_was_missed_can_be_asked_for_by_version(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await HoldAsync(airline, flight, "12A");
        await HoldAsync(airline, flight, "14C");
        await HoldAsync(airline, flight, "15C");

        var changes = await airline.Get<ReadSeatMap>().ChangesAsync(flight, after: 1, default);

        Assert.Equal(3, changes?.Version);
        Assert.Equal(["14C", "15C"], changes?.Seats.Select(seat => seat.Number.ToString()));
    }

    [Theory, EveryDatabase]
    public async Task A_hold_can_be_extended_ten_times(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var hold = (await HoldAsync(airline, flight, "12A")).Value!.Id;
        var extend = airline.Get<ExtendHold>();
        for (var left = SeatHold.MostExtensions - 1; left >= 0; left--)
        {
            airline.Clock.Advance(TimeSpan.FromMinutes(14));
            Assert.Equal(left, (await extend.RunAsync(null, hold, default)).Answer?.Value?.ExtensionsLeft);
        }

        Assert.Equal(SeatRefusal.HoldExpired, (await extend.RunAsync(null, hold, default)).Answer?.Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_clock_that_was_set_back_makes_no_hold_shorter(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var hold = (await HoldAsync(airline, flight, "12A")).Value!.Id;
        airline.Clock.AdjustTime(airline.Clock.GetUtcNow() - TimeSpan.FromMinutes(2));
        var promised = airline.Clock.GetUtcNow() + TimeSpan.FromMinutes(2) + SeatHold.Lifetime;

        var extended = await airline.Get<ExtendHold>().RunAsync(null, hold, default);

        Assert.Equal(promised, extended.Answer?.Value?.ExpiresAt);
    }

    [Theory, EveryDatabase]
    public async Task Who_changes_their_mind_keeps_the_hold_and_gives_the_old_seats_back(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var holder = new Holder("browser", null);
        var first = await airline.Get<HoldSeats>().RunAsync(null, Request(flight, holder, null, "12A", "12B"), default);
        airline.Clock.Advance(TimeSpan.FromMinutes(5));

        var second = await airline.Get<HoldSeats>().RunAsync(null, Request(flight, holder, first.Answer?.Value?.Id, "12B", "14C"), default);

        Assert.Equal(first.Answer?.Value?.Id, second.Answer?.Value?.Id);
        Assert.Equal(first.Answer?.Value?.ExpiresAt, second.Answer?.Value?.ExpiresAt);
        var map = await airline.Get<ReadSeatMap>().RunAsync(flight, [], default);
        Assert.Equal(["12B", "14C"], map?.States.Keys.Order().Select(seat => seat.ToString()));
    }

    [Theory, EveryDatabase]
    public async Task Who_goes_no_further_than_the_first_leg_gives_the_seats_of_the_second_back(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flights = await airline.AddFlightsAsync(2);
        var direct = await airline.OfferAsync();
        var held = await airline.HoldInBrowserAsync(Travellers.Through(direct, flights[1]), null, "14C");
        Assert.Equal(["14C"], await TakenAsync(flights[1]));

        await airline.HoldInBrowserAsync(direct, held.Answer?.Value?.Id, "14C");

        Assert.Empty(await TakenAsync(flights[1]));
        Assert.Equal(["14C"], await TakenAsync(flights[0]));
        Assert.Empty(await airline.Get<CheckInvariants>().RunAsync(default).Where(result => result.IsViolated).Select(result => result.Invariant.Name).ToListAsync());

        async Task<IEnumerable<string>> TakenAsync(FlightId flight) => (await airline.Get<ReadSeatMap>().RunAsync(flight, [], default))?.States.Keys.Select(seat => seat.ToString()) ?? [];
    }

    [Theory, EveryDatabase]
    public async Task The_same_request_sent_again_has_one_effect_and_one_answer(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var key = new Domain.Platform.RunOnceKey("client", "key", "digest");
        var request = Request(flight, new Holder(null, null), null, "12A");

        var first = await airline.Get<HoldSeats>().RunAsync(key, request, default);
        var again = await airline.Get<HoldSeats>().RunAsync(key, request, default);
        var other = await airline.Get<HoldSeats>().RunAsync(key with { RequestDigest = "another" }, request, default);

        Assert.False(first.Replayed);
        Assert.True(again.Replayed);
        Assert.Equal(first.Answer?.Value?.Id, again.Answer?.Value?.Id);
        Assert.Equal(Domain.Platform.RunOnceRefusal.KeyReused, other.Refusal);
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.Equal(1, await db.SeatHolds.CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_cabin_that_is_promised_to_the_last_place_takes_no_more(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await HoldAsync(airline, flight, "12A");
        await using (var db = await airline.Databases.CreateDbContextAsync())
        {
            await db.FlightCabins.Where(cabin => cabin.FlightId == flight && cabin.Cabin == Cabin.Economy).ExecuteUpdateAsync(set => set.SetProperty(cabin => cabin.Authorised, 1));
        }

        Assert.Equal(SeatRefusal.CabinFull, (await HoldAsync(airline, flight, "12B")).Refusal);
    }

    internal static HoldRequest Request(FlightId flight, Holder holder, HoldId? instead, params string[] seats) =>
        new(flight, [.. seats.Select(SeatNumber.Parse)], null, holder, null, instead);

    private static async Task<Outcome<HeldSeats, SeatRefusal>> HoldAsync(HeadlessAirline airline, FlightId flight, params string[] seats) =>
        (await airline.Get<HoldSeats>().RunAsync(null, Request(flight, new Holder(null, null), null, seats), default)).Answer!;
}
