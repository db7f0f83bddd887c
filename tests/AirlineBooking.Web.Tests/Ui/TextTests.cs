using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Tests.Ui;

public sealed class TextTests
{
    [Theory]
    [InlineData(284740, "GBP", "£2,847.40")]
    [InlineData(5, "GBP", "£0.05")]
    [InlineData(-3820, "GBP", "−£38.20")]
    [InlineData(12345, "JPY", "¥12,345")]
    [InlineData(1234567, "KWD", "KWD\u00a01,234.567")]
    public void Money_is_written_with_its_currency_and_its_own_digits(long minorUnits, string currency, string text) =>
        Assert.Equal(text, MoneyText.Exact(new Money(minorUnits, CurrencyCode.Parse(currency))));

    [Theory]
    [InlineData(9000, "GBP", "£90")]
    [InlineData(9050, "GBP", "£90.50")]
    [InlineData(0, "GBP", "£0")]
    [InlineData(12345, "JPY", "¥12,345")]
    public void Brief_money_leaves_out_pence_that_are_none(long minorUnits, string currency, string text) =>
        Assert.Equal(text, MoneyText.Brief(new Money(minorUnits, CurrencyCode.Parse(currency))));

    [Fact]
    public void A_rounded_price_never_promises_less_than_is_paid() =>
        Assert.Equal("£2,848", MoneyText.Rounded(new Money(284740, CurrencyCode.Parse("GBP"))));

    [Theory]
    [InlineData("2027-02-12", "2027-02-27", "12–27 Feb 2027")]
    [InlineData("2027-02-27", "2027-03-03", "27 Feb–3 Mar 2027")]
    [InlineData("2026-12-27", "2027-01-03", "27 Dec 2026–3 Jan 2027")]
    [InlineData("2027-02-12", null, "Fri 12 Feb 2027")]
    public void Days_say_no_more_than_is_needed(string first, string? last, string text) =>
        Assert.Equal(text, TimeText.Days(Day(first), last is null ? null : Day(last)));

    [Theory]
    [InlineData("America/New_York", "Mon 30 Nov 2026")]
    [InlineData("Asia/Singapore", "Tue 1 Dec 2026")]
    public void The_day_of_an_instant_is_the_one_at_the_airport(string zone, string text) =>
        Assert.Equal(text, TimeText.DayAndYear(new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero), zone));

    [Theory]
    [InlineData(795, "13 h 15")]
    [InlineData(845, "14 h 05")]
    [InlineData(55, "55 min")]
    [InlineData(1500, "25 h 00")]
    public void Durations_count_hours_beyond_a_day(int minutes, string text) => Assert.Equal(text, TimeText.Duration(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(2, 1, 0, "2\u00a0adults and 1\u00a0child")]
    [InlineData(1, 0, 0, "1\u00a0adult")]
    [InlineData(2, 2, 1, "2\u00a0adults, 2\u00a0children and 1\u00a0infant")]
    public void A_party_is_said_in_words(int adults, int children, int infants, string text) => Assert.Equal(text, PartyText.Who(new Party(adults, children, infants)));

    [Fact]
    public void A_flight_that_goes_on_after_a_stop_is_numbered_once() => Assert.Equal("T0 309, 457", FlightText.Numbers(Slice((309, false), (309, true), (457, false))));

    [Fact]
    public void A_stop_on_board_is_drawn_where_it_is_and_said_to_be_one()
    {
        var stops = FlightText.Stops(Slice((309, false), (309, true), (457, false)));

        Assert.Equal([(true, TimeSpan.FromHours(1)), (false, TimeSpan.FromHours(1))], stops.Select(stop => (stop.OnBoard, stop.Wait)));
        Assert.Equal("--at:40%;--len:20%", FlightText.Stops(Slice((309, false), (309, true)))[0].Place);
    }

    [Fact]
    public void A_share_of_a_line_stays_a_number_when_the_line_has_no_length() => Assert.Equal("0%", TimeText.Percent(TimeSpan.FromHours(1), TimeSpan.Zero));

    // Flights of two hours with an hour on the ground between them.
    private static OfferSlice Slice(params (int Number, bool OnBoard)[] flights)
    {
        var (from, to, start) = (AirportCode.Parse("LHR"), AirportCode.Parse("SIN"), new DateTimeOffset(2027, 2, 12, 8, 0, 0, TimeSpan.Zero));
        return new OfferSlice(from, to, [.. flights.Select((flight, i) =>
        {
            var departs = start.AddHours(3 * i);
            return new OfferSegment(default, FlightNumber.Parse($"T0{flight.Number}"), "T0", from, to, departs.DateTime, departs.AddHours(2).DateTime,
                "UTC", "UTC", departs, departs.AddHours(2), "A359", flight.OnBoard, "Y", 9);
        })]);
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
