using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Search;

[Collection(Looking.Name)]
public sealed class ResultsPageTests(SharedAirline shared)
{
    [Theory]
    [InlineData("LON", "JFK", "London to New York")]
    [InlineData("LHR", "JFK", "London to New York")]
    [InlineData("LTN", "SIN", "London Luton to Singapore")]
    public async Task An_airport_that_is_not_its_citys_first_is_called_by_its_name(string from, string to, string heading) =>
        Assert.Contains($"<h1>{heading}</h1>", await PageAsync($"from={from}&to={to}"), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_to_sort_or_choose_from_stands_above_an_empty_page()
    {
        var page = await PageAsync("from=AAA&to=SIN");

        Assert.Contains("We have nothing from Anaa to Singapore in the weeks around it. Change the search, or see where we fly.", page, StringComparison.Ordinal);
        Assert.Contains(">Change the search</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort by", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Show only", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_itinerary_has_no_order_and_no_filters()
    {
        var page = await PageAsync("from=LHR&to=SIN");

        Assert.Contains("1 itinerary.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort by", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Show only", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lowest price", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_would_leave_out_all_or_nothing_is_not_offered()
    {
        var page = await PageAsync("from=LHR&to=JFK");

        Assert.Contains(">Leave after 09:00</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Direct only</a>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&after=17:00", "2 itineraries.", 0)]
    [InlineData("&after=15:00", "3 itineraries.", 1)]
    public async Task The_lowest_price_is_named_where_others_cost_more(string filter, string count, int named)
    {
        var page = await PageAsync("from=LHR&to=JFK", filter);

        Assert.Contains(count, page, StringComparison.Ordinal);
        Assert.Equal(named, page.Split(">Lowest price</span>").Length - 1);
    }

    [Fact]
    public async Task What_is_chosen_can_be_let_go_when_it_leaves_nothing()
    {
        var page = await PageAsync("from=LHR&to=JFK", "&after=23:30");

        Assert.Contains("No flight of this day fits what you chose to see.", page, StringComparison.Ordinal);
        Assert.Contains("Show only", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort by", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/flights/calendar?from=LHR&to=SIN&out=2027-02-12&back=9999-12-31")]
    [InlineData("/flights?from=LHR&to=SIN&out=2027-02-12&back=9999-12-31&trip=return&flexible=1")]
    [InlineData("/flights?from=LHR&to=SIN&out=9999-12-31&adults=1")]
    public async Task A_year_that_was_mistyped_is_said_beside_the_day(string address)
    {
        using var answer = await shared.Airline.Client.GetAtAsync(address);
        // The calendar leaves it to the search page to explain.
        var page = answer.Headers.Location is { } there ? await shared.Airline.Client.GetStringAsync(there) : await answer.Content.ReadAsStringAsync();

        Assert.Contains("Fri 31 Dec 9999 is not on sale yet.", page, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string search, string filter = "") =>
        await shared.Airline.Client.GetStringAsync($"/flights?{search}&out={SomeFlights.Date:yyyy-MM-dd}&adults=1{filter}");
}
