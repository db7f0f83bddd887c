using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace AirlineBooking.Web.Ui;

/// <summary>Stands around everything interactive on a page: one part that breaks does not take the page with it.</summary>
public partial class LivePart(IJSRuntime browser)
{
    private ErrorBoundary? _boundary;

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // From here on a click is heard; before it, the page works as forms and links.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        try
        {
            // It goes with the page: letting go of it before would cost the server more than it does.
            var module = await browser.InvokeAsync<IJSObjectReference>("import", "./js/live.js");
            await module.InvokeVoidAsync("answers");
        }
        catch (Exception left) when (left is OperationCanceledException or JSDisconnectedException)
        {
            // The page was left before it was whole.
        }
    }

    private void Recover() => _boundary?.Recover();
}
