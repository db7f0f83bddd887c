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

    protected override void OnParametersSet()
    {
        _preview = DraftFields.PreviewOf(Passenger);
        var folded = new[] { "assistance", "document", "frequentFlyer" };
        // What was given or is wrong is never hidden.
        _isOpen = Passenger.Assistance.Count > 0 || Passenger.FrequentFlyer.Length > 0 || !Passenger.Document.IsEmpty || Problems.Any(problem => folded.Any(part => problem.Place.StartsWith(At(part), StringComparison.Ordinal)));
    }

    private string Name(string field) => DraftFields.Of(Place, field);

    private string At(string field) => string.Create(CultureInfo.InvariantCulture, $"/passengers/{Place}/{field}");

    private string Id(string field) => DraftFields.IdOf(At(field));

    private string? Words(string field) => Problems.FirstOrDefault(problem => problem.Place == At(field))?.Words;

    private string? DocumentProblem(string field) => Problems.FirstOrDefault(problem => problem.Place == At($"document/{field}")) is { } problem ? DocumentFields.Words(problem) : null;

    private string? Invalid(string field) => Words(field) is null ? null : "true";

    private string? Described(string field) => Words(field) is null ? null : Id(field) + "-problem";
}
