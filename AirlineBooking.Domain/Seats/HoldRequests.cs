using System.Collections.Concurrent;

namespace AirlineBooking.Domain.Seats;

/// <summary>Counts attempts to hold seats by address: who asks for seats all day holds up everybody else.</summary>
/// <remarks>Counted in this process, by whole minutes. Seats and holds themselves are counted in the database.</remarks>
public sealed class HoldRequests
{
    public const int MostAMinute = 30;

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private long _minute;

    /// <summary>Counts one attempt; false when the address has had its share of this minute.</summary>
    public bool TryCount(string address, DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        if (Interlocked.Exchange(ref _minute, minute) != minute) _counts.Clear();
        return _counts.AddOrUpdate(address, 1, static (_, count) => count + 1) <= MostAMinute;
    }

    /// <summary>How long until the next minute begins.</summary>
    public static TimeSpan RetryAfter(DateTimeOffset now) => TimeSpan.FromSeconds(60 - now.ToUnixTimeSeconds() % 60);
}
