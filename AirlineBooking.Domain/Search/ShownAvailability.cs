using AirlineBooking.Domain.Fares;

namespace AirlineBooking.Domain.Search;

/// <summary>What a change of a cabin's counter does to what searches show of it: the lowest class open for a party, and the seats left in it.</summary>
internal static class ShownAvailability
{
    /// <summary>True when anything that is shown changes. Seats are shown up to nine and a party has up to nine, so only the last nine of each class count.</summary>
    public static bool Changes(ReadOnlySpan<ushort> limits, int before, int after)
    {
        for (var rank = 0; rank < limits.Length; rank++)
        {
            if (BookingLimitsTable.SeatsLeft(limits, before, rank) != BookingLimitsTable.SeatsLeft(limits, after, rank)) return true;
        }
        return false;
    }

    /// <summary>True when a party of some size is sold another class than before, and so pays another price.</summary>
    public static bool ChangesPrices(ReadOnlySpan<ushort> limits, int before, int after)
    {
        for (var seats = 1; seats <= Party.MostPassengers; seats++)
        {
            if (BookingLimitsTable.LowestOpenRank(limits, before, seats) != BookingLimitsTable.LowestOpenRank(limits, after, seats)) return true;
        }
        return false;
    }
}
