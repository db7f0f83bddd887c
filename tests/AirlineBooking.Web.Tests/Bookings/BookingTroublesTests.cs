using AirlineBooking.Web.Tests.Browser;
using AirlineBooking.Web.Tests.Support;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Bookings;

/// <summary>What goes wrong between choosing seats and paying for them, each on an airline of its own.</summary>
public sealed class BookingTroublesTests : IAsyncLifetime
{
    private const string Route = "from=LGW&to=JFK";
    private const string Day = "2026-12-01";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync() => (_playwright, _browser) = await Chromium.LaunchAsync();

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    [Fact]
    public async Task Seats_whose_time_ran_out_on_the_payment_page_are_told_of_and_nothing_is_charged()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await using var visit = await VisitAsync(airline);
        var journey = new BookingJourney(visit);
        await journey.ToPaymentAsync(withSeats: true, adults: 1, Route, Day);

        airline.Clock.Advance(TimeSpan.FromMinutes(16));
        await journey.PayButton.ClickAsync();

        await journey.Page.GetByText("Your seats are free again").WaitForAsync();
        Assert.Equal(0, await journey.PayButton.CountAsync());
        await journey.CanBeUsedAsync("seats that ran out");
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Go on without seats" }).ClickAsync();
        await journey.PayButton.ClickAsync();
        await journey.IsConfirmedAsync("New York");
    }

    [Fact]
    public async Task A_decline_does_not_shorten_the_time_that_seats_are_held_and_holding_longer_makes_it_longer()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await using var visit = await VisitAsync(airline);
        var journey = new BookingJourney(visit);
        await journey.ToPaymentAsync(withSeats: true, adults: 1, Route, Day);
        var words = journey.Page.Locator(".hold .fine");
        var before = await words.InnerTextAsync();

        await journey.ChooseCardAsync("tok_declined");
        await journey.PayButton.ClickAsync();
        await journey.Page.GetByText("The payment did not go through").WaitForAsync();
        Assert.Equal(before, await words.InnerTextAsync());
        airline.Clock.Advance(TimeSpan.FromMinutes(5));
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Hold longer" }).ClickAsync();

        await journey.Page.Locator(".hold .fine", new() { HasNotText = before }).WaitForAsync();
    }

    [Fact]
    public async Task Who_leaves_finds_the_flights_again_and_the_booking_gone()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await using var visit = await VisitAsync(airline);
        var journey = new BookingJourney(visit);
        await journey.ToPaymentAsync(withSeats: true, adults: 1, Route, Day);
        var step = journey.Page.Url;

        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Leave this booking" }).ClickAsync();
        await journey.Page.ArrivesAtAsync("/flights?*");
        var again = await journey.Page.GotoAsync(step);

        Assert.Equal(410, again?.Status);
    }

    [Fact]
    public async Task A_program_that_starts_again_midway_has_lost_nothing()
    {
        var airline = await RunningAirline.OpenAsync();
        try
        {
            await using var visit = await VisitAsync(airline);
            var journey = new BookingJourney(visit);
            await journey.ToPaymentAsync(withSeats: true, adults: 1, Route, Day);
            var seat = await journey.Page.Locator(".pay .table tbody td").Last.InnerTextAsync();

            airline = await airline.RestartAsync();
            await journey.Page.ReloadAsync();

            Assert.Equal(seat, await journey.Page.Locator(".pay .table tbody td").Last.InnerTextAsync());
            await journey.PayButton.ClickAsync();
            await journey.IsConfirmedAsync("New York");
            Assert.Equal(seat, await journey.Page.Locator(".table tbody td").Last.InnerTextAsync());
        }
        finally
        {
            await airline.DisposeAsync();
        }
    }

    [Fact]
    public async Task Going_back_after_paying_says_that_it_is_booked_and_does_not_book_again()
    {
        await using var airline = await RunningAirline.OpenAsync();
        await using var visit = await VisitAsync(airline);
        var journey = new BookingJourney(visit);
        await journey.ToPaymentAsync(adults: 1, route: Route, date: Day);
        await journey.PayButton.ClickAsync();
        await journey.IsConfirmedAsync("New York");
        var locator = await journey.LocatorAsync();

        await journey.Page.GoBackAsync();
        await journey.Page.ReloadAsync();
        await journey.Page.GetByText("This trip is booked").WaitForAsync();
        await journey.PayButton.ClickAsync();

        await journey.IsConfirmedAsync("New York");
        Assert.Equal(locator, await journey.LocatorAsync());
    }

    private Task<Visit> VisitAsync(RunningAirline airline) =>
        Visit.BeginAsync(_browser ?? throw new InvalidOperationException("The browser is not open."), airline.Address, javaScript: true, width: 1440, dark: false);
}
