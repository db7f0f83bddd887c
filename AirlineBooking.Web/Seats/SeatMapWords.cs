using System.Text;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Ui;

namespace AirlineBooking.Web.Seats;

/// <summary>What the seat map says.</summary>
internal static class SeatMapWords
{
    /// <summary>A cot, as in the legend.</summary>
    public const string Bassinet =
        """<svg viewBox="0 0 20 12" width="20" height="12" aria-hidden="true"><path d="M1 2h18l-1.5 6a3 3 0 0 1-3 2.5H5.5a3 3 0 0 1-3-2.5Zm1.8 1.4.9 4.3a1.7 1.7 0 0 0 1.7 1.4h9.2a1.7 1.7 0 0 0 1.7-1.4l.9-4.3Z"/></svg>""";

    /// <summary>12C, aisle, extra legroom, £18, available. What cannot be had has no price.</summary>
    public static string Name(PlannedSeat seat, SeatState state) =>
        $"{seat.Number}, {Kind(seat.Traits)}{(state is SeatState.Available ? $", {Price(seat.Price)}" : "")}, {State(state)}";

    /// <summary>aisle, extra legroom, exit row</summary>
    public static string Kind(SeatTraits traits)
    {
        var words = new StringBuilder(40);
        words.Append(
            traits.HasFlag(SeatTraits.Window | SeatTraits.Aisle) ? "window and aisle"
            : traits.HasFlag(SeatTraits.Window) ? "window"
            : traits.HasFlag(SeatTraits.Aisle) ? "aisle"
            : "middle");
        if (traits.HasFlag(SeatTraits.ExtraLegroom)) words.Append(", extra legroom");
        if (traits.HasFlag(SeatTraits.ExitRow)) words.Append(", exit row");
        if (traits.HasFlag(SeatTraits.Bassinet)) words.Append(", bassinet row");
        return words.ToString();
    }

    public static string State(SeatState state) => state switch
    {
        SeatState.Available => "available",
        SeatState.Held => "being chosen",
        SeatState.Occupied => "taken",
        SeatState.Blocked => "not for sale",
    };

    /// <summary>£18, £103.50, or that there is nothing to pay.</summary>
    public static string Price(Money price) => price.MinorUnits == 0 ? "no charge" : MoneyText.Brief(price);

    public static string Name(Cabin cabin) => PartyText.Capitalised(PartyText.Name(cabin));

    /// <summary>What stands in front of or behind a group of seats; over a single seat there is room for one toilet and for its word.</summary>
    public static string Name(FacilityKind facility, int seatsWide) => facility switch
    {
        FacilityKind.Galley => "Galley",
        FacilityKind.Lavatory => seatsWide == 1 ? "Toilet" : "Toilets",
        FacilityKind.Closet => "Closet",
        FacilityKind.Stairs => "Stairs",
    };

    /// <summary>Business 1–10, Premium economy 16–19</summary>
    public static string Cabins(IEnumerable<LayoutCabin> cabins) =>
        string.Join(", ", cabins.Select(cabin => $"{Name(cabin.Cabin)} {cabin.Rows[0].Number}–{cabin.Rows[^1].Number}"));
}
