using System.Runtime.InteropServices;

namespace AirlineBooking.Domain.Search;

/// <summary>Leaves out the itineraries that another one beats, and of equal ones none.</summary>
/// <remarks>
/// A beats B when it departs no earlier, arrives no later, stops no more, costs no more, and one of these is strict. In order
/// of departure, the latest first, what has been seen departs no earlier; of that the stairs keep for each arrival the least cost.
/// </remarks>
internal sealed class Undominated
{
    /// <summary>By arrival, each cheaper than the one before.</summary>
    private readonly List<Step> _stairs = [];

    /// <summary>Leaves out of a list what is beaten and has that many stops; what has fewer is known to be unbeaten.</summary>
    public void Keep(List<Itinerary> itineraries, int stops)
    {
        var all = CollectionsMarshal.AsSpan(itineraries);
        all.Sort(InOrder);
        _stairs.Clear();
        var kept = 0;
        foreach (ref readonly var itinerary in all)
        {
            var below = Below(itinerary.ArrivesMinute);
            if (itinerary.Stops == stops && below >= 0 && _stairs[below].Beats(itinerary)) continue;
            Add(itinerary, below);
            all[kept++] = itinerary;
        }
        CollectionsMarshal.SetCount(itineraries, kept);
    }

    private static int InOrder(Itinerary x, Itinerary y)
    {
        if (x.DepartsMinute != y.DepartsMinute) return y.DepartsMinute.CompareTo(x.DepartsMinute);
        if (x.ArrivesMinute != y.ArrivesMinute) return x.ArrivesMinute.CompareTo(y.ArrivesMinute);
        if (x.Cost != y.Cost) return x.Cost.CompareTo(y.Cost);
        return x.Stops.CompareTo(y.Stops);
    }

    /// <summary>The last step that arrives no later, which of those is the cheapest.</summary>
    private int Below(int arrives)
    {
        var (low, high) = (0, _stairs.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_stairs[middle].Arrives <= arrives) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private void Add(in Itinerary itinerary, int below)
    {
        if (below >= 0 && _stairs[below].Cost <= itinerary.Cost) return;
        var first = below >= 0 && _stairs[below].Arrives == itinerary.ArrivesMinute ? below : below + 1;
        var end = first;
        while (end < _stairs.Count && _stairs[end].Cost >= itinerary.Cost) end++;
        _stairs.RemoveRange(first, end - first);
        _stairs.Insert(first, new Step(itinerary.DepartsMinute, itinerary.ArrivesMinute, itinerary.Cost, itinerary.Stops));
    }

    private readonly record struct Step(int Departs, int Arrives, long Cost, int Stops)
    {
        /// <summary>The step departs and arrives no worse; all that is left are cost, and whether anything is strict.</summary>
        public bool Beats(in Itinerary itinerary) => Cost < itinerary.Cost
            || Cost == itinerary.Cost && (Arrives < itinerary.ArrivesMinute || Departs > itinerary.DepartsMinute || Stops < itinerary.Stops);
    }
}
