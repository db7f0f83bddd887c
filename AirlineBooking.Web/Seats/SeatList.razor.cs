using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Seats;

/// <summary>The free seats as a list, narrowed by place and price.</summary>
public partial class SeatList
{
    private List<PlannedSeat> _seats = [];

    [Parameter, EditorRequired]
    public required DrawnSeats Seats { get; set; }

    [Parameter]
    public PartySeats? Choice { get; set; }

    [Parameter, EditorRequired]
    public required SeatFilter Filter { get; set; }

    [Parameter]
    public string? FormAction { get; set; }

    /// <summary>The version of the map that the list shows.</summary>
    [Parameter]
    public long Version { get; set; }

    [Parameter]
    public EventCallback<SeatFilter> FilterChanged { get; set; }

    protected override void OnParametersSet() => _seats = [.. Filter.Of(Seats)];

    /// <summary>The seats by cabin; a list of one cabin alone needs no heading.</summary>
    private IEnumerable<(string? Cabin, IEnumerable<PlannedSeat> Seats)> ByCabin()
    {
        var cabins = Seats.Plan.Cabins;
        if (cabins.Count == 1) return [(null, _seats)];
        return _seats.GroupBy(seat => cabins.Last(cabin => cabin.FirstSeat <= seat.Index).Cabin).Select(group => ((string?)SeatMapWords.Name(group.Key), group.AsEnumerable()));
    }

    private static bool IsOn(ChangeEventArgs box) => box.Value is true;
}
