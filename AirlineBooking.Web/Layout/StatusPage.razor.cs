using System.Diagnostics;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Layout;

/// <summary>What a person sees when there is no page, too much was asked, or something broke: with its true status.</summary>
public partial class StatusPage
{
    private (string Title, string Meaning) _words;
    private string _reference = "";

    [Parameter]
    public int Code { get; set; } = StatusCodes.Status404NotFound;

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override void OnParametersSet()
    {
        if (Code is < 400 or > 599) Code = StatusCodes.Status404NotFound;
        _words = Words(Code);
        _reference = Activity.Current?.TraceId.ToHexString() is { Length: > 12 } trace ? trace[..12] : Http?.TraceIdentifier ?? "";
        // Asked for by its own address, the page still answers with the status it speaks of.
        if (Http is { Response.HasStarted: false }) Http.Response.StatusCode = Code;
    }

    internal static (string Title, string Meaning) Words(int code) => code switch
    {
        StatusCodes.Status400BadRequest => ("We could not read that address", "Something in it is cut off or mistyped. Start the search again and it will be put right."),
        StatusCodes.Status410Gone => ("This price has expired", "Prices are kept for about 20 minutes. Search again and you see today's."),
        StatusCodes.Status429TooManyRequests => ("That was a lot of searches at once", "Many searches came from your connection in a short time. Wait a minute, then try again: nothing is lost."),
        >= 500 => ("Something broke on our side", "It is not your doing and nothing was charged. We have been told. Try again in a minute."),
        _ => ("There is no page here", "The address may have a slip in it, or the flight it pointed to is no longer for sale."),
    };
}
