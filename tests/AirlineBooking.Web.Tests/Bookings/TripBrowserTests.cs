using AirlineBooking.Domain.Payments;
using AirlineBooking.Web.Tests.Browser;
using AirlineBooking.Web.Tests.Support;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Bookings;

public sealed class TripBrowserTests(TripStates trips) : IClassFixture<TripStates>
{
    public static TheoryData<string> Names() => [.. TripStates.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Can_be_used_by_everybody_at_every_width(string name)
    {
        await using var visit = await trips.OpenAsync(name);
        await visit.IsAccessibleAsync(name);
        await visit.IsWholeAsync(name, 320, 360, 390, 820, 1440);
    }

    [Theory]
    [InlineData("trip with stops")]
    [InlineData("confirmation with stops")]
    [InlineData("boarding pass")]
    public async Task Is_whole_on_a_phone_with_larger_text(string name)
    {
        await using var visit = await trips.OpenAsync(name);
        await visit.Page.EvaluateAsync("document.documentElement.style.fontSize = '150%'");
        await visit.IsWholeAsync(name, 390);
    }

    [Theory]
    [InlineData("trip with stops")]
    [InlineData("confirmation with stops")]
    public async Task A_table_that_is_too_wide_scrolls_in_its_own_frame(string name)
    {
        await using var visit = await trips.OpenAsync(name);
        await visit.Page.SetViewportSizeAsync(390, 844);

        Assert.True(await visit.Page.Locator(".scroll-x").First.EvaluateAsync<bool>("frame => frame.scrollWidth > frame.clientWidth"));
    }

    [Fact]
    public async Task Without_JavaScript_what_comes_back_is_shown_too()
    {
        await using var visit = await trips.OpenAsync("what comes back", javaScript: false);

        Assert.Contains("what comes back", await visit.Page.Locator("#h-back").InnerTextAsync(), StringComparison.Ordinal);
        Assert.EndsWith("/cancel#what-back", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_map_shows_where_the_party_sits()
    {
        await using var visit = await trips.OpenAsync("seats");

        Assert.Equal(["41D", "41E", "41G"], await visit.Page.Locator(".plane .seat.mine").EvaluateAllAsync<string[]>("seats => seats.map(seat => seat.ariaLabel.split(',')[0])"));
    }

    [Fact]
    public async Task A_seat_on_the_map_moves_the_passenger_by_the_card_and_one_that_costs_more_clears_the_choice()
    {
        await using var visit = await trips.OpenAsync("lookup");
        var trip = await trips.Airline.BookAsync(new(1, 0, 0), seats: ["44D"]);
        await visit.Page.FillAsync("#locator", trip.Booking.Locator.ToString());
        await visit.Page.FillAsync("#surname", TripDesk.FamilyName);
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.ArrivesAtAsync(Links.Trip(trip.Booking.Locator));
        await visit.GoAsync(Links.TripSeats(trip.Booking.Locator, trip.Sold.Segments.First().FlightId));
        await visit.IsLiveAsync();

        await visit.Seat("45E").ClickAsync();
        var chosen = await visit.Page.InputValueAsync("#seat");
        await visit.Seat("27D").ClickAsync();
        Assert.Equal(("45E", ""), (chosen, await visit.Page.InputValueAsync("#seat")));
        Assert.Contains("costs more, not sold here", await visit.Page.Locator(".seat-card .about").InnerTextAsync(), StringComparison.Ordinal);

        await visit.Seat("45E").ClickAsync();
        Assert.Equal("", await visit.Page.Locator(".seat-card .price").InnerTextAsync());
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Move Zoë to 45E" }).ClickAsync();
        await visit.Page.GetByText("Seat 45E is yours").WaitForAsync();
    }

    [Fact]
    public async Task A_page_that_waits_for_the_bank_changes_by_itself()
    {
        await using var visit = await trips.OpenAsync("trip waiting");
        var late = await trips.Airline.BookAsync(new(1, 0, 0), token: "tok_late_webhook");
        await visit.GoAsync(Links.Trips);
        await visit.Page.FillAsync("#locator", late.Booking.Locator.ToString());
        await visit.Page.FillAsync("#surname", TripDesk.FamilyName);
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.GetByText("Your payment is being settled").WaitForAsync();

        for (var round = 0; round < 4; round++)
        {
            await trips.Airline.Get<SandboxGateway>().TellAsync(default);
            await trips.Airline.Get<SettlePayments>().RunAsync(default);
            trips.Airline.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await visit.Page.GetByText("Paid, tickets issued").WaitForAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_goes_from_the_reference_to_what_comes_back()
    {
        await using var visit = await trips.OpenAsync("trip");
        await visit.Page.Locator("a[href$='/cancel']").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("input[name=what]:checked").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.Page.Locator("#h-back").WaitForAsync();
        Assert.Contains("Only the way out", await visit.Page.Locator("#h-back").InnerTextAsync(), StringComparison.Ordinal);
    }
}
