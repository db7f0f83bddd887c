using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Seats;

/// <summary>The aircraft around the seats: nose, wings, exits, walls and tail.</summary>
public partial class AircraftDrawing
{
    private const string Wing = """<svg class="wing SIDE" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true"><path d="M100 2 C88 12 60 34 -40 88 L-40 100 C20 92 60 86 82 84 C92 83 97 86 100 98"/></svg>""";
    private const string Cut = """<svg class="cut" viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true"><path d="M0 4C12-3 20-3 32 4s22 7 34 0 22-7 34 0M0 16C12 9 20 9 32 16s22 7 34 0 22-7 34 0"/></svg>""";
    private const string Windscreen = """<svg viewBox="0 0 120 34"><path d="M6 32C18 12 36 3 60 3s42 9 54 29L92 25C84 19 74 17 60 17s-24 2-32 8ZM60 3v14M30 12l8 9M90 12l-8 9"/></svg>""";

    private static readonly string Wings = Wing.Replace("SIDE", "left", StringComparison.Ordinal) + Wing.Replace("SIDE", "right", StringComparison.Ordinal);
    private static readonly string Fins = Wing.Replace("SIDE", "left fin", StringComparison.Ordinal) + Wing.Replace("SIDE", "right fin", StringComparison.Ordinal);

    private DrawnSeats? _drawn;

    [Parameter, EditorRequired]
    public required DrawnSeats Seats { get; set; }

    private string Nose => $"""<div class="nose" aria-hidden="true">{Windscreen}{Elsewhere(Seats.Plan.Before)}</div>{(Seats.Plan.Before.Length > 0 ? Cut : "")}""";

    private string Tail => $"""{(Seats.Plan.Behind.Length > 0 ? Cut : "")}<div class="tail" aria-hidden="true">{Fins}{Elsewhere(Seats.Plan.Behind)}</div>""";

    protected override bool ShouldRender() => !ReferenceEquals(_drawn, Seats);

    protected override void OnAfterRender(bool firstRender) => _drawn = Seats;

    private static string Elsewhere(string cabins) => cabins.Length == 0 ? "" : $"""<p class="cabin-name">{cabins.Replace(", ", "<br>", StringComparison.Ordinal)}</p>""";
}
