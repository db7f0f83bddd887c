using AirlineBooking.Domain.Bookings;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Bookings;

public sealed class TicketNumberTests
{
    [Theory]
    [InlineData("1252106312810", 3)]
    [InlineData("2202123456789", 4)]
    [InlineData("9321000000001", 4)]
    [InlineData("0142312345678", 6)]
    public void The_check_digit_is_the_number_modulo_seven(string number, int digit) => Assert.Equal(digit, TicketNumber.Parse(number).CheckDigit);

    [Theory]
    [InlineData("125-2106312810")]
    [InlineData(" 125 2106 312 810 ")]
    [InlineData("12521063128103")]
    [InlineData("125-2106312810-0")]
    public void It_is_read_with_dashes_and_with_either_check_digit(string text) => Assert.Equal("1252106312810", TicketNumber.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("125210631281")]
    [InlineData("12521063128101")]
    [InlineData("125210631281000")]
    [InlineData("125-210631281A")]
    public void What_is_none_is_not_read(string? text) => Assert.False(TicketNumber.TryParse(text, out _));

    [Fact]
    public void Airline_and_serial_number_make_thirteen_digits_and_come_back() => Gen.Select(Gen.Int[0, 999], Gen.Long[0, TicketNumber.HighestSerial]).Sample((airline, serial) =>
    {
        var number = TicketNumber.Of(airline.ToString("D3", null), serial);
        Assert.Equal((TicketNumber.Digits, serial), (number.ToString().Length, number.Serial));
        Assert.Equal(number, TicketNumber.Parse(number.ToDisplay()));
        Assert.Equal(number, TicketNumber.Parse($"{number}{number.CheckDigit}"));
    });

    [Fact]
    public void A_prefix_keeps_its_zeros() => Assert.Equal("014-0000000007", TicketNumber.Of("014", 7).ToDisplay());
}
