using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>Why a seat does not suit somebody.</summary>
public enum SeatObjection
{
    /// <summary>The aircraft has no such seat.</summary>
    NoSuchSeat,

    /// <summary>It is in another cabin than the fare.</summary>
    OtherCabin,

    /// <summary>It is kept for the crew or out of use.</summary>
    Blocked,

    /// <summary>Who sits at an exit must be grown up.</summary>
    ExitForAdultsOnly,

    /// <summary>Who sits at an exit must be able to open it.</summary>
    ExitForTheAbleOnly,

    /// <summary>Who sits at an exit must have no infant on their lap.</summary>
    ExitWithoutInfants,

    /// <summary>It is kept for somebody with an infant while other seats are left.</summary>
    KeptForInfants,

    /// <summary>Another lap infant breathes from the spare mask of these seats.</summary>
    InfantNextToInfant,
}

/// <summary>Somebody who needs a seat, as far as seats ask.</summary>
/// <param name="Type">Adult or child; an infant has no seat.</param>
/// <param name="CarriesInfant">Has an infant on their lap.</param>
/// <param name="NeedsAssistance">Asked for a kind of assistance that keeps them from opening an exit.</param>
public readonly record struct SeatedPassenger(PassengerType Type, bool CarriesInfant = false, bool NeedsAssistance = false);

/// <summary>Which seat suits whom.</summary>
public static class SeatSuitability
{
    /// <summary>Why a seat does not suit a passenger, or nothing. Objections come in the order of the enum.</summary>
    /// <param name="layout">The aircraft.</param>
    /// <param name="cabin">The cabin of the fare.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="passenger">Who would sit there.</param>
    /// <param name="seatsWithInfants">Seats of others who have an infant on their lap.</param>
    /// <param name="isBlocked">Whether the seat is kept for the crew or out of use.</param>
    /// <param name="bassinetsOpen">True when nothing else is left in the cabin, so that anybody may sit at a bassinet.</param>
    public static SeatObjection? Against(
        CabinLayout layout, Cabin cabin, SeatNumber seat, SeatedPassenger passenger, IEnumerable<SeatNumber> seatsWithInfants, bool isBlocked = false, bool bassinetsOpen = false)
    {
        if (layout.CabinOf(seat.Row, seat.Letter) is not { } place) return SeatObjection.NoSuchSeat;
        if (place.Cabin != cabin) return SeatObjection.OtherCabin;
        if (isBlocked) return SeatObjection.Blocked;
        var traits = SeatCharacteristics.Of(layout, seat);
        if (traits.HasFlag(SeatTraits.ExitRow))
        {
            if (passenger.Type is not PassengerType.Adult) return SeatObjection.ExitForAdultsOnly;
            if (passenger.NeedsAssistance) return SeatObjection.ExitForTheAbleOnly;
            if (passenger.CarriesInfant) return SeatObjection.ExitWithoutInfants;
        }
        if (traits.HasFlag(SeatTraits.Bassinet) && !passenger.CarriesInfant && !bassinetsOpen) return SeatObjection.KeptForInfants;
        return passenger.CarriesInfant && seatsWithInfants.Any(other => other != seat && ShareMasks(place, seat, other)) ? SeatObjection.InfantNextToInfant : null;
    }

    /// <summary>
    /// The first seat that nobody of a party could take, and why, or nothing: it is not known yet who sits where, only who is
    /// in the party. Adults who can open an exit must suffice for the exit seats, and sections of rows for the infants.
    /// </summary>
    /// <param name="layout">The aircraft.</param>
    /// <param name="cabin">The cabin of the fare.</param>
    /// <param name="seats">The seats, not more than the party needs.</param>
    /// <param name="party">Who flies.</param>
    /// <param name="needAssistance">How many of its adults could not open an exit.</param>
    /// <param name="bassinetsOpen">True when nothing else is left in the cabin.</param>
    public static (SeatNumber Seat, SeatObjection Objection)? Against(
        CabinLayout layout, Cabin cabin, IReadOnlyList<SeatNumber> seats, Party party, int needAssistance = 0, bool bassinetsOpen = false)
    {
        var able = party.Adults - party.Infants - needAssistance;
        var companions = party.Infants > 0;
        var exits = 0;
        foreach (var seat in seats)
        {
            if (layout.CabinOf(seat.Row, seat.Letter) is not { } place) return (seat, SeatObjection.NoSuchSeat);
            if (place.Cabin != cabin) return (seat, SeatObjection.OtherCabin);
            var traits = SeatCharacteristics.Of(layout, seat);
            if (traits.HasFlag(SeatTraits.ExitRow) && ++exits > able) return (seat, WhyNotAtAnExit(party, needAssistance));
            // A family may sit together at a bassinet that one of them needs.
            if (traits.HasFlag(SeatTraits.Bassinet) && !companions && !bassinetsOpen) return (seat, SeatObjection.KeptForInfants);
        }
        return CrowdedInfants(layout, seats, party) is { } crowded ? (crowded, SeatObjection.InfantNextToInfant) : null;
    }

    /// <summary>True when two seats are in one section of one row, which has a single spare oxygen mask.</summary>
    public static bool ShareMasks(LayoutCabin cabin, SeatNumber one, SeatNumber other) => one.Row == other.Row && SectionOf(cabin, one.Letter) == SectionOf(cabin, other.Letter);

    /// <summary>The objection as the passenger is told it.</summary>
    public static string WordsFor(SeatObjection objection) => objection switch
    {
        SeatObjection.NoSuchSeat => "The aircraft has no such seat.",
        SeatObjection.OtherCabin => "It is in another cabin than the fare.",
        SeatObjection.Blocked => "It is not for sale.",
        SeatObjection.ExitForAdultsOnly => "Only adults may sit at an exit.",
        SeatObjection.ExitForTheAbleOnly => "Who sits at an exit must be able to open it.",
        SeatObjection.ExitWithoutInfants => "Who sits at an exit must not have an infant on their lap.",
        SeatObjection.KeptForInfants => "It is kept for passengers with an infant while other seats are left.",
        SeatObjection.InfantNextToInfant => "Only one infant can sit in a section of a row: there is one oxygen mask to spare.",
    };

    internal static int SectionOf(LayoutCabin cabin, char letter)
    {
        for (var section = 0; section < cabin.Groups.Length; section++)
        {
            if (cabin.Groups[section].Contains(letter, StringComparison.Ordinal)) return section;
        }
        return -1;
    }

    // As long as seats are still to be chosen, infants can sit there; only a full set can be too crowded.
    private static SeatNumber? CrowdedInfants(CabinLayout layout, IReadOnlyList<SeatNumber> seats, Party party)
    {
        var sections = new HashSet<(int Row, int Section)>();
        SeatNumber? last = null;
        foreach (var seat in seats)
        {
            if (layout.CabinOf(seat.Row, seat.Letter) is not { } place || SeatCharacteristics.Of(layout, seat).HasFlag(SeatTraits.ExitRow)) continue;
            if (!sections.Add((seat.Row, SectionOf(place, seat.Letter)))) last = seat;
        }
        return sections.Count + (party.Seats - seats.Count) < party.Infants ? last ?? seats[^1] : null;
    }

    private static SeatObjection WhyNotAtAnExit(Party party, int needAssistance) =>
        party.Children > 0 ? SeatObjection.ExitForAdultsOnly
        : party.Infants > 0 ? SeatObjection.ExitWithoutInfants
        : needAssistance > 0 ? SeatObjection.ExitForTheAbleOnly
        : SeatObjection.ExitForAdultsOnly;
}
