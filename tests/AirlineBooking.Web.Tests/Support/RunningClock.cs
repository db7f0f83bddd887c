namespace AirlineBooking.Web.Tests.Support;

/// <summary>A clock that runs like those on the wall, from where the tests begin, and can be put forward: for what has to be seen in real time.</summary>
internal sealed class RunningClock : TimeProvider
{
    private long _aheadTicks = (RunningAirline.Start - System.GetUtcNow()).Ticks;

    private TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public void PutForward(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);

    /// <summary>When the clocks on the wall, such as a browser's, show what this one calls so.</summary>
    public DateTimeOffset OnTheWall(DateTimeOffset at) => at - Ahead;
}
