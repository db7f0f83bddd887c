using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.CheckIn;

/// <summary>Chooses seats for those who check in without one.</summary>
internal static class SeatsAtCheckIn
{
    private enum Place { WithInfant, Able, Helped }

    /// <summary>A seat that suits each of them, or nothing when there are too few.</summary>
    /// <param name="legs">The flights on which the seats are theirs.</param>
    /// <param name="cabin">The cabin of the fare.</param>
    /// <param name="people">Who needs a seat.</param>
    /// <param name="withInfants">Seats of others of the booking who have an infant on their lap.</param>
    public static IReadOnlyDictionary<PassengerId, SeatNumber>? Choose(
        IReadOnlyList<SeatMap> legs, Cabin cabin, IReadOnlyList<(PassengerId Id, SeatedPassenger Person)> people, IReadOnlyList<SeatNumber> withInfants)
    {
        var (layout, inOrder) = (legs[0].Layout, people.OrderBy(one => PlaceOf(one.Person)).ToList());
        var carriers = people.Count(one => PlaceOf(one.Person) is Place.WithInfant);
        var helped = people.Count(one => PlaceOf(one.Person) is Place.Helped);
        bool SharesAMask(SeatNumber seat) => layout.CabinOf(seat.Row, seat.Letter) is { } place && withInfants.Any(other => SeatSuitability.ShareMasks(place, seat, other));
        bool IsFree(SeatNumber seat) =>
            legs.All(leg => leg.StateOf(seat) is SeatState.Available && leg.Layout.CabinOf(seat.Row, seat.Letter)?.Cabin == cabin) && (carriers == 0 || !SharesAMask(seat));
        var party = new Party(people.Count - helped, helped, carriers);
        var best = BestSeats.For(layout, cabin, IsFree, _ => 0, people.Count, party);
        return best.Count == people.Count
            ? inOrder.Zip(PartySeating.Of(layout, best, party)).ToDictionary(pair => pair.First.Id, pair => pair.Second)
            : null;
    }

    // Whoever cannot open an exit sits as a child does: never at one, and beside an adult where that can be.
    private static Place PlaceOf(SeatedPassenger person) =>
        person.CarriesInfant ? Place.WithInfant : person.Type is PassengerType.Adult && !person.NeedsAssistance ? Place.Able : Place.Helped;
}
