using System.Security.Cryptography;
using System.Text;

namespace AirlineBooking.Domain.Seats;

/// <summary>Who holds seats, as far as limits go.</summary>
/// <param name="Key">A browser's or an account's key; a guest of the API has none, and each hold is its own holder.</param>
/// <param name="Address">A digest of the address that limits count by, or none when they do not count it.</param>
public sealed record Holder(string? Key, string? Address)
{
    public const int MostSeatsAHold = 9;
    public const int MostSeatsOnAFlight = 9;
    public const int MostFlights = 18;
    public const int MostSeatsOnAFlightByAddress = 18;
    public const int MostSeatsByAddress = 60;

    /// <summary>A short digest, so that no address is stored.</summary>
    public static string DigestOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"holder of seats {address}")).AsSpan(0, SeatHold.AddressLength / 2));
}
