using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>All that an offer's id says: which flights in which cabin, family and class, for whom, at what total, since which minute.</summary>
/// <param name="IssueMinute">Whole minutes since 1970 in UTC.</param>
/// <param name="Party">Who flies.</param>
/// <param name="Cabin">Where they sit.</param>
/// <param name="Family">What the fare allows.</param>
/// <param name="Paths">The flights, one path a slice; the families of one itinerary share them.</param>
/// <param name="Total">What the party pays for all slices.</param>
public readonly record struct OfferTerms(long IssueMinute, Party Party, Cabin Cabin, FareFamily Family, OfferPath[] Paths, Money Total)
{
    /// <summary>How long an offer lives from the minute it was issued at.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(21);

    /// <summary>From this instant on the offer has expired.</summary>
    public DateTimeOffset ExpiresAt => DateTimeOffset.UnixEpoch.AddMinutes(IssueMinute) + Lifetime;

    /// <summary>The minute in which something is issued.</summary>
    public static long MinuteOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 60;
}

/// <summary>The flights of one slice, the class they are sold in, and at which of them passengers stay on board the aircraft before.</summary>
/// <param name="Flights">In the order they are flown.</param>
/// <param name="Rank">The class rank of the whole slice.</param>
/// <param name="SameAircraft">Bit i is set when flight i goes on with the aircraft of the flight before it.</param>
public sealed record OfferPath(FlightId[] Flights, int Rank, int SameAircraft)
{
    public const int MostFlights = 8;

    public bool StaysOnBoardAt(int flight) => (SameAircraft >> flight & 1) != 0;
}
