using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Tests.Seats;

public sealed class SeatNumberTests
{
    [Theory]
    [InlineData("12C")]
    [InlineData("12c")]
    [InlineData(" 12 C ")]
    [InlineData("012C")]
    public void A_seat_is_read_however_it_is_typed(string text) => Assert.Equal("12C", SeatNumber.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("C")]
    [InlineData("12")]
    [InlineData("0A")]
    [InlineData("-1A")]
    [InlineData("200A")]
    [InlineData("12É")]
    [InlineData("12CC")]
    public void What_is_no_seat_is_not_read(string? text) => Assert.False(SeatNumber.TryParse(text, out _));

    [Fact]
    public void Seats_come_by_row_and_then_by_letter() =>
        Assert.Equal(["2F", "10A", "10B"], new[] { "10B", "2F", "10A" }.Select(SeatNumber.Parse).Order().Select(seat => seat.ToString()));
}
