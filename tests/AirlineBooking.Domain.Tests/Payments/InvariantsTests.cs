using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Payments;

/// <summary>What is always true stays true whatever people, cards and the clock do; and each invariant is able to find what breaks it.</summary>
public sealed class InvariantsTests
{
    private const int StepsAHistory = 90;

    private static readonly string[] Tokens =
        ["tok_visa", "tok_visa", "tok_declined", "tok_insufficient_funds", "tok_timeout_paid", "tok_timeout_unpaid", "tok_gateway_error", "tok_challenge", "tok_late_webhook"];

    public static IEnumerable<object?[]> Seeds => EveryDatabaseAttribute.With(Enumerable.Range(1, 24).Select(seed => new object?[] { seed }));

    [Theory, MemberData(nameof(Seeds))]
    public async Task Every_invariant_holds_after_every_history(Database database, int seed)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync(2))[0];
        var history = new History(airline, flight, new Random(seed));
        for (var step = 0; step < StepsAHistory; step++) await history.StepAsync();
        Assert.Empty(await ViolationsAsync(airline));

        // When nothing new happens, everything comes to an end.
        airline.Clock.Advance(TimeSpan.FromHours(1));
        await airline.SettleAsync(12, secondsBetween: 60);
        await airline.Get<ExpireHolds>().RunAsync(default);
        Assert.Empty(await ViolationsAsync(airline));
        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.False(await db.SeatClaims.AnyAsync(claim => claim.State == ClaimState.Paying || claim.State == ClaimState.Held));
        Assert.False(await db.Bookings.AnyAsync(booking => booking.Status == BookingStatus.PendingPayment));
        Assert.False(await db.Payments.AnyAsync(payment => payment.DueAt != null));
        Assert.True(await db.Bookings.AnyAsync(booking => booking.ConfirmedAt != null), "A history in which nobody books proves nothing.");
    }

    [Theory, EveryDatabase]
    public async Task Booking_paying_and_cancelling_break_none_of_them(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync(adults: 2);
        var booked = await airline.BookAsync(Travellers.Order(offer, (await airline.HoldAsync(offer, "14C")).Id), key: new RunOnceKey("client", "key", "digest"));
        await airline.HoldAsync(offer, "15C");
        Assert.Empty(await ViolationsAsync(airline));
        await airline.SettleAsync(2);
        var quote = (await airline.Get<QuoteCancellation>().RunAsync(null, booked.Answer!.Value!.BookingId, [], [], default)).Answer!.Value!;
        await airline.Get<ConfirmCancellation>().RunAsync(null, booked.Answer.Value.BookingId, quote.Id, Audit.Guest, default);
        Assert.Empty(await ViolationsAsync(airline));
        await airline.SettleAsync(2);
        Assert.Empty(await ViolationsAsync(airline));
    }

    [Theory]
    [EveryDatabase("UPDATE flight_cabins SET taken = taken + 1", "What is counted as taken is what is claimed and promised")]
    [EveryDatabase("UPDATE flight_cabins SET unseated = unseated + 1, taken = taken + 1", "Everybody who flies has a seat or is counted as unseated")]
    [EveryDatabase("DELETE FROM seat_holds", "Every held seat has its hold, and holds end at the same time")]
    [EveryDatabase("UPDATE seat_claims SET seat = '99Z' WHERE state = 0", "Every claim is of a seat of its cabin, under the counter of its flight")]
    [EveryDatabase("DELETE FROM seat_changes WHERE version > 1", "The map of a flight has a row for each of its changes")]
    [EveryDatabase("UPDATE flight_cabins SET authorised = capacity + 1", "No cabin is promised more often than it may be")]
    [EveryDatabase("UPDATE ledger_entries SET amount = amount + 1 WHERE account = 0", "Every movement of money balances")]
    [EveryDatabase("DELETE FROM ledger_entries", "What was taken and given back stands in the ledger, once")]
    [EveryDatabase("UPDATE bookings SET paid = paid - 1 WHERE status = 1", "What a booking says is paid, refunded and due is what its payments and refunds say")]
    [EveryDatabase("UPDATE bookings SET status = 2 WHERE status = 1", "A booking is paid by one payment, and one that is not confirmed by none")]
    [EveryDatabase("UPDATE seat_claims SET state = 1 WHERE state = 2", "Seats that are being paid for have a payment under way")]
    [EveryDatabase("UPDATE coupons SET status = 4", "A sold seat belongs to a passenger who still flies")]
    [EveryDatabase("DELETE FROM outbox_messages", "Every confirmed booking is told of, once")]
    [EveryDatabase("UPDATE run_once_entries SET answer = NULL WHERE subject IS NOT NULL", "A request in progress has a payment under way")]
    [EveryDatabase("UPDATE sandbox_payments SET captured = 0", "The gateway's books agree with ours")]
    public async Task What_breaks_an_invariant_is_found(Database database, string damage, string invariant)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        await airline.AddFlightsAsync();
        var offer = await airline.OfferAsync();
        await airline.BookAsync(Travellers.Order(offer, (await airline.HoldAsync(offer, "14C")).Id), key: new RunOnceKey("client", "key", "digest"));
        await airline.HoldAsync(offer, "15C");
        await airline.SettleAsync(2);
        Assert.Empty(await ViolationsAsync(airline));

        await airline.Writes.RunAsync(async (db, cancel) => await db.Database.ExecuteSqlRawAsync(damage, cancel));

        Assert.Contains(invariant, await ViolationsAsync(airline));
    }

    private static async Task<List<string>> ViolationsAsync(HeadlessAirline airline)
    {
        var broken = new List<string>();
        await foreach (var result in airline.Get<CheckInvariants>().RunAsync(default))
        {
            // The test's two airports and one schedule are not the whole world.
            if (result.IsViolated) broken.Add(result.Invariant.Name);
        }
        return broken;
    }

    /// <summary>What a few people do in an order that a seed decides.</summary>
    private sealed class History(HeadlessAirline airline, FlightId flight, Random random)
    {
        private readonly List<HoldId> _holds = [];
        private readonly List<BookingId> _bookings = [];
        private readonly List<(RunOnceKey Key, BookingOrder Order, string Token)> _asked = [];
        private readonly List<PaymentId> _challenges = [];

        public Task StepAsync() => random.Next(14) switch
        {
            0 or 1 or 2 => HoldAsync(),
            3 or 4 or 5 => BookAsync(),
            6 => AskAgainAsync(),
            7 => PayAgainAsync(),
            8 => CancelAsync(),
            9 => ChangeSeatAsync(),
            10 => ReleaseAsync(),
            11 => AnswerChallengeAsync(),
            12 => WaitAsync(),
            _ => airline.SettleAsync(1, secondsBetween: random.Next(1, 30)),
        };

        private async Task HoldAsync()
        {
            // Few seats, so that people meet.
            var seats = Enumerable.Range(0, random.Next(1, 3)).Select(_ => $"{random.Next(20, 23)}{"ABCDEF"[random.Next(6)]}").Distinct().Select(SeatNumber.Parse).ToList();
            var offer = await airline.OfferAsync(adults: 2);
            var held = await airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(flight, seats, null, new Holder(null, null), offer, null), default);
            if (held.Answer?.Value is { } hold) _holds.Add(hold.Id);
        }

        private async Task BookAsync()
        {
            var offer = await airline.OfferAsync(adults: 2);
            HoldId[] holds = _holds.Count > 0 && random.Next(4) > 0 ? [_holds[random.Next(_holds.Count)]] : [];
            var ask = (Key: new RunOnceKey("client", $"key{_asked.Count}", "digest"), Order: Travellers.Order(offer, holds), Token: Tokens[random.Next(Tokens.Length)]);
            _asked.Add(ask);
            Tell(await airline.BookAsync(ask.Order, ask.Token, ask.Key));
        }

        private async Task AskAgainAsync()
        {
            if (_asked.Count == 0) return;
            var (key, order, token) = _asked[random.Next(_asked.Count)];
            Tell(await airline.BookAsync(order, token, key));
        }

        private async Task PayAgainAsync()
        {
            if (_bookings.Count == 0) return;
            Tell(await airline.Get<PayBooking>().RunAsync(null, _bookings[random.Next(_bookings.Count)], Tokens[random.Next(Tokens.Length)], default));
        }

        private async Task CancelAsync()
        {
            if (_bookings.Count == 0) return;
            var id = _bookings[random.Next(_bookings.Count)];
            if (await airline.Get<ReadBooking>().RunAsync(id, null, default) is not { } details) return;
            PassengerId[] passengers = random.Next(2) == 0 ? [details.Passengers[random.Next(details.Passengers.Count)].Id] : [];
            if ((await airline.Get<QuoteCancellation>().RunAsync(null, id, passengers, [], default)).Answer?.Value is not { } quote) return;
            if (random.Next(4) > 0) await airline.Get<ConfirmCancellation>().RunAsync(null, id, quote.Id, Audit.Guest, default);
        }

        private async Task ChangeSeatAsync()
        {
            if (_bookings.Count == 0) return;
            var id = _bookings[random.Next(_bookings.Count)];
            if (await airline.Get<ReadBooking>().RunAsync(id, null, default) is not { } details) return;
            await airline.Get<ChangeSeat>().RunAsync(id, flight, details.Passengers[0].Id, new SeatNumber(random.Next(20, 23), "ABCDEF"[random.Next(6)]), Audit.Guest, default);
        }

        private async Task ReleaseAsync()
        {
            if (_holds.Count > 0) await airline.Get<ReleaseHold>().RunAsync(_holds[random.Next(_holds.Count)], default);
        }

        private async Task AnswerChallengeAsync()
        {
            if (_challenges.Count == 0) return;
            var payment = _challenges[random.Next(_challenges.Count)];
            await airline.Get<SandboxGateway>().DecideAsync(payment, pays: random.Next(3) > 0, default);
            if (random.Next(2) == 0) await airline.Get<SettlePayments>().HearAsync(payment, default);
        }

        private async Task WaitAsync()
        {
            airline.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 16)));
            if (random.Next(2) == 0) await airline.Get<ExpireHolds>().RunAsync(default);
        }

        private void Tell(Once<BookedTrip, BookingRefusal> answer)
        {
            if (answer.Answer?.Value is { } trip)
            {
                if (!_bookings.Contains(trip.BookingId)) _bookings.Add(trip.BookingId);
                if (trip.ActionUrl is { } url && PaymentId.TryParse(url[SandboxGateway.ActionPath.Length..], out var payment)) _challenges.Add(payment);
            }
            else if (answer.Answer?.Detail is BookingDetail { BookingId: { } kept } && !_bookings.Contains(kept))
            {
                _bookings.Add(kept);
            }
        }
    }
}
