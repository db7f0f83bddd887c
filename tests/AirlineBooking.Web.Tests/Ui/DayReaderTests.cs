using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Tests.Ui;

public sealed class DayReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("2027-02-12", "2027-02-12")]
    [InlineData("12 feb", "2027-02-12")]
    [InlineData("12 February 2027", "2027-02-12")]
    [InlineData("Fri 12 Feb", "2027-02-12")]
    [InlineData("feb 12th", "2027-02-12")]
    [InlineData("12/2", "2027-02-12")]
    [InlineData("12/2/27", "2027-02-12")]
    [InlineData("12.2.2027", "2027-02-12")]
    [InlineData("  12   FEB ", "2027-02-12")]
    [InlineData("today", "2026-11-30")]
    [InlineData("Tomorrow", "2026-12-01")]
    [InlineData("30 nov", "2026-11-30")]
    [InlineData("29 feb", "2028-02-29")]
    public void A_day_is_read_as_people_write_it(string typed, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DayReader.Read(typed, Today));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("32 feb")]
    [InlineData("12")]
    [InlineData("12/13/14/15")]
    [InlineData("2027-02-30")]
    [InlineData("12 feb 12 feb 12 feb 12 feb 12 feb 12 feb 12 feb")]
    public void What_is_no_day_is_not_guessed(string typed) => Assert.Null(DayReader.Read(typed, Today));

    [Fact]
    public void A_past_year_that_was_written_stays() => Assert.Equal(new DateOnly(2020, 2, 12), DayReader.Read("12 feb 2020", Today));
}
