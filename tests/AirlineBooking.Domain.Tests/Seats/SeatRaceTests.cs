using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Seats;

/// <summary>Whatever happens at once, a seat has one holder and a cabin no more passengers than it may. <see cref="NaiveSeatsTests"/> shows that these races can be lost.</summary>
public sealed class SeatRaceTests
{
    private const int SeatsUsedOnAFlight = 150;

    [Theory, EveryDatabase]
    public Task Of_64_buyers_of_one_seat_exactly_one_gets_it(Database database) => OneWinnerAsync(database, buyers: 64);

    [Theory, EveryDatabase]
    public Task Of_500_buyers_of_one_seat_exactly_one_gets_it(Database database) => OneWinnerAsync(database, buyers: 500);

    [Theory, EveryDatabase]
    public async Task Parties_that_overlap_in_any_order_hold_all_their_seats_or_none_and_hear_of_no_deadlock(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flights = await airline.AddFlightsAsync(Race.Rounds);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var flight = flights[round];
            var random = new Random(round);
            // Two cabins and eight seats for forty parties of two to four, each in an order of its own.
            string[] wanted = ["2A", "2C", "14A", "14B", "14C", "15A", "15B", "15C"];
            var parties = Enumerable.Range(0, 40).Select(_ => random.GetItems(wanted, random.Next(2, 5)).Distinct().ToArray()).ToArray();

            var answers = await Race.RunAsync(parties.Length, party => HoldAsync(airline, flight, $"party {party} of {flight}", parties[party]));

            Assert.All(answers, answer => Assert.True(answer.Accepted || answer.Refusal is SeatRefusal.SeatsTaken, $"{answer.Refusal}"));
            var held = answers.Select((answer, party) => (answer.Accepted, Seats: parties[party])).Where(one => one.Accepted).SelectMany(one => one.Seats).Order().ToArray();
            Assert.Equal(held.Distinct(), held);
            Assert.NotEmpty(held);
            Assert.Equal(held, (await ClaimsAsync(airline, flight)).Select(claim => claim.Seat.ToString()).Order());
        }
    }

    [Theory, EveryDatabase]
    public async Task A_hold_that_runs_out_goes_to_one_of_those_who_want_it_whatever_its_holder_and_the_tick_do(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        // A round takes half an hour of the clock: its flight leaves later than the clock gets.
        const int roundsOfAFlight = 40;
        var flights = await airline.AddFlightsAsync(Race.Rounds / roundsOfAFlight + 1);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var (flight, seat) = (flights[round / roundsOfAFlight], SeatOf(round));
            var first = (await HoldAsync(airline, flight, "first", seat)).Value ?? throw new InvalidOperationException("The seat was free.");
            airline.Clock.Advance(SeatHold.Lifetime);

            var answers = await Race.RunAsync(12, async one => (one % 3) switch
            {
                0 => (await airline.Get<ExtendHold>().RunAsync(null, first.Id, default)).Answer is { Accepted: true } ? "extended" : "not extended",
                1 => await airline.Get<ExpireHolds>().RunAsync(default) >= 0 ? "ticked" : "",
                _ => (await HoldAsync(airline, flight, $"next {one}", seat)).Accepted ? $"next {one}" : "beaten",
            });

            Assert.DoesNotContain("extended", answers);
            var winner = Assert.Single(answers, answer => answer.StartsWith("next", StringComparison.Ordinal));
            Assert.Equal(winner, (await ClaimsAsync(airline, flight)).Single(claim => claim.Seat.ToString() == seat).Holder);
            airline.Clock.Advance(SeatHold.Lifetime);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_last_places_of_a_cabin_are_given_once_whether_or_not_a_seat_is_chosen(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flights = await airline.AddFlightsAsync(Race.Rounds);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var flight = flights[round];
            const int Places = 7;
            await AuthoriseAsync(airline, flight, Places);

            // Every other buyer wants a seat of his own, the others any place at all.
            var given = await Race.RunAsync(64, async buyer => buyer % 2 == 0
                ? (await HoldAsync(airline, flight, $"buyer {buyer}", SeatOf(buyer))).Accepted
                : await TakePlaceAsync(airline, flight));

            Assert.Equal(Places, given.Count(one => one));
            await using var db = await airline.Databases.CreateDbContextAsync();
            var cabin = await db.FlightCabins.AsNoTracking().SingleAsync(cabin => cabin.FlightId == flight && cabin.Cabin == Cabin.Economy);
            Assert.Equal((Places, Places), (cabin.Taken, cabin.Unseated + await db.SeatClaims.CountAsync(claim => claim.FlightId == flight)));
        }
    }

    [Theory, EveryDatabase]
    public async Task Versions_count_every_change_without_a_gap_however_many_happen_at_once(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];

        await Race.RunAsync(64, buyer => HoldAsync(airline, flight, $"buyer {buyer}", SeatOf(buyer)));

        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.Equal(Enumerable.Range(1, 64).Select(version => (long)version), await db.SeatChanges.Where(change => change.FlightId == flight).Select(change => change.Version).Order().ToListAsync());
    }

    private static async Task OneWinnerAsync(Database database, int buyers)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flights = await airline.AddFlightsAsync(FlightsFor(Race.Rounds));
        for (var round = 0; round < Race.Rounds; round++)
        {
            var (flight, seat) = Place(flights, round);

            var answers = await Race.RunAsync(buyers, buyer => HoldAsync(airline, flight, $"buyer {buyer}", seat));

            var winner = Assert.Single(Enumerable.Range(0, buyers), buyer => answers[buyer].Accepted);
            Assert.All(answers.Where(answer => !answer.Accepted), answer => Assert.Equal(SeatRefusal.SeatsTaken, answer.Refusal));
            Assert.Equal($"buyer {winner}", (await ClaimsAsync(airline, flight)).Single(claim => claim.Seat.ToString() == seat).Holder);
            // Everybody goes home, so that the next round does not meet their limits.
            await airline.Get<ReleaseHold>().RunAsync(answers[winner].Value!.Id, default); // An accepted answer has a value.
        }
    }

    private static int FlightsFor(int rounds) => rounds / SeatsUsedOnAFlight + 1;

    private static (FlightId Flight, string Seat) Place(FlightId[] flights, int round) => (flights[round / SeatsUsedOnAFlight], SeatOf(round));

    internal static string SeatOf(int number) => $"{number % SeatsUsedOnAFlight / 6 + 4 + (number % SeatsUsedOnAFlight / 6 >= 9 ? 1 : 0)}{"ABCDEF"[number % 6]}";

    internal static async Task<Outcome<HeldSeats, SeatRefusal>> HoldAsync(HeadlessAirline airline, FlightId flight, string holder, params string[] seats) =>
        (await airline.Get<HoldSeats>().RunAsync(null, HoldSeatsTests.Request(flight, new Holder(holder, null), null, seats), default)).Answer ?? throw new InvalidOperationException("Without a key there is an answer.");

    internal static async Task<List<SeatClaim>> ClaimsAsync(HeadlessAirline airline, FlightId flight)
    {
        await using var db = await airline.Databases.CreateDbContextAsync();
        return await db.SeatClaims.AsNoTracking().Where(claim => claim.FlightId == flight).ToListAsync();
    }

    internal static async Task AuthoriseAsync(HeadlessAirline airline, FlightId flight, int places)
    {
        await airline.Writes.RunAsync(async (db, cancel) =>
        {
            db.FlightCabins.Add(new FlightCabin { FlightId = flight, Cabin = Cabin.Economy, Capacity = 162, Authorised = places });
            await db.SaveChangesAsync(cancel);
        });
    }

    private static async Task<bool> TakePlaceAsync(HeadlessAirline airline, FlightId flight) => (await airline.Writes.RunAsync<FlightCabin, SeatRefusal>(
        async (db, cancel) =>
        {
            var claims = await FlightClaims.OpenAsync(db, await ReadSeating.PlanAsync(db, flight, cancel), [Cabin.Economy], airline.Clock.GetUtcNow(), cancel);
            await claims.AddUnseatedAsync(Cabin.Economy, 1, cancel);
            if (!await claims.TryCloseAsync(cancel)) return SeatRefusal.CabinFull;
            return new FlightCabin { FlightId = flight, Cabin = Cabin.Economy, Capacity = 0, Authorised = 0 };
        })).Accepted;
}
