using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Flights;

/// <summary>Who said what we know of an airport: our own reference files, or the operator, whose word stands.</summary>
public enum AirportSource { Reference, Import }

/// <summary>An airport with scheduled service. Positions are WGS 84 degrees; the zone is an IANA name.</summary>
public sealed class Airport
{
    public const int NameLength = 120;
    public const int CityLength = 80;
    public const int TimeZoneLength = 40;

    public required AirportCode Code { get; init; }
    public string? Icao { get; set; }
    public required string Name { get; set; }
    public required string City { get; set; }

    /// <summary>The metropolitan area it belongs to (LHR to LON), or none.</summary>
    public AirportCode? MetropolitanArea { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }
    public required double Latitude { get; set; }
    public required double Longitude { get; set; }
    public required string TimeZone { get; set; }
    public AirportSource Source { get; set; }
}

/// <summary>Several airports sold under one code: LON is Heathrow, Gatwick, Stansted and others.</summary>
public sealed class MetropolitanArea
{
    public required AirportCode Code { get; init; }
    public required string Name { get; set; }
    public required string Country { get; set; }
}

/// <summary>A carrier, known by its two-character designator.</summary>
public sealed class Airline
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public string? Icao { get; set; }

    /// <summary>The three digits its ticket numbers begin with.</summary>
    public string? TicketingPrefix { get; set; }
}

/// <summary>A type of aircraft, known by its ICAO designator.</summary>
public sealed class AircraftType
{
    public required string Icao { get; init; }
    public string? Iata { get; set; }
    public required string Name { get; set; }
    public int TypicalSeats { get; set; }

    /// <summary>"narrow", "wide", "regional", "turboprop" and the like.</summary>
    public string? Category { get; set; }

    /// <summary>What the whole aircraft burns in cruise, or none when it is not known.</summary>
    public double? FuelKilogramsPerKilometre { get; set; }
}
