using System.Globalization;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Ui;

/// <summary>Where from, where to, when and who: filled in as the address says, with what is wrong beside each field.</summary>
public partial class SearchForm
{
    private static readonly Cabin[] Cabins = [Cabin.Economy, Cabin.PremiumEconomy, Cabin.Business];

    private const int DaysBetween = 7;

    private Party _party;
    private Cabin _cabin;

    [Parameter, EditorRequired]
    public required TripFields Fields { get; set; }

    [Parameter, EditorRequired]
    public required AirportDirectory Places { get; set; }

    /// <summary>Today, to show days as they are meant.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>What was made of the fields; absent while nobody has pressed Search.</summary>
    [Parameter]
    public TripReading? Reading { get; set; }

    protected override void OnParametersSet()
    {
        _party = new Party(Count(Fields.Adults), Count(Fields.Children), Count(Fields.Infants));
        _cabin = Array.Find(Cabins, cabin => Links.Name(cabin) == Fields.Cabin);
    }

    private static int Count(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 99) : 0;

    // Empty rather than absent: the attribute is how the script knows the field.
    private string Code(string typed) => typed.Length == 0 ? "" : Places.Understand(typed)?.Code.ToString() ?? "";

    private string? Invalid(string key) => Reading?.Problems.ContainsKey(key) is true ? "true" : null;

    private string Described(string key) => Invalid(key) is null ? $"{key}-sub" : $"{key}-error";

    private string DayValue(string typed) => Day(typed) is { } day ? TimeText.Day(day) + (day.Year == Today.Year || day < Today.AddMonths(11) ? "" : " " + day.Year.ToString(CultureInfo.InvariantCulture)) : typed;

    private string DayIso(string typed) => Day(typed) is { } day ? TimeText.Iso(day) : "";

    private string Year(string typed) => Day(typed)?.Year.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Nights() => Day(Fields.Back) is { } back && Day(Fields.Slices[0].Out) is { } departure && departure >= Today && back >= departure
        ? PartyText.Count(back.DayNumber - departure.DayNumber, "night", "nights")
        : Year(Fields.Back);

    // Several flights have several fields of one name: who listens instead of looking hears which.
    private RenderFragment? Which(int slice) => Fields.Kind is not TripKind.Several
        ? null
        : builder =>
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", "sr");
            builder.AddContent(2, $", flight {(slice + 1).ToString(CultureInfo.InvariantCulture)}");
            builder.CloseElement();
        };

    private string Example(int later) => TimeText.Day(Today.AddDays(21 + later));

    private DateOnly? Day(string typed) => DayReader.Read(typed, Today);

    private RenderFragment? Problem(string key)
    {
        if (Reading?.Problems.TryGetValue(key, out var problem) is not true) return null;
        return builder =>
        {
            builder.OpenElement(0, "p");
            builder.AddAttribute(1, "class", "error");
            builder.AddAttribute(2, "id", $"{key}-error");
            builder.OpenElement(3, "span");
            builder.AddContent(4, problem.Sentence);
            for (var i = 0; i < problem.Suggestions.Count; i++)
            {
                builder.AddContent(5, i == 0 ? " Did you mean " : i == problem.Suggestions.Count - 1 ? " or " : ", ");
                builder.OpenElement(6, "a");
                builder.AddAttribute(7, "href", Navigation.GetUriWithQueryParameter(key, problem.Suggestions[i].Code));
                builder.AddContent(8, problem.Suggestions[i].Words);
                builder.CloseElement();
            }
            if (problem.Suggestions.Count > 0) builder.AddContent(9, "?");
            builder.CloseElement();
            builder.CloseElement();
        };
    }
}
