using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Seats;

/// <summary>Lays one cabin of a seat map out in rows, sections and elements.</summary>
internal sealed class MapRows(SeatMap map, LayoutCabin cabin, Func<SeatNumber, Cabin, Money?> priceOf)
{
    private const int OnlyDeck = 0;

    public CabinSeatsAnswer Answer()
    {
        var rows = new List<RowAnswer>(cabin.Rows.Length + cabin.Facilities.Length);
        foreach (var row in cabin.Rows)
        {
            rows.AddRange(Facilities(row, isBehind: false));
            if (row.HasBassinets) rows.Add(new RowAnswer(row.Number, false, [.. cabin.Groups.Select(_ => new SectionAnswer([new BassinetElement()]))]));
            rows.Add(new RowAnswer(row.Number, row.IsExit, [.. cabin.Groups.Select(group => new SectionAnswer([.. group.Select(letter => Element(row, letter))]))]));
            rows.AddRange(Facilities(row, isBehind: true));
        }
        return new CabinSeatsAnswer(OnlyDeck, cabin.Cabin, cabin.Aisles, cabin.Wings is { } wings ? new WingsAnswer(wings.First, wings.Last) : null, rows);
    }

    private IEnumerable<RowAnswer> Facilities(LayoutRow row, bool isBehind) => cabin.Facilities
        .Where(facilities => facilities.Row == row.Number && facilities.IsBehind == isBehind)
        .Select(facilities => new RowAnswer(row.Number, false,
            [.. cabin.Groups.Select((_, group) => new SectionAnswer([group < facilities.ByGroup.Length ? Element(facilities.ByGroup[group]) : new EmptyElement()]))]));

    private ElementAnswer Element(LayoutRow row, char letter)
    {
        if (!row.Has(letter)) return new EmptyElement();
        var seat = new SeatNumber(row.Number, letter);
        var isMine = map.Mine.TryGetValue(seat, out var until);
        var state = isMine ? ShownState.HeldByYou : Shown(map.StateOf(seat));
        var price = state is ShownState.Blocked ? null : priceOf(seat, cabin.Cabin);
        var characteristics = SeatCharacteristics.CodesOf(SeatCharacteristics.Of(map.Layout, seat), charged: price is { MinorUnits: > 0 });
        return new SeatElement(seat, state, price, characteristics, isMine ? until : null);
    }

    private static ElementAnswer Element(FacilityKind kind) => kind switch
    {
        FacilityKind.Galley => new GalleyElement(),
        FacilityKind.Lavatory => new LavatoryElement(),
        FacilityKind.Closet => new ClosetElement(),
        FacilityKind.Stairs => new StairsElement(),
    };

    private static ShownState Shown(SeatState state) => state switch
    {
        SeatState.Available => ShownState.Available,
        SeatState.Held => ShownState.Held,
        SeatState.Occupied => ShownState.Occupied,
        SeatState.Blocked => ShownState.Blocked,
    };
}
