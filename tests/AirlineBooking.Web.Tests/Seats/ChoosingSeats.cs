using System.Collections.Concurrent;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Layout;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Seats;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AirlineBooking.Web.Tests.Seats;

/// <summary>A page on which a party chooses seats, as the booking's step does: what they chose is kept by the party's key.</summary>
public sealed class ChoosingSeats : ComponentBase
{
    public const string Path = "/choose-seats";

    /// <summary>What each party has, which the booking keeps in its row.</summary>
    public static readonly ConcurrentDictionary<string, SeatsChosen> Kept = new();

    [Parameter]
    public long Flight { get; set; }

    [Parameter]
    public string Party { get; set; } = "";

    [Parameter]
    public int Children { get; set; }

    public static Uri Of(string party, long flight = 1, int children = 0) => new($"{Path}?party={party}&flight={flight}&children={children}", UriKind.Relative);

    public static IReadOnlyList<SeatingPerson> People(string party, int children)
    {
        var seats = Kept.GetValueOrDefault(party)?.Seats;
        SeatNumber? Of(string key) => seats is not null && seats.TryGetValue(key, out var seat) ? seat : null;
        return
        [
            new("0", "Máire Ní Dhomhnaill", PassengerType.Adult, Seat: Of("0")),
            new("1", "Zoë O’Brien-Łuczak", PassengerType.Adult, Seat: Of("1")),
            .. Enumerable.Range(2, children).Select(i => new SeatingPerson($"{i}", "Tadhg O’Brien-Łuczak", PassengerType.Child, Seat: Of($"{i}"))),
        ];
    }

    public static Holder HolderOf(string party) => new(party, null);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<LivePart>(0);
        builder.AddAttribute(1, nameof(LivePart.ChildContent), (RenderFragment)(inner =>
        {
            if (Flight == 0) return;
            inner.OpenComponent<SeatMapView>(0);
            inner.AddAttribute(1, nameof(SeatMapView.Flight), new FlightId(Flight));
            inner.AddAttribute(2, nameof(SeatMapView.People), People(Party, Children));
            inner.AddAttribute(3, nameof(SeatMapView.Cabin), (Cabin?)Cabin.Economy);
            inner.AddAttribute(4, nameof(SeatMapView.Holder), HolderOf(Party));
            inner.AddAttribute(5, nameof(SeatMapView.Hold), Kept.GetValueOrDefault(Party)?.Hold);
            inner.AddAttribute(6, nameof(SeatMapView.FormAction), Of(Party, Flight, Children).ToString());
            inner.AddAttribute(7, nameof(SeatMapView.Changed), EventCallback.Factory.Create<SeatsChosen>(this, chosen => Kept[Party] = chosen));
            inner.CloseComponent();
        }));
        builder.CloseComponent();
    }
}

/// <summary>The document around it.</summary>
[HoldsCircuit]
[Route(ChoosingSeats.Path)]
public sealed class ChoosingDocument : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var query = Http?.Request.Query ?? QueryCollection.Empty;
        builder.AddMarkupContent(0, """
            <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><base href="/"><title>Choose seats</title>
            <link rel="icon" href="favicon.svg"><link rel="stylesheet" href="tokens.css"><link rel="stylesheet" href="app.css"><link rel="stylesheet" href="seats.css">
            <meta name="quick-navigation" content="_framework/blazor.web.js"><script type="module" src="js/site.js"></script></head>
            """);
        builder.OpenElement(1, "body");
        builder.OpenElement(2, "main");
        builder.AddAttribute(3, "id", "main");
        builder.AddAttribute(4, "class", "wrap");
        builder.AddMarkupContent(5, "<div class=\"query\"><h1>Choose seats</h1></div>");
        builder.OpenComponent<ChoosingSeats>(6);
        builder.AddAttribute(7, nameof(ChoosingSeats.Flight), long.Parse(query["flight"].ToString(), System.Globalization.CultureInfo.InvariantCulture));
        builder.AddAttribute(8, nameof(ChoosingSeats.Party), query["party"].ToString());
        builder.AddAttribute(9, nameof(ChoosingSeats.Children), int.Parse(query["children"].ToString(), System.Globalization.CultureInfo.InvariantCulture));
        builder.AddComponentRenderMode(RenderMode.InteractiveServer);
        builder.CloseComponent();
        builder.CloseElement();
        builder.OpenComponent<ReconnectScreen>(10);
        builder.CloseComponent();
        builder.AddMarkupContent(11, "</body></html>");
        builder.CloseElement();
    }
}

/// <summary>Puts that page before the program's own, with the same headers and the same hub.</summary>
internal sealed class ChoosingStart : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.MapWhen(context => context.Request.Path == ChoosingSeats.Path, page =>
        {
            page.UseMiddleware<AnswerHeaders>();
            page.UseRouting();
            page.UseAntiforgery();
            page.Use((context, rest) => HttpMethods.IsPost(context.Request.Method) ? PostAsync(context) : rest(context));
            page.UseEndpoints(endpoints => endpoints.MapRazorComponents<ChoosingDocument>()
                .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null));
        });
        next(app);
    };

    // What the list sends without a live connection.
    private static async Task PostAsync(HttpContext context)
    {
        var services = context.RequestServices;
        await services.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        var (party, children) = (context.Request.Query["party"].ToString(), int.Parse(context.Request.Query["children"].ToString(), System.Globalization.CultureInfo.InvariantCulture));
        var flight = new FlightId(long.Parse(context.Request.Query["flight"].ToString(), System.Globalization.CultureInfo.InvariantCulture));
        var hold = ChoosingSeats.Kept.GetValueOrDefault(party)?.Hold;
        var map = await services.GetRequiredService<ReadSeatMap>().RunAsync(flight, hold is { } own ? [own] : [], context.RequestAborted);
        var operations = new SeatOperations(services.GetRequiredService<HoldSeats>(), services.GetRequiredService<ExtendHold>(), services.GetRequiredService<ReleaseHold>());
        var choice = new PartySeats(operations, flight, map!.Layout, ChoosingSeats.People(party, children), ChoosingSeats.HolderOf(party), Cabin.Economy); // The flight is there.
        choice.Follow(map, hold);
        if (SeatForm.Read(await context.Request.ReadFormAsync()) is { } form) await form.RunAsync(choice, context.RequestAborted);
        ChoosingSeats.Kept[party] = choice.Chosen;
        context.Response.Redirect(ChoosingSeats.Of(party, flight.Value, children).ToString());
    }
}
