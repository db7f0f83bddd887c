using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Tests.Support;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class CompanionsTests
{
    [Theory, EveryDatabase]
    public async Task A_child_is_not_left_alone_by_cancelling_whoever_flies_with_it(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (booking, people) = await BookAsync(airline, adults: 1, adultsBornOn: new DateOnly(1990, 5, 1));

        Assert.Equal(BookingRefusal.CompanionRequired, await QuoteAsync(airline, booking, people[0]));
        Assert.Null(await QuoteAsync(airline, booking, people[1]));
        Assert.Null(await QuoteAsync(airline, booking, people[0], people[1]));
        Assert.Null(await QuoteAsync(airline, booking));
    }

    [Theory, EveryDatabase]
    public async Task One_of_two_adults_may_go(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (booking, people) = await BookAsync(airline, adults: 2, adultsBornOn: new DateOnly(1990, 5, 1));

        Assert.Null(await QuoteAsync(airline, booking, people[0]));
        Assert.Equal(BookingRefusal.CompanionRequired, await QuoteAsync(airline, booking, people[0], people[1]));
    }

    [Theory, EveryDatabase]
    public async Task Somebody_of_fifteen_is_no_companion(Database database)
    {
        await using var airline = await HeadlessAirline.OpenAsync(database);
        var (booking, people) = await BookAsync(airline, adults: 2, adultsBornOn: new DateOnly(1990, 5, 1), secondBornOn: new DateOnly(2011, 5, 1));

        Assert.Equal(BookingRefusal.CompanionRequired, await QuoteAsync(airline, booking, people[0]));
        Assert.Null(await QuoteAsync(airline, booking, people[1]));
    }

    private static async Task<(BookingId Booking, List<PassengerId> People)> BookAsync(HeadlessAirline airline, int adults, DateOnly adultsBornOn, DateOnly? secondBornOn = null)
    {
        await airline.AddFlightsAsync();
        await airline.Get<SearchBases>().RefreshAsync(default);
        var date = DateOnly.FromDateTime(HeadlessAirline.Start.UtcDateTime).AddDays(10);
        var page = await airline.Get<SearchOffers>().RunAsync(
            new SearchRequest([new SliceRequest(AirportCode.Parse("LHR"), AirportCode.Parse("ZRH"), date)], new Party(adults, 1, 0), Cabin.Economy), null, 1, default);
        var order = Travellers.Order(page.Value!.Offers[0]); // There are seats.
        var passengers = order.Passengers.Select((one, i) => one with { BornOn = one.Type is PassengerType.Child ? new DateOnly(2020, 5, 1) : i == 1 ? secondBornOn ?? adultsBornOn : adultsBornOn });
        var booked = (await airline.BookAsync(order with { Passengers = [.. passengers] })).Answer?.Value ?? throw new InvalidOperationException("Not booked.");
        var details = await airline.Get<ReadBooking>().RunAsync(booked.BookingId, null, default) ?? throw new InvalidOperationException("The booking is gone.");
        return (booked.BookingId, [.. details.Passengers.Select(one => one.Id)]);
    }

    private static async Task<BookingRefusal?> QuoteAsync(HeadlessAirline airline, BookingId booking, params PassengerId[] who) =>
        (await airline.Get<QuoteCancellation>().RunAsync(null, booking, who, [], default)).Answer?.Refusal;
}
