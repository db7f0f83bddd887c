using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Seats;

/// <summary>Which free seats the list shows.</summary>
/// <param name="Window">Only at a window.</param>
/// <param name="Aisle">Only at an aisle; with both, either.</param>
/// <param name="Legroom">Only with extra legroom.</param>
/// <param name="Cheapest">Only at the lowest price there is.</param>
public sealed record SeatFilter(bool Window = false, bool Aisle = false, bool Legroom = false, bool Cheapest = false)
{
    public const string WindowField = "window", AisleField = "aisle", LegroomField = "legroom", CheapestField = "cheapest";

    /// <summary>As a form sends it: a box that is ticked is there.</summary>
    public static SeatFilter Read(IQueryCollection query) =>
        new(query.ContainsKey(WindowField), query.ContainsKey(AisleField), query.ContainsKey(LegroomField), query.ContainsKey(CheapestField));

    internal IEnumerable<PlannedSeat> Of(DrawnSeats seats)
    {
        var free = seats.Plan.Seats.Where(seat => seats.IsFree(seat) && SuitsPlace(seat.Traits)).ToList();
        if (!Cheapest || free.Count == 0) return free;
        var lowest = free.Min(seat => seat.Price.MinorUnits);
        return free.Where(seat => seat.Price.MinorUnits == lowest);
    }

    private bool SuitsPlace(SeatTraits traits) =>
        (!Window && !Aisle || Window && traits.HasFlag(SeatTraits.Window) || Aisle && traits.HasFlag(SeatTraits.Aisle)) && (!Legroom || traits.HasFlag(SeatTraits.ExtraLegroom));
}
