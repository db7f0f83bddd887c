using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AirlineBooking.Domain.Tests.Seats;

/// <summary>The obvious ways, in the same races as <see cref="SeatRaceTests"/>: each of them sells what it has not. A meeting point makes sure of the moment at which it goes wrong.</summary>
public sealed class NaiveSeatsTests
{
    [Theory, EveryDatabase]
    public async Task Looking_first_and_writing_then_gives_one_seat_to_many(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var everybodyHasLooked = new MeetingPoint(64);

        var given = await Race.RunAsync(64, async buyer =>
        {
            var free = await IsFreeAsync(airline, flight, "14A");
            await everybodyHasLooked.ArriveAsync();
            if (!free) return false;
            await airline.Writes.RunAsync((db, cancel) => TakeAsync(db, flight, "14A", buyer, airline.Clock.GetUtcNow(), cancel));
            return true;
        });

        Assert.Equal(64, given.Count(one => one));
        Assert.Single(await SeatRaceTests.ClaimsAsync(airline, flight));
    }

    [NeedsPostgresFact]
    public async Task One_transaction_round_both_does_not_help_with_many_writers()
    {
        await using var airline = await HeadlessAirline.OpenAsync(Database.Postgres);
        var flight = (await airline.AddFlightsAsync())[0];
        var everybodyHasLooked = new MeetingPoint(16);

        var given = await Race.RunAsync(16, buyer => airline.Writes.RunAsync(async (db, cancel) =>
        {
            var free = !await db.SeatClaims.AnyAsync(claim => claim.FlightId == flight, cancel);
            await everybodyHasLooked.ArriveAsync();
            if (free) await TakeAsync(db, flight, "14A", buyer, airline.Clock.GetUtcNow(), cancel);
            return free ? "given" : "taken";
        }));

        Assert.Equal(16, given.Count(one => one == "given"));
    }

    [Theory, EveryDatabase]
    public async Task Counting_first_and_adding_then_fills_a_cabin_more_than_it_may(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await SeatRaceTests.AuthoriseAsync(airline, flight, 7);
        var everybodyHasCounted = new MeetingPoint(32);

        await Race.RunAsync(32, async buyer =>
        {
            var left = await PlacesLeftAsync(airline, flight);
            await everybodyHasCounted.ArriveAsync();
            if (left > 0) await airline.Writes.RunAsync((db, cancel) => TakeAsync(db, flight, SeatRaceTests.SeatOf(buyer), buyer, airline.Clock.GetUtcNow(), cancel));
            return left > 0;
        });

        Assert.Equal(32, (await SeatRaceTests.ClaimsAsync(airline, flight)).Count);
        Assert.True(await PlacesLeftAsync(airline, flight) < 0);
    }

    [Theory, EveryDatabase]
    public async Task A_tick_that_frees_the_seats_it_saw_takes_one_from_its_new_holder(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await SeatRaceTests.HoldAsync(airline, flight, "first", "14A");
        airline.Clock.Advance(SeatHold.Lifetime);

        var expired = (await SeatRaceTests.ClaimsAsync(airline, flight)).Where(claim => claim.HeldUntil <= airline.Clock.GetUtcNow()).ToList();
        var next = await SeatRaceTests.HoldAsync(airline, flight, "next", "14A");
        await airline.Writes.RunAsync((db, cancel) => db.SeatClaims.Where(claim => claim.FlightId == flight && claim.Seat == expired[0].Seat).ExecuteDeleteAsync(cancel));

        Assert.True(next.Accepted);
        Assert.Empty(await SeatRaceTests.ClaimsAsync(airline, flight));
    }

    [NeedsPostgresFact]
    public async Task Seats_claimed_in_the_order_they_are_named_end_in_a_deadlock()
    {
        await using var airline = await HeadlessAirline.OpenAsync(Database.Postgres);
        var flight = (await airline.AddFlightsAsync())[0];
        var bothHaveOne = new MeetingPoint(2);
        string[][] parties = [["14A", "14B"], ["14B", "14A"]];

        var failures = await Race.RunAsync(2, async party =>
        {
            await using var db = await airline.Databases.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            try
            {
                await TakeAsync(db, flight, parties[party][0], party, airline.Clock.GetUtcNow(), default);
                await bothHaveOne.ArriveAsync();
                await TakeAsync(db, flight, parties[party][1], party, airline.Clock.GetUtcNow(), default);
                await transaction.CommitAsync();
                return null;
            }
            catch (PostgresException failure)
            {
                return failure.SqlState;
            }
        });

        Assert.Equal(PostgresErrorCodes.DeadlockDetected, Assert.Single(failures, failure => failure is not null));
    }

    private static async Task<bool> IsFreeAsync(HeadlessAirline airline, FlightId flight, string seat)
    {
        await using var db = await airline.Databases.CreateDbContextAsync();
        return !await db.SeatClaims.AnyAsync(claim => claim.FlightId == flight && claim.Seat == SeatNumber.Parse(seat));
    }

    private static async Task<int> PlacesLeftAsync(HeadlessAirline airline, FlightId flight)
    {
        await using var db = await airline.Databases.CreateDbContextAsync();
        var cabin = await db.FlightCabins.AsNoTracking().SingleAsync(one => one.FlightId == flight && one.Cabin == Cabin.Economy);
        return cabin.Authorised - cabin.Unseated - await db.SeatClaims.CountAsync(claim => claim.FlightId == flight);
    }

    private static Task<int> TakeAsync(AirlineDb db, FlightId flight, string seat, int buyer, DateTimeOffset now, CancellationToken cancel) => db.ExecuteAsync(
        $"""
        INSERT INTO seat_claims (flight_id, seat, cabin, state, holder, hold_id, held_until)
        VALUES ({flight.Value}, {seat}, {(int)Cabin.Economy}, {(int)ClaimState.Held}, {$"buyer {buyer}"}, {Guid.NewGuid()}, {now + SeatHold.Lifetime})
        ON CONFLICT (flight_id, seat) DO UPDATE SET holder = excluded.holder, hold_id = excluded.hold_id, held_until = excluded.held_until
        """,
        cancel);
}
