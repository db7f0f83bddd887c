namespace AirlineBooking.Domain.Flights;

/// <summary>Whether passengers can check in.</summary>
public enum CheckInState { NotYetOpen, Open, Closed }

/// <summary>When check-in for a flight opens and when it closes.</summary>
/// <param name="OpensAt">From this instant on it is open.</param>
/// <param name="ClosesAt">From this instant on it is closed.</param>
public readonly record struct CheckInWindow(DateTimeOffset OpensAt, DateTimeOffset ClosesAt)
{
    /// <summary>How long before departure it opens.</summary>
    public static readonly TimeSpan OpensBefore = TimeSpan.FromHours(24);

    /// <summary>The window of a flight that leaves then, from an airport that closes check-in so many minutes before.</summary>
    public static CheckInWindow Of(DateTimeOffset departsAt, int cutOffMinutes) => new(departsAt - OpensBefore, departsAt - TimeSpan.FromMinutes(cutOffMinutes));

    public bool IsOpen(DateTimeOffset now) => StateAt(now) is CheckInState.Open;

    public CheckInState StateAt(DateTimeOffset now) => now >= ClosesAt ? CheckInState.Closed : now >= OpensAt ? CheckInState.Open : CheckInState.NotYetOpen;
}
