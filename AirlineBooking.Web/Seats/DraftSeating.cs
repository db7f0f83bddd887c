using System.Globalization;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Limits;

namespace AirlineBooking.Web.Seats;

/// <summary>A booking in progress as the seat map sees it: its flights, who needs a seat, and what they have.</summary>
internal static class DraftSeating
{
    /// <summary>The flights on which a seat is chosen, in order: a through flight once.</summary>
    public static IReadOnlyList<OfferSegment> FlightsOf(Offer offer) => [.. offer.Slices.SelectMany(slice => slice.Segments).Where(segment => !segment.SameAircraft)];

    /// <summary>Who needs a seat, by their place in the booking.</summary>
    public static IReadOnlyList<SeatingPerson> PeopleOf(OpenDraft draft, FlightId flight)
    {
        var (form, seats) = (draft.Form.Passengers, draft.On(flight)?.Seats);
        var laps = LapsOf(form);
        return
        [
            .. form.Select((passenger, place) => (Passenger: passenger, Place: place)).Where(one => one.Passenger.Type is not PassengerType.Infant).Select(one => new SeatingPerson(
                one.Place.ToString(CultureInfo.InvariantCulture),
                one.Passenger.Name.Length > 0 ? one.Passenger.Name : $"Passenger {one.Place + 1}",
                one.Passenger.Type,
                laps.Contains(one.Place),
                one.Passenger.Assistance.Any(text => AssistanceCode.TryParse(text, out var help) && help.KeepsFromExits),
                seats is not null && seats.TryGetValue(one.Place, out var seat) ? seat : null)),
        ];
    }

    /// <summary>Seats of the people as a draft keeps them.</summary>
    public static DraftSeats Kept(FlightId flight, SeatsChosen chosen) =>
        new(flight, chosen.Hold, chosen.Seats.ToDictionary(seat => int.Parse(seat.Key, CultureInfo.InvariantCulture), seat => seat.Value));

    /// <summary>The address that limits count by, or none when they are off.</summary>
    public static string? AddressOf(HttpContext? context, RateLimitSettings limits) =>
        limits.Enabled ? Holder.DigestOf(ClientKey.OfAddress(context?.Connection.RemoteIpAddress).ToString()) : null;

    /// <summary>Whose seats they are, as far as limits go: the draft's, whatever browser it is open in.</summary>
    public static Holder HolderOf(DraftId draft, string? address) => new(draft.ToString(), address);

    // Infants sit on the laps that were named, the others on those of the first adults that are left.
    private static HashSet<int> LapsOf(IReadOnlyList<DraftPassenger> form)
    {
        var infants = form.Where(passenger => passenger.Type is PassengerType.Infant).ToList();
        var named = infants.Select(infant => int.TryParse(infant.InfantOf, NumberStyles.None, CultureInfo.InvariantCulture, out var lap) ? lap : -1).Where(lap => lap >= 0).ToHashSet();
        var free = Enumerable.Range(0, form.Count).Where(place => form[place].Type is PassengerType.Adult && !named.Contains(place));
        return [.. named, .. free.Take(infants.Count - named.Count)];
    }
}
