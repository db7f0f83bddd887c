using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Seats;

/// <summary>Chooses seats for a party, and the next best in place of some that were taken. The same cabin gives the same seats.</summary>
/// <remarks>
/// In this order: seats that suit the party, from the most usual kind that suffices; side by side, else over an aisle, else in
/// rows as near as possible; every child beside an adult as far as that can be; in the third of the cabin, or with the window
/// or aisle, that was wished for; leaving no single seat; then cheap and to the front.
/// </remarks>
public static class BestSeats
{
    /// <summary>How many alternatives are offered for one seat.</summary>
    public const int MostAlternatives = 3;

    private const int RowDistance = 3;
    private const int OtherPlace = 4;
    private const int OtherReserve = 100;
    private const int OverAisle = 4;

    /// <summary>The best seats that are free, or none when so many cannot be had. The party counts when it is known and needs as many seats.</summary>
    public static IReadOnlyList<SeatNumber> For(
        CabinLayout layout, Cabin cabin, Func<SeatNumber, bool> isFree, Func<SeatNumber, long> priceOf, int count, Party? party = null, SeatWish? near = null, SeatKind? kind = null)
    {
        if (count is < 1 or > Party.MostPassengers) return [];
        var seated = SeatedParty.Of(count, party);
        var grid = new CabinGrid(layout, cabin, isFree, priceOf);
        foreach (var eligible in Reserves(grid, party, kind))
        {
            if (seated.FitsInto(grid, eligible)) return [.. new SeatSearch(grid, eligible, seated, near).Find().Select(spot => grid.Spots[spot].Seat).Order()];
        }
        return [];
    }

    /// <summary>
    /// The next best in place of seats that could not be had: for one seat up to three like it, for more as many side by side,
    /// as near as can be. Exit and bassinet rows are offered only to who wanted one.
    /// </summary>
    public static IReadOnlyList<SeatNumber> Instead(CabinLayout layout, Func<SeatNumber, bool> isFree, IReadOnlyList<SeatNumber> wanted)
    {
        if (wanted.Count == 0 || wanted.Count > Party.MostPassengers || layout.CabinOf(wanted[0].Row, wanted[0].Letter) is not { } place) return [];
        var grid = new CabinGrid(layout, place.Cabin, isFree, _ => 0);
        var first = Array.FindIndex(grid.Spots, spot => spot.Seat == wanted[0]);
        var most = grid.Spots.Where(spot => wanted.Contains(spot.Seat)).Max(spot => spot.Reserve);
        var eligible = grid.Spots.Select(spot => spot.IsFree && (spot.Reserve <= SeatReserve.ExtraLegroom || spot.Reserve == most)).ToArray();
        var nearest = Enumerable.Range(0, grid.Spots.Length).Where(spot => eligible[spot]).OrderBy(spot => Distance(grid.Spots[first], grid.Spots[spot])).ThenBy(spot => spot);
        if (wanted.Count == 1) return [.. nearest.Take(MostAlternatives).Select(spot => grid.Spots[spot].Seat)];

        var asked = grid.Spots.Where(spot => wanted.Contains(spot.Seat)).ToArray();
        var together = SeatSearch.RunsOf(grid, eligible, wanted.Count)
            .OrderBy(run => asked.Select((spot, i) => Distance(spot, grid.Spots[run + i])).Sum() + (grid.Spots[run + wanted.Count - 1].Section - grid.Spots[run].Section) * OverAisle)
            .ThenBy(run => run).Cast<int?>().FirstOrDefault();
        var chosen = together is { } start ? Enumerable.Range(start, wanted.Count) : nearest.Take(wanted.Count);
        var seats = chosen.Select(spot => grid.Spots[spot].Seat).Order().ToList();
        return seats.Count == wanted.Count ? seats : [];
    }

    // What may be taken: the usual seats, and each rarer kind only when those before do not suffice.
    private static IEnumerable<bool[]> Reserves(CabinGrid grid, Party? party, SeatKind? kind)
    {
        var forInfants = party is not { } known || known.Infants > 0;
        switch (kind)
        {
            case SeatKind.Exit:
                yield return Where(grid, spot => spot.IsExit);
                break;
            case SeatKind.Bassinet:
                if (forInfants) yield return Where(grid, spot => spot.Traits.HasFlag(SeatTraits.Bassinet) && !spot.IsExit);
                break;
            case SeatKind.ExtraLegroom:
                yield return Where(grid, spot => spot.Traits.HasFlag(SeatTraits.ExtraLegroom) && spot.Reserve <= SeatReserve.ExtraLegroom);
                yield return Where(grid, spot => spot.Traits.HasFlag(SeatTraits.ExtraLegroom) && spot.Reserve is not SeatReserve.Bassinet);
                yield return Where(grid, spot => spot.Traits.HasFlag(SeatTraits.ExtraLegroom));
                break;
            default:
                foreach (var most in Enum.GetValues<SeatReserve>()) yield return Where(grid, spot => spot.Reserve <= most);
                break;
        }
    }

    private static bool[] Where(CabinGrid grid, Func<Spot, bool> suits) => Array.ConvertAll(grid.Spots, spot => spot.IsFree && suits(spot));

    private static int Distance(Spot one, Spot other)
    {
        const SeatTraits Place = SeatTraits.Window | SeatTraits.Aisle | SeatTraits.Middle;
        return Math.Abs(one.Row - other.Row) * RowDistance + Math.Abs(one.Column - other.Column)
            + ((one.Traits & Place) == (other.Traits & Place) ? 0 : OtherPlace)
            + (one.Reserve == other.Reserve ? 0 : OtherReserve);
    }
}

/// <summary>Who is to be seated, as far as the choice of seats asks.</summary>
internal readonly record struct SeatedParty(int Seats, int Children, int Infants, int MostAtExits)
{
    public int Adults => Seats - Children;

    /// <summary>A party that needs another number of seats says only who may not sit at an exit.</summary>
    public static SeatedParty Of(int seats, Party? party)
    {
        if (party is not { } known) return new(seats, 0, 0, seats);
        var able = Math.Min(seats, known.Adults - known.Infants);
        return known.Seats == seats ? new(seats, known.Children, known.Infants, able) : new(seats, 0, 0, able);
    }

    /// <summary>Whether they can be seated on some of these seats at all.</summary>
    public bool FitsInto(CabinGrid grid, bool[] eligible)
    {
        var (usual, exits) = (0, 0);
        var sections = new HashSet<int>();
        for (var spot = 0; spot < eligible.Length; spot++)
        {
            if (!eligible[spot]) continue;
            if (grid.Spots[spot].IsExit)
            {
                exits++;
                continue;
            }
            usual++;
            sections.Add(SectionKey(grid.Spots[spot]));
        }
        return usual + Math.Min(exits, MostAtExits) >= Seats && sections.Count >= Infants;
    }

    /// <summary>Whether these very seats suit them.</summary>
    public bool FitsOn(CabinGrid grid, ReadOnlySpan<int> spots)
    {
        if (Infants < 2 && MostAtExits >= Seats) return true;
        var exits = 0;
        var sections = 0;
        for (var i = 0; i < spots.Length; i++)
        {
            if (grid.Spots[spots[i]].IsExit)
            {
                exits++;
                continue;
            }
            var known = false;
            for (var j = 0; j < i; j++) known |= SectionKey(grid.Spots[spots[j]]) == SectionKey(grid.Spots[spots[i]]);
            if (!known) sections++;
        }
        return exits <= MostAtExits && sections >= Infants;
    }

    public static int SectionKey(Spot spot) => spot.Row * 8 + spot.Section;
}
