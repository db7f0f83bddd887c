using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>A priced itinerary for a party. Its id is a signed text that holds all of it; nothing is stored.</summary>
/// <remarks>Total is base plus taxes exactly, for the whole party and all slices; the passengers sum to the same.</remarks>
public sealed record Offer(
    string Id,
    DateTimeOffset ExpiresAt,
    Money Total,
    Money Base,
    IReadOnlyList<TaxAmount> Taxes,
    FareFamily Family,
    Cabin Cabin,
    FareConditions Conditions,
    IReadOnlyList<BaggageAllowance> Baggage,
    int EmissionsKg,
    int EmissionsKgPerPassenger,
    IReadOnlyList<OfferSlice> Slices,
    IReadOnlyList<PassengerPrice> Passengers,
    IReadOnlyList<FamilyOffer> OtherFamilies);

/// <summary>One way of a journey: flights that follow each other.</summary>
public sealed record OfferSlice(AirportCode Origin, AirportCode Destination, IReadOnlyList<OfferSegment> Segments)
{
    public int Stops => Segments.Count - 1;

    public TimeSpan Duration => Segments[^1].ArrivesAt - Segments[0].DepartsAt;
}

/// <summary>One flight of an offer; local times stand beside their zones.</summary>
public sealed record OfferSegment(
    FlightId FlightId,
    FlightNumber FlightNumber,
    string OperatingCarrier,
    AirportCode Origin,
    AirportCode Destination,
    DateTime DepartingAt,
    DateTime ArrivingAt,
    string OriginTimeZone,
    string DestinationTimeZone,
    DateTimeOffset DepartsAt,
    DateTimeOffset ArrivesAt,
    string Aircraft,
    bool SameAircraft,
    string BookingClass,
    int SeatsLeft);

/// <summary>One tax of the whole party, by its two-letter code.</summary>
public sealed record TaxAmount(string Code, string Name, Money Amount);

/// <summary>What one passenger pays.</summary>
public sealed record PassengerPrice(PassengerType Type, Money Base, Money Taxes, Money Total);

/// <summary>Another fare family of the same flights.</summary>
public sealed record FamilyOffer(FareFamily Family, string OfferId, Money Total);

/// <summary>Light, Classic or Flex: what a fare allows besides the flight.</summary>
public enum FareFamily { Light, Classic, Flex }

/// <summary>May it be done, and what it costs each passenger; no penalty stands when it may not.</summary>
public sealed record FareCondition(bool Allowed, Money? Penalty);

/// <summary>The conditions for changing and refunding.</summary>
public sealed record FareConditions(FareCondition Change, FareCondition Refund);

public enum BaggageType { Personal, Cabin, Checked }

/// <summary>Bags that each passenger with a seat may bring.</summary>
public sealed record BaggageAllowance(BaggageType Type, int Quantity);
