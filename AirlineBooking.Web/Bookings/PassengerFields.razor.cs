using System.Globalization;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Bookings;

/// <summary>The fields of one passenger, with what is wrong beside each.</summary>
public partial class PassengerFields
{
    private static readonly (string Value, string Words)[] Genders = [("", "Not stated"), ("f", "Female"), ("m", "Male"), ("x", "X")];

    private TicketPreview _preview = new(null, false);
    private bool _isOpen;

    [Parameter, EditorRequired]
    public int Place { get; set; }

    [Parameter, EditorRequired]
    public required DraftPassenger Passenger { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<DraftPassenger> Party { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<OrderProblem> Problems { get; set; }

    [Parameter]
    public bool AsksDocuments { get; set; }

    private string Kind => Passenger.Type switch
    {
        PassengerType.Child => "Child, 2 to 11",
        PassengerType.Infant => "Infant on a lap, under 2",
        _ => "Adult",
    };

    /// <summary>The id of a passenger's heading.</summary>
    public static string HeadingOf(int place) => string.Create(CultureInfo.InvariantCulture, $"passengers-{place}");

    /// <summary>What is wrong at a place, under its field.</summary>
    public static MarkupString Problem(IReadOnlyList<OrderProblem> problems, string place) =>
        problems.FirstOrDefault(problem => problem.Place == place) is { } wrong ? new Html().Add($"""<p class="error" id="{DraftFields.IdOf(place)}-e">{wrong.Words}</p>""").Markup : default;

    protected override void OnParametersSet()
    {
        _preview = DraftFields.PreviewOf(Passenger);
        var folded = new[] { "assistance", "document", "frequentFlyer" };
        // What was given or is wrong is never hidden.
        _isOpen = Passenger.Assistance.Count > 0 || Passenger.FrequentFlyer.Length > 0 || Passenger.DocumentNumber.Length > 0 || Problems.Any(problem => folded.Any(part => problem.Place.StartsWith(At(part), StringComparison.Ordinal)));
    }

    private string Name(string field) => DraftFields.Of(Place, field);

    private string At(string field) => string.Create(CultureInfo.InvariantCulture, $"/passengers/{Place}/{field}");

    private string Id(string field) => DraftFields.IdOf(At(field));

    private string? Invalid(string field) => Problems.Any(problem => problem.Place == At(field)) ? "true" : null;

    private string? Described(string field) => Invalid(field) is null ? null : Id(field) + "-e";
}
