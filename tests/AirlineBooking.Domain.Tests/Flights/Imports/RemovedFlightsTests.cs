using System.Text;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Bookings;
using AirlineBooking.Domain.Tests.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Tests.Flights.Imports;

/// <summary>A schedule that no longer tells a flight removes it, whoever looked at its seats; what was sold is kept.</summary>
public sealed class RemovedFlightsTests
{
    [Theory, EveryDatabase]
    public async Task A_flight_whose_holds_are_over_goes_with_what_is_left_of_them(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var flight = await WithSecondFlightAsync(desk);
        Assert.True((await SeatRaceTests.HoldAsync(desk.Airline, flight, "somebody", "14A", "14B")).Accepted);
        desk.Airline.Clock.Advance(SeatHold.Lifetime);

        var outcome = await WithoutSecondFlightAsync(desk);

        Assert.Equal((1, 0), (outcome.Value?.Removed, outcome.Value?.Bad));
        await using var db = await desk.Airline.Databases.CreateDbContextAsync();
        Assert.Equal((1, 0, 0, 0), (await db.Flights.CountAsync(), await db.FlightCabins.CountAsync(), await db.SeatClaims.CountAsync(), await db.SeatHolds.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_flight_that_somebody_holds_seats_on_stays(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var flight = await WithSecondFlightAsync(desk);
        await SeatRaceTests.HoldAsync(desk.Airline, flight, "somebody", "14A");

        var outcome = await WithoutSecondFlightAsync(desk);

        Assert.Equal((0, 1), (outcome.Value?.Removed, outcome.Value?.Bad));
        Assert.Equal([new ImportProblem(0, "XB202 on 2026-12-10 is not in the file, but has passengers")], desk.Problems);
        Assert.Single(await SeatRaceTests.ClaimsAsync(desk.Airline, flight));
    }

    [Theory, EveryDatabase]
    public async Task A_hold_of_two_legs_of_which_one_goes_is_tidied_away_with_the_other(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var flight = await WithSecondFlightAsync(desk);
        await SeatRaceTests.HoldAsync(desk.Airline, flight, "somebody", "14A");
        await desk.Airline.Writes.RunAsync(async (db, cancel) =>
        {
            var (stays, claim) = ((await db.Flights.SingleAsync(one => one.Number == 201, cancel)).Id, await db.SeatClaims.SingleAsync(cancel));
            db.FlightCabins.Add(new FlightCabin { FlightId = stays, Cabin = Cabin.Economy, Capacity = 138, Authorised = 138, Taken = 1 });
            db.SeatClaims.Add(new SeatClaim { FlightId = stays, Seat = claim.Seat, Cabin = claim.Cabin, State = ClaimState.Held, Holder = claim.Holder, HoldId = claim.HoldId, HeldUntil = claim.HeldUntil });
            await db.SaveChangesAsync(cancel);
        });
        desk.Airline.Clock.Advance(SeatHold.Lifetime);

        Assert.Equal(1, (await WithoutSecondFlightAsync(desk)).Value?.Removed);

        await using var after = await desk.Airline.Databases.CreateDbContextAsync();
        Assert.Equal((await after.SeatClaims.SingleAsync()).FlightId, (await after.SeatHolds.SingleAsync()).FlightId);
    }

    [Theory, EveryDatabase]
    public async Task A_flight_that_was_sold_stays_when_everybody_has_cancelled(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        await desk.Airline.AddFlightsAsync();
        var booking = await TripAfterwardsTests.BookedAsync(desk.Airline, "14C");
        await desk.Airline.SettleAsync(2);
        var quote = (await desk.Airline.Get<Domain.Bookings.QuoteCancellation>().RunAsync(null, booking.Id, [], [], default)).Answer?.Value;
        Assert.NotNull(quote);
        await desk.Airline.Get<ConfirmCancellation>().RunAsync(null, booking.Id, quote.Id, Audit.Guest, default);

        var outcome = await desk.SsimAsync(SsimText.Begin('L', "01DEC26", "31DEC26", "T0").Leg(new() { From = "10DEC26", To = "10DEC26" }).Trailer().End());

        Assert.Equal((1, 0, 1), (outcome.Value?.Added, outcome.Value?.Removed, outcome.Value?.Bad));
        Assert.Equal([new ImportProblem(0, "T0101 on 2026-12-10 is not in the file, but was sold and is kept with its tickets")], desk.Problems);
        Assert.Equal(booking.Id, (await TripAfterwardsTests.DetailsAsync(desk.Airline, booking.Id)).Booking.Id);
    }

    [Theory, EveryDatabase]
    public async Task Who_holds_a_seat_while_the_flight_is_removed_does_not_hold_the_import_up(Database database)
    {
        await using var desk = await ImportDesk.OpenAsync(database);
        var flight = await WithSecondFlightAsync(desk);
        var (asked, holding) = (0, default(Task<Outcome<HeldSeats, SeatRefusal>>));
        async Task<IReadOnlyCollection<FlightId>> AskAsync(AirlineDb db, IReadOnlyCollection<FlightId> flights, CancellationToken cancel)
        {
            if (++asked < 2) return [];
            holding = SeatRaceTests.HoldAsync(desk.Airline, flight, "somebody", "14A");
            while (!holding.IsCompleted && !await WaitsForUsAsync(db)) await Task.Yield();
            return [];
        }
        var passengers = new FlightsWithPassengers([AskAsync], [], [.. desk.Airline.Get<IEnumerable<ClearFlights>>()]);
        var stage = new FlightStage(desk.Airline.Writes, desk.Airline.Clock, passengers);
        var changes = new ChangeFlights(desk.Airline.Databases, stage, new ScheduleStage(desk.Airline.Databases, stage), passengers);

        var outcome = await new ImportSsim(desk.Airline.Databases, changes, desk.Airline.Get<IOptions<AirlineOptions>>(), desk.Airline.Clock)
            .RunAsync(new ImportRequest(new MemoryStream(Encoding.ASCII.GetBytes(OneFlight))), default);

        Assert.Equal(1, outcome.Value?.Removed);
        Assert.NotNull(holding);
        Assert.False(await holding.ContinueWith(held => held.IsCompletedSuccessfully && held.Result.Accepted, TaskScheduler.Default));
        Assert.Single(await desk.OnSaleAsync());
    }

    // On SQLite whoever writes waits for the import's unit of work by itself.
    private static async Task<bool> WaitsForUsAsync(AirlineDb db) =>
        db.IsSqlite() || (await db.Database.SqlQueryRaw<int>("SELECT COUNT(*)::int AS \"Value\" FROM pg_locks WHERE NOT granted").ToListAsync()) is [> 0];

    private static string OneFlight => SsimText.Begin('L', "10DEC26", "10DEC26").Leg(new() { From = "10DEC26", To = "10DEC26" }).Trailer().End();

    private static async Task<FlightId> WithSecondFlightAsync(ImportDesk desk)
    {
        var day = new SsimTextLeg { From = "10DEC26", To = "10DEC26" };
        await desk.SsimAsync(SsimText.Begin('L', "10DEC26", "10DEC26").Leg(day).Leg(day with { Number = 202 }).Trailer().End());
        return (await desk.OnSaleAsync()).Single(flight => flight.Number == 202).Id;
    }

    private static Task<Outcome<ImportSummary, ImportRefusal>> WithoutSecondFlightAsync(ImportDesk desk) => desk.SsimAsync(OneFlight);
}
