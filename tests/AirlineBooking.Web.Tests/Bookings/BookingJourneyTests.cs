using AirlineBooking.Domain;
using AirlineBooking.Web.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AirlineBooking.Web.Tests.Bookings;

[Collection(Browsing.Name)]
public sealed class BookingJourneyTests(BrowsedAirline browsed)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task A_trip_is_booked_with_seats_and_every_step_can_be_used_by_everybody(int width)
    {
        await using var visit = await browsed.VisitAsync(width: width);
        var journey = new BookingJourney(visit);

        await journey.BeginAsync();
        await journey.CanBeUsedAsync("passengers");
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Continue to seats" }).ClickAsync();
        await journey.Page.ArrivesAtAsync("/passengers?check=1");
        await journey.CanBeUsedAsync("passengers with problems");
        await journey.NamePeopleAsync();
        await journey.SendPeopleAsync();
        await visit.IsLiveAsync();
        await journey.CanBeUsedAsync("seats");
        await journey.TakeBestSeatsAsync();
        await journey.CanBeUsedAsync("pay");
        await journey.PayButton.ClickAsync();
        await journey.IsConfirmedAsync();
        await journey.CanBeUsedAsync("confirmation");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(820)]
    [InlineData(1440)]
    public async Task Nothing_lies_over_the_seat_that_has_the_focus(int width)
    {
        await using var visit = await browsed.VisitAsync(width: width);
        var journey = new BookingJourney(visit);
        await journey.BeginAsync();
        await journey.NamePeopleAsync();
        await journey.SendPeopleAsync();
        await visit.IsLiveAsync();

        await visit.Page.Locator(".plane [tabindex='0']").FocusAsync();
        foreach (var (first, onward) in new[] { ("Control+Home", "ArrowDown"), ("Control+End", "ArrowUp") })
        {
            await visit.Page.Keyboard.PressAsync(first);
            for (var (before, now) = ("", await visit.FocusedAsync()); now != before; (before, now) = (now, await visit.FocusedAsync()))
            {
                Assert.True(await IsSeenAsync(visit.Page), $"{now} is covered or out of sight.");
                await visit.Page.Keyboard.PressAsync(onward);
            }
        }
    }

    [Fact]
    public async Task A_trip_is_booked_without_JavaScript()
    {
        await using var visit = await browsed.VisitAsync(javaScript: false);
        var journey = new BookingJourney(visit);

        await journey.ToPaymentAsync();
        await journey.PayButton.ClickAsync();

        await journey.IsConfirmedAsync();
        Assert.Matches("^[A-Z2-9]{6}$", await journey.LocatorAsync());
    }

    [Fact]
    public async Task A_card_that_is_declined_keeps_everything_and_another_one_pays()
    {
        await using var visit = await browsed.VisitAsync();
        var journey = new BookingJourney(visit);

        await journey.ToPaymentAsync(withSeats: true);
        await journey.ChooseCardAsync("tok_declined");
        await journey.PayButton.ClickAsync();
        await journey.Page.GetByText("The payment did not go through").WaitForAsync();
        await journey.Page.GetByText("Your 2 seats are still held.").WaitForAsync();
        await journey.CanBeUsedAsync("declined");
        await journey.ChooseCardAsync("tok_visa");
        await journey.PayButton.ClickAsync();

        await journey.IsConfirmedAsync();
    }

    [Theory]
    [InlineData("Confirm payment", "You’re going to Singapore")]
    [InlineData("Refuse", "Not paid yet")]
    public async Task A_bank_that_asks_is_answered_and_the_trip_says_what_became_of_it(string button, string heading)
    {
        await using var visit = await browsed.VisitAsync();
        var journey = new BookingJourney(visit);

        await journey.ToPaymentAsync();
        await journey.ChooseCardAsync("tok_challenge");
        await journey.PayButton.ClickAsync();
        await journey.Page.ArrivesAtAsync("/payments/sandbox/*");
        await journey.CanBeUsedAsync("the bank's page");
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        await journey.Page.ArrivesAtAsync("/confirmation");
        await journey.Page.GetByRole(AriaRole.Heading, new() { Name = heading }).WaitForAsync();
        await journey.CanBeUsedAsync(heading);
    }

    [Fact]
    public async Task Pressing_pay_twice_books_once()
    {
        await using var visit = await browsed.VisitAsync(javaScript: false);
        var journey = new BookingJourney(visit);
        await journey.ToPaymentAsync(date: "2027-03-05");
        var before = await BookingsAsync(new DateOnly(2027, 3, 5));

        // As a browser sends a form again whose answer it did not see.
        var (action, fields) = (await journey.Page.Locator("form[data-once]").GetAttributeAsync("action") ?? "", await FieldsAsync(journey.Page));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => journey.Page.Context.APIRequest.PostAsync(new Uri(browsed.Airline.Address, action).ToString(), new() { Form = Form(journey.Page, fields), MaxRedirects = 0 })));

        Assert.All(answers, answer => Assert.Equal(303, answer.Status));
        Assert.Single(answers.Select(answer => answer.Headers["location"]).Distinct());
        Assert.Equal(before + 1, await BookingsAsync(new DateOnly(2027, 3, 5)));
    }

    [Fact]
    public async Task A_double_click_on_pay_sends_one_form_books_once_and_ends_at_the_confirmation()
    {
        await using var visit = await browsed.VisitAsync();
        var journey = new BookingJourney(visit);
        await journey.ToPaymentAsync(date: "2027-03-09");
        var (before, sent) = (await BookingsAsync(new DateOnly(2027, 3, 9)), 0);
        journey.Page.Request += (_, request) => sent += request.Method == "POST" && request.Url.EndsWith("/payment", StringComparison.Ordinal) ? 1 : 0;

        // At a finger's pace: two clicks in one go would be one form to the browser itself.
        await journey.PayButton.DblClickAsync(new() { Delay = 60 });

        await journey.IsConfirmedAsync();
        Assert.Equal((1, before + 1), (sent, await BookingsAsync(new DateOnly(2027, 3, 9))));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task What_was_typed_is_there_again_and_the_private_link_opens_it_elsewhere()
    {
        await using var visit = await browsed.VisitAsync();
        await using var other = await browsed.VisitAsync();
        var journey = new BookingJourney(visit);
        await journey.ToPaymentAsync();
        var address = journey.Page.Url;
        await journey.Page.GetByText("Finish on another device").ClickAsync();
        var link = await journey.Page.Locator(".private-link").InnerTextAsync();

        await other.GoAsync(address);
        var closed = await other.HeadingAsync();
        await other.GoAsync(link);

        Assert.Equal("This booking is not open here", closed);
        Assert.Equal("Review and pay", await other.HeadingAsync());
        await journey.Page.GoBackAsync();
        await visit.GoAsync(address.Replace("/pay", "/passengers", StringComparison.Ordinal));
        Assert.Equal("Zoë", await journey.Page.InputValueAsync("[name=p0-given]"));
    }

    [Fact]
    public async Task A_name_in_another_script_asks_for_the_passports_spelling_while_it_is_typed()
    {
        await using var visit = await browsed.VisitAsync();
        var journey = new BookingJourney(visit);
        await journey.BeginAsync(adults: 1);

        await journey.Page.FillAsync("[name=p0-given]", "小明");
        await journey.Page.FillAsync("[name=p0-family]", "王");
        await journey.Page.Locator("[name=p0-ticket-given]").FillAsync("XIAOMING");
        await journey.Page.Locator("[name=p0-ticket-family]").FillAsync("WANG");

        await journey.Page.GetByText("WANG / XIAOMING").WaitForAsync();
        Assert.Empty(visit.Faults);
    }

    private static Task<bool> IsSeenAsync(IPage page) => page.EvaluateAsync<bool>(
        """
        () => {
          const seat = document.activeElement, box = seat.getBoundingClientRect(), middle = box.left + box.width / 2;
          return [box.top + 2, box.bottom - 2].every(y => seat.contains(document.elementFromPoint(middle, y)));
        }
        """);

    private async Task<int> BookingsAsync(DateOnly date)
    {
        await using var db = await browsed.Airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();
        var flights = await db.Flights.AsNoTracking().Where(flight => flight.Date == date).Select(flight => flight.Id).ToListAsync();
        return await db.Coupons.AsNoTracking().Where(coupon => flights.Contains(coupon.FlightId)).Select(coupon => coupon.BookingId).Distinct().CountAsync();
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(IPage page)
    {
        var fields = new Dictionary<string, string>();
        foreach (var input in await page.Locator("form[data-once] input[type=hidden]").AllAsync()) fields[await input.GetAttributeAsync("name") ?? ""] = await input.GetAttributeAsync("value") ?? "";
        fields["card"] = "tok_visa";
        return fields;
    }

    private static IFormData Form(IPage page, Dictionary<string, string> fields)
    {
        var form = page.Context.APIRequest.CreateFormData();
        foreach (var (name, value) in fields) form.Set(name, value);
        return form;
    }
}
