using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Tests.Flights;

public sealed class CheckInWindowTests
{
    private static readonly DateTimeOffset Departs = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(24 * 60 * 60 + 1, CheckInState.NotYetOpen)]
    [InlineData(24 * 60 * 60, CheckInState.Open)]
    [InlineData(45 * 60 + 1, CheckInState.Open)]
    [InlineData(45 * 60, CheckInState.Closed)]
    [InlineData(-60, CheckInState.Closed)]
    public void It_opens_a_day_before_and_closes_at_the_airports_time(int secondsBefore, CheckInState state)
    {
        var window = CheckInWindow.Of(Departs, cutOffMinutes: 45);

        Assert.Equal(state, window.StateAt(Departs.AddSeconds(-secondsBefore)));
        Assert.Equal(state is CheckInState.Open, window.IsOpen(Departs.AddSeconds(-secondsBefore)));
    }
}
