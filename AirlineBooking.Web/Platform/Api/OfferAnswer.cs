using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>An offer as partners read it.</summary>
public sealed record OfferAnswer(
    string Id,
    DateTimeOffset ExpiresAt,
    Money Total,
    Money Base,
    IReadOnlyList<TaxAmount> Taxes,
    FareFamily FareFamily,
    Cabin Cabin,
    FareConditions Conditions,
    IReadOnlyList<BaggageAllowance> Baggage,
    int EmissionsKg,
    int EmissionsKgPerPassenger,
    IReadOnlyList<SliceAnswer> Slices,
    IReadOnlyList<PassengerPrice> Passengers,
    IReadOnlyList<FamilyAnswer> Families)
{
    public static OfferAnswer Of(Offer offer) => new(
        offer.Id,
        offer.ExpiresAt,
        offer.Total,
        offer.Base,
        offer.Taxes,
        offer.Family,
        offer.Cabin,
        offer.Conditions,
        offer.Baggage,
        offer.EmissionsKg,
        offer.EmissionsKgPerPassenger,
        Each(offer.Slices, SliceAnswer.Of),
        offer.Passengers,
        Each(offer.OtherFamilies, family => new FamilyAnswer(family.OfferId, family.Family, family.Total)));

    internal static TAnswer[] Each<T, TAnswer>(IReadOnlyList<T> items, Func<T, TAnswer> answer)
    {
        var answers = new TAnswer[items.Count];
        for (var i = 0; i < answers.Length; i++) answers[i] = answer(items[i]);
        return answers;
    }
}

/// <summary>One way of a journey.</summary>
public sealed record SliceAnswer(AirportCode Origin, AirportCode Destination, TimeSpan Duration, int Stops, IReadOnlyList<SegmentAnswer> Segments)
{
    public static SliceAnswer Of(OfferSlice slice) =>
        new(slice.Origin, slice.Destination, slice.Duration, slice.Stops, OfferAnswer.Each(slice.Segments, SegmentAnswer.Of));
}

/// <summary>One flight of an offer; local times stand beside their zones.</summary>
public sealed record SegmentAnswer(
    FlightId FlightId,
    FlightNumber FlightNumber,
    string OperatingCarrier,
    AirportCode Origin,
    AirportCode Destination,
    DateTime DepartingAt,
    DateTime ArrivingAt,
    string OriginTimeZone,
    string DestinationTimeZone,
    DateTimeOffset DepartsAtUtc,
    DateTimeOffset ArrivesAtUtc,
    TimeSpan Duration,
    string Aircraft,
    bool SameAircraft,
    string BookingClass,
    int SeatsLeft)
{
    public static SegmentAnswer Of(OfferSegment segment) => new(
        segment.FlightId,
        segment.FlightNumber,
        segment.OperatingCarrier,
        segment.Origin,
        segment.Destination,
        segment.DepartingAt,
        segment.ArrivingAt,
        segment.OriginTimeZone,
        segment.DestinationTimeZone,
        segment.DepartsAt,
        segment.ArrivesAt,
        segment.ArrivesAt - segment.DepartsAt,
        segment.Aircraft,
        segment.SameAircraft,
        segment.BookingClass,
        segment.SeatsLeft);
}

/// <summary>Another fare family of the same flights.</summary>
public sealed record FamilyAnswer(string Id, FareFamily FareFamily, Money Total);

/// <summary>A page of offers; truncated when more itineraries exist than are looked at.</summary>
public sealed record OffersAnswer(IReadOnlyList<OfferAnswer> Data, string? NextCursor, bool Truncated);

/// <summary>The lowest price of each day of a month, for one adult; none where nothing is on sale.</summary>
public sealed record FareCalendarAnswer(IReadOnlyList<DayAnswer> Data);

/// <summary>One day of a fare calendar.</summary>
public sealed record DayAnswer(DateOnly Date, Money? Lowest);
