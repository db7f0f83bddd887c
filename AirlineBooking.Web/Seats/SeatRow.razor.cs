using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Seats;

/// <summary>The seats of one row, drawn again only when one of them changed. It has no element around it, which keeps a change small.</summary>
public partial class SeatRow
{
    private bool _isDrawn;

    [Parameter, EditorRequired]
    public required PlannedRow Row { get; set; }

    [Parameter, EditorRequired]
    public required DrawnSeats Seats { get; set; }

    // On a live page the script gives every seat what all of them have alike.
    private bool IsLive => RendererInfo.IsInteractive;

    internal void Redraw()
    {
        _isDrawn = false;
        StateHasChanged();
    }

    protected override void OnInitialized() => Seats.Show(this);

    protected override bool ShouldRender() => !_isDrawn;

    protected override void OnAfterRender(bool firstRender) => _isDrawn = true;
}
