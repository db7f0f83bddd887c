using System.Collections.Immutable;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

public enum PlaceKind { Airport, City }

/// <summary>Where a trip can begin or end: one airport, or a city with all of its airports, the busiest first.</summary>
public sealed record Place(PlaceKind Kind, AirportCode Code, string Name, string City, string Country, ImmutableArray<Airport> Airports)
{
    /// <summary>The airport itself, or the city's busiest: its position and zone stand for the city's.</summary>
    public Airport Main => Airports[0];

    public string TimeZone => Main.TimeZone;

    public bool Has(AirportCode airport)
    {
        foreach (var one in Airports)
        {
            if (one.Code == airport) return true;
        }
        return false;
    }

    public bool Equals(Place? other) => other is not null && other.Kind == Kind && other.Code == Code;

    public override int GetHashCode() => HashCode.Combine(Kind, Code);
}
