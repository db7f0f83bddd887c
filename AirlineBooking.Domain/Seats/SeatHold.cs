using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Seats;

/// <summary>Seats of one flight that somebody holds while deciding. Its claims say which.</summary>
public sealed class SeatHold
{
    public const int AddressLength = 32;
    public const int OfferLength = 1500;
    public const int PricesLength = 600;
    public const int MostExtensions = 10;

    /// <summary>How long seats are held, at first and after each extension.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>An ended hold is remembered for a day, so that its owner is told that it ran out rather than that it never was.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public required HoldId Id { get; init; }
    public required FlightId FlightId { get; init; }
    public required string Holder { get; init; }

    /// <summary>A digest of the guest's address, for the limits that count by it.</summary>
    public string? Address { get; init; }

    /// <summary>The offer whose price is kept while the hold lives.</summary>
    public string? OfferId { get; init; }

    /// <summary>The price of each seat when it was held, as "12A=1800 12B=1800" in minor units.</summary>
    public required string Prices { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public int Extensions { get; init; }
}
