using System.Text.Json.Serialization;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Seats;

/// <summary>What a partner sees of a seat; held by you only where the request names the hold.</summary>
public enum ShownState { Available, Held, HeldByYou, Occupied, Blocked }

/// <summary>A seat map as partners read it, cabin by cabin from the nose.</summary>
public sealed record SeatMapAnswer(FlightId FlightId, long Version, string Aircraft, IReadOnlyList<CabinSeatsAnswer> Cabins)
{
    /// <param name="map">The map as it was read.</param>
    /// <param name="priceOf">What each seat costs; nothing for one that cannot be had.</param>
    public static SeatMapAnswer Of(SeatMap map, Func<SeatNumber, Cabin, Money?> priceOf) =>
        new(map.FlightId, map.Version, map.Aircraft, [.. map.Layout.Cabins.Select(cabin => new MapRows(map, cabin, priceOf).Answer())]);
}

/// <summary>One cabin. Aircraft have one deck so far, number 0.</summary>
public sealed record CabinSeatsAnswer(int Deck, Cabin Cabin, int Aisles, WingsAnswer? Wings, IReadOnlyList<RowAnswer> Rows);

/// <summary>Which rows stand over the wings.</summary>
public sealed record WingsAnswer(int FirstRow, int LastRow);

/// <summary>One row from left to right, in one section more than there are aisles. What stands before or behind a row of seats is a row of its own with the same number.</summary>
public sealed record RowAnswer(int Number, bool ExitRow, IReadOnlyList<SectionAnswer> Sections);

/// <summary>What stands between two aisles.</summary>
public sealed record SectionAnswer(IReadOnlyList<ElementAnswer> Elements);

/// <summary>A seat, or what stands in its place.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SeatElement), "seat")]
[JsonDerivedType(typeof(EmptyElement), "empty")]
[JsonDerivedType(typeof(LavatoryElement), "lavatory")]
[JsonDerivedType(typeof(GalleyElement), "galley")]
[JsonDerivedType(typeof(ClosetElement), "closet")]
[JsonDerivedType(typeof(StairsElement), "stairs")]
[JsonDerivedType(typeof(BassinetElement), "bassinet")]
public abstract record ElementAnswer;

/// <summary>A seat. Its price is absent when it cannot be had, or not with this offer; how long it is held is told to its holder only.</summary>
public sealed record SeatElement(SeatNumber Number, ShownState State, Money? Price, IReadOnlyList<string> Characteristics, DateTimeOffset? HeldUntil) : ElementAnswer;

public sealed record EmptyElement : ElementAnswer;

public sealed record LavatoryElement : ElementAnswer;

public sealed record GalleyElement : ElementAnswer;

public sealed record ClosetElement : ElementAnswer;

public sealed record StairsElement : ElementAnswer;

public sealed record BassinetElement : ElementAnswer;

/// <summary>One seat and what everybody may see of it.</summary>
public sealed record SeatAnswer(SeatNumber Number, SeatState State)
{
    public static IReadOnlyList<SeatAnswer> Each(IReadOnlyList<SeatOnMap> seats) => [.. seats.Select(seat => new SeatAnswer(seat.Number, seat.State))];
}

/// <summary>What changed after a version that the caller knows.</summary>
public sealed record SeatChangesAnswer(long Version, IReadOnlyList<SeatAnswer> Seats);

/// <summary>What changed on the map of a flight, as whoever watches it is told.</summary>
public sealed record SeatsChangedAnswer(FlightId FlightId, long Version, IReadOnlyList<SeatAnswer> Seats)
{
    public static SeatsChangedAnswer Of(SeatsChanged change) => new(change.FlightId, change.Version, SeatAnswer.Each(change.Seats));
}

/// <summary>Some changes can no longer be told: whoever watches reads the map again.</summary>
public sealed record GapAnswer(FlightId FlightId, long Version);
