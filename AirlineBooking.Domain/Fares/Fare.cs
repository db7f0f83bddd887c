using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>What a market costs in a cabin: the fare of its cheapest booking class for one adult one way, in both directions.</summary>
public sealed class Fare
{
    public long Id { get; init; }

    /// <summary>The end whose code comes first in the alphabet; an airport or a metropolitan area.</summary>
    public required AirportCode Origin { get; init; }
    public required AirportCode Destination { get; init; }
    public required Cabin Cabin { get; init; }

    /// <summary>In minor units of the currency.</summary>
    public required long Amount { get; set; }
    public required CurrencyCode Currency { get; init; }

    /// <summary>The local dates of departure it is for, both included; no end means until further notice.</summary>
    public required DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }
}

/// <summary>One row that counts every change of fares, so that each process knows when to read them again.</summary>
public sealed class FareVersion
{
    public const int OnlyRow = 1;

    public int Id { get; init; } = OnlyRow;
    public long Version { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
}
