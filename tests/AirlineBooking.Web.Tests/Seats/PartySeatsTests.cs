using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Seats;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Seats;

public sealed class PartySeatsTests
{
    private static readonly FlightId Flight = new(1);
    private static readonly SeatingPerson Maire = new("0", "Máire Ní Dhomhnaill", PassengerType.Adult);
    private static readonly SeatingPerson Tadhg = new("1", "Tadhg O’Brien-Łuczak", PassengerType.Child);

    [Fact]
    public async Task Each_seat_goes_to_the_next_who_has_none_under_one_hold()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        await seats.PickAsync(Seat("30A"), default);
        var first = seats.Hold;
        var word = await seats.PickAsync(Seat("30B"), default);

        Assert.Equal("30B is yours, for Tadhg O’Brien-Łuczak.", word.Said);
        Assert.Equal((Seat("30A"), Seat("30B"), first), (seats.SeatOf(Maire), seats.SeatOf(Tadhg), seats.Hold));
    }

    [Fact]
    public async Task Picking_an_own_seat_gives_it_back_and_the_last_one_ends_the_hold()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        await seats.PickAsync(Seat("30A"), default);
        await seats.PickAsync(Seat("30B"), default);
        await seats.PickAsync(Seat("30A"), default);
        Assert.Equal((null, Seat("30B"), Maire), (seats.SeatOf(Maire), seats.SeatOf(Tadhg), seats.Current));

        await seats.PickAsync(Seat("30B"), default);
        Assert.Null(seats.Hold);
        Assert.Empty((await MapAsync(airline)).States);
    }

    [Fact]
    public async Task A_seat_that_somebody_took_is_named_with_others_in_its_place_and_what_is_held_stays()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        await seats.PickAsync(Seat("30A"), default);
        await RivalAsync(airline, "30B");
        var word = await seats.PickAsync(Seat("30B"), default);

        Assert.Equal("30B has just been taken", word.Title);
        Assert.NotEmpty(word.Instead ?? []);
        Assert.DoesNotContain(Seat("30A"), word.Instead ?? []);
        Assert.Equal((Seat("30A"), null), (seats.SeatOf(Maire), seats.SeatOf(Tadhg)));
    }

    [Fact]
    public async Task What_is_given_back_by_mistake_can_be_taken_again_for_the_same_person()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        await seats.PickAsync(Seat("30A"), default);
        await seats.PickAsync(Seat("30B"), default);
        var word = await seats.PickAsync(Seat("30B"), default);
        Assert.Equal("30B is given back", word.Title);
        await seats.TakeAllAsync(word.Again ?? [], default);
        Assert.Equal((Seat("30A"), Seat("30B")), (seats.SeatOf(Maire), seats.SeatOf(Tadhg)));

        var all = await seats.LetGoOfAllAsync(default);
        await seats.TakeAllAsync(all.Again ?? [], default);
        Assert.Equal((Seat("30A"), Seat("30B")), (seats.SeatOf(Maire), seats.SeatOf(Tadhg)));
    }

    [Fact]
    public async Task What_the_seats_cost_is_known_after_a_refusal_and_for_seats_that_were_held_before()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        await seats.PickAsync(Seat("30A"), default);
        await RivalAsync(airline, "30B");
        await seats.PickAsync(Seat("30B"), default);
        seats.Follow(await MapAsync(airline, seats.Hold), seats.Hold);
        var told = seats.Chosen.Total;

        var again = await PartyAsync(airline, seat => new Money(3000, CurrencyCode.Parse("GBP")));
        again.Follow(await MapAsync(airline, seats.Hold), seats.Hold);
        Assert.NotNull(told);
        Assert.Equal(new Money(3000, CurrencyCode.Parse("GBP")), again.Chosen.Total);
    }

    [Fact]
    public async Task A_child_is_kept_from_an_exit_with_the_reason()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        var word = await seats.TakeAsync(Tadhg, Seat("39C"), default);

        Assert.Equal(("39C is not for Tadhg O’Brien-Łuczak", "Only adults may sit at an exit."), (word.Title, word.Meaning));
        Assert.Null(seats.Hold);
    }

    [Fact]
    public async Task A_seat_of_another_cabin_is_refused()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var word = await (await PartyAsync(airline)).PickAsync(Seat("2A"), default);
        Assert.Equal("It is in another cabin than the fare.", word.Meaning);
    }

    [Fact]
    public async Task Who_changes_a_seat_after_the_hold_ran_out_loses_nothing_that_is_still_free()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        await seats.PickAsync(Seat("30A"), default);
        airline.Clock.Advance(SeatHold.Lifetime);
        await seats.PickAsync(Seat("30B"), default);

        var map = await airline.Get<ReadSeatMap>().RunAsync(Flight, [seats.Hold.GetValueOrDefault()], default);
        Assert.Equal("30A 30B", string.Join(' ', map?.Mine.Keys.Order() ?? Enumerable.Empty<SeatNumber>()));
    }

    [Fact]
    public async Task The_best_seats_put_the_child_beside_the_adult()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        await seats.TakeBestAsync(SeatWish.Window, default);

        var (adult, child) = (seats.SeatOf(Maire).GetValueOrDefault(), seats.SeatOf(Tadhg).GetValueOrDefault());
        Assert.Equal(adult.Row, child.Row);
        Assert.Equal(1, Math.Abs("ABCDEGHJK".IndexOf(adult.Letter, StringComparison.Ordinal) - "ABCDEGHJK".IndexOf(child.Letter, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_told_with_what_of_it_is_free_still()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        await seats.PickAsync(Seat("30A"), default);
        await seats.PickAsync(Seat("30B"), default);
        airline.Clock.Advance(SeatHold.Lifetime);
        await RivalAsync(airline, "30B");

        var word = seats.Follow(await MapAsync(airline), seats.Hold);
        Assert.Equal(("30A and 30B went back on sale", "30B has been taken since."), (word?.Title, word?.Meaning));
        Assert.Equal([Seat("30A")], word?.Again ?? []);
        await seats.TakeAllAsync(word?.Again ?? [], default);
        Assert.Equal((Seat("30A"), null), (seats.SeatOf(Maire), seats.SeatOf(Tadhg)));
    }

    [Fact]
    public async Task Seats_that_were_chosen_in_another_window_are_followed()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var (here, there) = (await PartyAsync(airline), await PartyAsync(airline));
        await here.PickAsync(Seat("30A"), default);
        there.Follow(await MapAsync(airline, here.Hold), here.Hold);
        await there.PickAsync(Seat("30B"), default);

        Assert.Null(here.Follow(await MapAsync(airline, here.Hold), here.Hold));
        Assert.Equal((Seat("30A"), Seat("30B")), (here.SeatOf(Maire), here.SeatOf(Tadhg)));
    }

    [Fact]
    public async Task A_hold_is_made_longer_ten_times_and_then_says_no()
    {
        await using var airline = await RunningAirline.OpenAsync();
        var seats = await PartyAsync(airline);
        await seats.PickAsync(Seat("30A"), default);
        for (var i = 0; i < SeatHold.MostExtensions; i++)
        {
            airline.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal("Your seats are held for 15 minutes more.", (await seats.ExtendAsync(default)).Said);
        }
        Assert.Equal(0, seats.ExtensionsLeft);
        Assert.Equal("Your seats cannot be held longer", (await seats.ExtendAsync(default)).Title);
    }

    private static SeatNumber Seat(string number) => SeatNumber.Parse(number);

    private static async Task<PartySeats> PartyAsync(RunningAirline airline, Func<SeatNumber, Money?>? priceOf = null) => new(
        new SeatOperations(airline.Get<HoldSeats>(), airline.Get<ExtendHold>(), airline.Get<ReleaseHold>()),
        Flight, (await MapAsync(airline)).Layout, [Maire, Tadhg], new Holder("a browser", null), Cabin.Economy, priceOf: priceOf);

    private static async Task<SeatMap> MapAsync(RunningAirline airline, HoldId? hold = null) =>
        await airline.Get<ReadSeatMap>().RunAsync(Flight, hold is { } own ? [own] : [], default) ?? throw new InvalidOperationException("The flight is gone.");

    private static async Task RivalAsync(RunningAirline airline, string seat) =>
        Assert.True((await airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(Flight, [Seat(seat)], null, new Holder("a rival", null), null, null), default)).Answer?.Accepted);
}
