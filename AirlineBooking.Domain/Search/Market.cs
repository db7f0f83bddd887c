namespace AirlineBooking.Domain.Search;

/// <summary>When a flight leaves and lands, in UTC minutes.</summary>
internal readonly record struct FlightTimes(int Departs, int Arrives);

/// <summary>By which ladder a cabin of a flight sells, and what was sold. It is small, so that neighbours share a line of the cache.</summary>
internal struct CabinSelling
{
    public ushort Ladder;
    public ushort Sold;
}

/// <summary>Two airports between which something flies. Everything a scan asks of it stands together.</summary>
internal readonly record struct Market
{
    /// <summary>The market's place among all, by origin and there by destination.</summary>
    public required int Index { get; init; }
    public required ushort Origin { get; init; }
    public required ushort Destination { get; init; }
    public required bool IsInternational { get; init; }

    /// <summary>Whether passengers of a flight of the market stay on board as it goes on.</summary>
    public required bool HasJoins { get; init; }

    /// <summary>The shortest flight.</summary>
    public required int ShortestMinutes { get; init; }
}
