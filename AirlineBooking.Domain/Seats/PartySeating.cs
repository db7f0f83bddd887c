using System.Numerics;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Seats;

/// <summary>Who of a party takes which of its seats.</summary>
public static class PartySeating
{
    /// <summary>
    /// The seats in the order of the passengers: first the adults with an infant, then the other adults, then the children; as
    /// many children as possible beside an adult, no child at an exit, infants apart. As they are when there is no such way, or
    /// another number of them than the party needs.
    /// </summary>
    public static IReadOnlyList<SeatNumber> Of(CabinLayout layout, IReadOnlyCollection<SeatNumber> seats, Party party)
    {
        var ordered = seats.Order().ToArray();
        if (ordered.Length != party.Seats || ordered.Length > Party.MostPassengers) return ordered;
        var places = Array.ConvertAll(ordered, seat => PlaceOf(layout, seat));
        var (best, bestAlone) = (0, int.MaxValue);
        for (var adults = 0; adults < 1 << ordered.Length; adults++)
        {
            if (BitOperations.PopCount((uint)adults) != party.Adults || !Suits(places, adults, party)) continue;
            var alone = ChildrenAlone(places, adults);
            if (alone < bestAlone) (best, bestAlone) = (adults, alone);
        }
        if (bestAlone == int.MaxValue) return ordered;
        var laps = Laps(places, best, party.Infants);
        return [.. Picked(ordered, laps), .. Picked(ordered, best & ~laps), .. Picked(ordered, ~best)];
    }

    private static IEnumerable<SeatNumber> Picked(SeatNumber[] seats, int mask) => seats.Where((_, i) => (mask >> i & 1) != 0);

    private static Place PlaceOf(CabinLayout layout, SeatNumber seat)
    {
        if (layout.CabinOf(seat.Row, seat.Letter) is not { } cabin) return new Place(seat.Row, 0, 0, SeatTraits.None);
        return new Place(seat.Row, SeatSuitability.SectionOf(cabin, seat.Letter), string.Concat(cabin.Groups).IndexOf(seat.Letter, StringComparison.Ordinal), SeatCharacteristics.Of(layout, seat));
    }

    private static bool Suits(Place[] places, int adults, Party party)
    {
        for (var i = 0; i < places.Length; i++)
        {
            if ((adults >> i & 1) == 0 && places[i].IsExit) return false;
        }
        return party.Infants == 0 || BitOperations.PopCount((uint)Laps(places, adults, party.Infants)) == party.Infants;
    }

    private static int ChildrenAlone(Place[] places, int adults)
    {
        var alone = 0;
        for (var child = 0; child < places.Length; child++)
        {
            if ((adults >> child & 1) != 0) continue;
            var beside = false;
            for (var i = 0; i < places.Length; i++)
            {
                beside |= (adults >> i & 1) != 0 && places[i].Row == places[child].Row && Math.Abs(places[i].Column - places[child].Column) == 1;
            }
            if (!beside) alone++;
        }
        return alone;
    }

    // Which adults carry the infants: at most one in a section, at a bassinet first.
    private static int Laps(Place[] places, int adults, int infants)
    {
        var laps = 0;
        for (var bassinets = 1; bassinets >= 0; bassinets--)
        {
            for (var i = 0; i < places.Length && BitOperations.PopCount((uint)laps) < infants; i++)
            {
                if ((adults >> i & 1) == 0 || places[i].IsExit || places[i].HasBassinet != (bassinets == 1)) continue;
                var shared = false;
                for (var j = 0; j < places.Length; j++) shared |= (laps >> j & 1) != 0 && (places[j].Row, places[j].Section) == (places[i].Row, places[i].Section);
                if (!shared) laps |= 1 << i;
            }
        }
        return laps;
    }

    private readonly record struct Place(int Row, int Section, int Column, SeatTraits Traits)
    {
        public bool IsExit => Traits.HasFlag(SeatTraits.ExitRow);

        public bool HasBassinet => Traits.HasFlag(SeatTraits.Bassinet);
    }
}
