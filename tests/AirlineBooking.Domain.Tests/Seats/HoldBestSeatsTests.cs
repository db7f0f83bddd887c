using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.Seats;

public sealed class HoldBestSeatsTests
{
    [Theory, EveryDatabase]
    public async Task The_best_seats_are_held_together_and_the_next_party_gets_others(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];

        var first = await HoldBestAsync(airline, flight, new BestSeatsWish(3, null, SeatWish.Rear, null));
        var second = await HoldBestAsync(airline, flight, new BestSeatsWish(3, null, SeatWish.Rear, null));

        Assert.Equal("31A 31B 31C", Told(first));
        Assert.Equal("31D 31E 31F", Told(second));
    }

    [Theory, EveryDatabase]
    public async Task Who_asks_for_an_exit_row_pays_for_one(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];

        var held = await HoldBestAsync(airline, flight, new BestSeatsWish(2, null, null, SeatKind.Exit));

        Assert.Equal("11A 11B", Told(held));
        Assert.Equal(2 * 1800, held.Value?.Total.MinorUnits);
    }

    [Theory, EveryDatabase]
    public async Task A_refusal_offers_the_next_best_that_is_free(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        await HoldAsync(airline, flight, "20A", "20B", "19A");

        var refused = await HoldAsync(airline, flight, "20A", "20B");

        var detail = Assert.IsType<HoldDetail>(refused.Detail);
        Assert.Equal(["20A", "20B"], detail.Seats.Select(seat => seat.Number.ToString()));
        Assert.Equal(["21A", "21B"], detail.Alternatives.Select(seat => seat.ToString()));
    }

    [Theory, EveryDatabase]
    public async Task Who_changes_a_hold_is_told_only_of_seats_that_others_have_and_is_offered_none_of_their_own(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var flight = (await airline.AddFlightsAsync())[0];
        var holder = new Holder("a browser", null);
        var own = (await airline.Get<HoldSeats>().RunAsync(null, HoldSeatsTests.Request(flight, holder, null, "20A"), default)).Answer?.Value;
        await HoldAsync(airline, flight, "20B");

        var refused = (await airline.Get<HoldSeats>().RunAsync(null, HoldSeatsTests.Request(flight, holder, own?.Id, "20A", "20B"), default)).Answer;

        var detail = Assert.IsType<HoldDetail>(refused?.Detail);
        Assert.Equal(["20B"], detail.Seats.Select(seat => seat.Number.ToString()));
        Assert.Equal(["19B", "20E", "21B"], detail.Alternatives.Select(seat => seat.ToString()));
    }

    private static string Told(Outcome<HeldSeats, SeatRefusal> held) => string.Join(' ', held.Value?.Seats ?? []);

    private static async Task<Outcome<HeldSeats, SeatRefusal>> HoldBestAsync(HeadlessAirline airline, FlightId flight, BestSeatsWish wish) =>
        (await airline.Get<HoldSeats>().RunAsync(null, new HoldRequest(flight, [], wish, new Holder(null, null), null, null), default)).Answer!;

    private static async Task<Outcome<HeldSeats, SeatRefusal>> HoldAsync(HeadlessAirline airline, FlightId flight, params string[] seats) =>
        (await airline.Get<HoldSeats>().RunAsync(null, HoldSeatsTests.Request(flight, new Holder(null, null), null, seats), default)).Answer!;
}
