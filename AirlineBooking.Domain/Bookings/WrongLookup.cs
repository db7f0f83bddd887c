namespace AirlineBooking.Domain.Bookings;

/// <summary>Somebody guessed wrong: from where and at which locator, by digests, kept for a day.</summary>
public sealed class WrongLookup
{
    public const int DigestLength = 32;

    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Address { get; init; }
    public required string Locator { get; init; }
}

/// <summary>What cancelling would give back, for as long as the quote lives.</summary>
public sealed class CancellationQuote
{
    public const int PartsLength = 4000;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>How long a quote that nobody confirmed is kept after it ended.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public required CancellationId Id { get; init; }
    public required BookingId BookingId { get; init; }

    /// <summary>The booking's version that it was reckoned from: after any change it counts no more.</summary>
    public required long BookingVersion { get; init; }

    /// <summary>Passenger and slice of each part, as "0:0 0:1 1:0".</summary>
    public required string Parts { get; init; }
    public required long Refund { get; init; }
    public required long Penalty { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
}
