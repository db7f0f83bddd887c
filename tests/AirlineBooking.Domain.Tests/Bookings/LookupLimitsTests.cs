using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Tests.Bookings;

/// <summary>How many wrong guesses are answered, one after the other and all at once. A right pair from an address that never guessed wrong always is.</summary>
public sealed class LookupLimitsTests
{
    private const int Guesses = 40;

    [Theory, EveryDatabase]
    public async Task Of_guesses_that_come_at_once_from_one_address_ten_are_answered(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);

        var answers = await Race.RunAsync(Guesses, guess => LookUpAsync(airline, $"guess {guess}", "Smith", "192.0.2.1"));

        Assert.Equal(LookupGuard.MostByAddress, answers.Count(answer => answer.Refusal is LookupRefusal.NoSuchPair));
        Assert.Equal(Guesses - LookupGuard.MostByAddress, answers.Count(answer => answer.Refusal is LookupRefusal.TooManyGuesses));
    }

    [Theory, EveryDatabase]
    public async Task Of_guesses_that_come_at_once_at_one_locator_twenty_are_answered(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        for (var one = 0; one < Guesses; one++) await LookUpAsync(airline, "ABCDE2", "Smith", AddressOf(one));
        airline.Clock.Advance(LookupGuard.LocatorWindow);

        var answers = await Race.RunAsync(Guesses, one => LookUpAsync(airline, "ABCDE2", "Smith", AddressOf(one)));

        Assert.Equal(LookupGuard.MostByLocator, answers.Count(answer => answer.Refusal is LookupRefusal.NoSuchPair));
    }

    // Shows that the two above can fail.
    [Theory, EveryDatabase]
    public async Task Counting_first_and_noting_afterwards_answers_every_guess_that_comes_at_once(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var everybodyHasCounted = new MeetingPoint(Guesses);

        var answered = await Race.RunAsync(Guesses, async _ =>
        {
            await using var db = await airline.Databases.CreateDbContextAsync();
            var wrong = await db.Set<WrongLookup>().CountAsync();
            await everybodyHasCounted.ArriveAsync();
            if (!LookupGuard.Serves(new WrongGuesses(wrong, wrong, wrong, wrong, wrong))) return false;
            await airline.Writes.RunAsync((unit, cancel) => NoteAsync(unit, 1, "there", HeadlessAirline.Start, cancel));
            return true;
        });

        Assert.Equal(Guesses, answered.Count(one => one));
    }

    [Theory, EveryDatabase]
    public async Task After_twenty_wrong_guesses_at_a_locator_only_addresses_without_any_are_answered(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var locator = (await TripAfterwardsTests.BookedAsync(airline)).Locator.ToString();
        await LookUpAsync(airline, "ABCDE2", "Smith", "192.0.2.1");
        for (var guess = 0; guess < LookupGuard.MostByLocator; guess++) await LookUpAsync(airline, locator, "Smith", AddressOf(guess));

        var refused = await LookUpAsync(airline, locator, "Müller", "192.0.2.1");

        Assert.Equal((LookupRefusal.TooManyGuesses, new LookupPause(LookupGuard.LocatorWindow)), (refused.Refusal, refused.Detail));
        Assert.True((await LookUpAsync(airline, locator, "Müller", "192.0.2.2")).Accepted);
        airline.Clock.Advance(LookupGuard.LocatorWindow);
        Assert.True((await LookUpAsync(airline, locator, "Müller", "192.0.2.1")).Accepted);
    }

    [Theory, EveryDatabase]
    public async Task Who_is_told_to_wait_is_served_after_that_and_not_before(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var locator = (await TripAfterwardsTests.BookedAsync(airline)).Locator.ToString();
        for (var guess = 0; guess < LookupGuard.MostByAddress; guess++)
        {
            await LookUpAsync(airline, "ABCDE2", "Smith", "192.0.2.1");
            airline.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var wait = Assert.IsType<LookupPause>((await LookUpAsync(airline, locator, "Müller", "192.0.2.1")).Detail).RetryAfter;

        Assert.Equal(LookupGuard.AddressWindow - TimeSpan.FromMinutes(LookupGuard.MostByAddress), wait);
        airline.Clock.Advance(wait - TimeSpan.FromSeconds(1));
        Assert.False((await LookUpAsync(airline, locator, "Müller", "192.0.2.1")).Accepted);
        airline.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await LookUpAsync(airline, locator, "Müller", "192.0.2.1")).Accepted);
    }

    [Theory]
    [EveryDatabase(100, true)]
    [EveryDatabase(101, false)]
    public async Task Above_five_times_the_usual_an_address_that_guessed_wrong_today_is_not_answered(Database database, int lately, bool served)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var locator = (await TripAfterwardsTests.BookedAsync(airline)).Locator.ToString();
        var now = airline.Clock.GetUtcNow();
        await airline.Writes.RunAsync((db, cancel) => NoteAsync(db, 1, LookUpBooking.DigestOf("192.0.2.1"), now - LookupGuard.Day + TimeSpan.FromMinutes(1), cancel));
        await airline.Writes.RunAsync((db, cancel) => NoteAsync(db, lately, "elsewhere", now, cancel));

        Assert.Equal(served, (await LookUpAsync(airline, locator, "Müller", "192.0.2.1")).Accepted);
        Assert.True((await LookUpAsync(airline, locator, "Müller", "192.0.2.2")).Accepted);
    }

    [Theory]
    [InlineData(100, 100, true)]
    [InlineData(101, 101, false)]
    [InlineData(101, 96 * 21, true)]
    [InlineData(106, 96 * 21, false)]
    public void What_is_usual_is_what_the_day_had_and_a_quiet_day_has_twenty(int lately, int today, bool served) =>
        Assert.Equal(served, LookupGuard.Serves(new WrongGuesses(0, 1, 0, lately, today)));

    [Theory, EveryDatabase]
    public async Task Wrong_guesses_are_forgotten_after_a_day_and_quotes_a_day_after_they_ended_unless_confirmed(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var booking = await TripAfterwardsTests.BookedAsync(airline);
        await LookUpAsync(airline, "ABCDE2", "Smith", "192.0.2.1");
        await airline.Get<QuoteCancellation>().RunAsync(null, booking.Id, [], [], default);
        var taken = (await airline.Get<QuoteCancellation>().RunAsync(null, booking.Id, [], [], default)).Answer?.Value;
        await airline.Get<ConfirmCancellation>().RunAsync(null, booking.Id, taken!.Id, Audit.Guest, default);

        airline.Clock.Advance(LookupGuard.Day - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await airline.Get<ForgetQuestions>().RunAsync(default));
        airline.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await airline.Get<ForgetQuestions>().RunAsync(default));
        airline.Clock.Advance(CancellationQuote.Lifetime);
        Assert.Equal(1, await airline.Get<ForgetQuestions>().RunAsync(default));

        await using var db = await airline.Databases.CreateDbContextAsync();
        Assert.Equal(taken.Id, (await db.Set<CancellationQuote>().SingleAsync()).Id);
    }

    private static string AddressOf(int number) => $"198.51.100.{number}";

    private static Task<Outcome<FoundBooking, LookupRefusal>> LookUpAsync(HeadlessAirline airline, string locator, string surname, string address) =>
        airline.Get<LookUpBooking>().RunAsync(locator, surname, address, countsAddress: true, default);

    private static async Task NoteAsync(AirlineDb db, int count, string address, DateTimeOffset at, CancellationToken cancel)
    {
        db.AddRange(Enumerable.Range(0, count).Select(_ => new WrongLookup { At = at, Address = address, Locator = "somewhere" }));
        await db.SaveChangesAsync(cancel);
    }
}
