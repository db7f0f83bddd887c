using System.Globalization;
using AirlineBooking.Domain.Bookings;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Ui;

/// <summary>The fields of one passenger's travel document: when it is booked, or when they check in.</summary>
public partial class DocumentFields
{
    private const string Type = "type", Number = "number", Nationality = "nationality", IssuingCountry = "issuingCountry", ExpiresOn = "expiresOn";

    private const int LongestText = 120;

    [Parameter, EditorRequired]
    public required int Passenger { get; set; }

    [Parameter, EditorRequired]
    public TypedDocument Typed { get; set; } = TypedDocument.Empty;

    /// <summary>What is wrong with a field, if anything is.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string?> Problem { get; set; }

    /// <summary>What a field is called in the form of a passenger, which is also its id.</summary>
    public static string Field(int passenger, string field) => string.Create(CultureInfo.InvariantCulture, $"document-{passenger}-{field}");

    public static TypedDocument Read(IFormCollection form, int passenger)
    {
        string Of(string field) => form[Field(passenger, field)].ToString() is var text && text.Length > LongestText ? text[..LongestText].Trim() : text.Trim();
        return new TypedDocument(Of(Type), Of(Number), Of(Nationality), Of(IssuingCountry), Of(ExpiresOn));
    }

    /// <summary>A problem with a document, to whoever typed it.</summary>
    public static string Words(OrderProblem problem) => problem.Code switch
    {
        "country_invalid" => "Choose a country from the list, or type its two letters, such as GB.",
        "document_expired" => "The document has to be valid on the day you fly. Check the date.",
        _ => problem.Words,
    };

    private string Id(string field) => Field(Passenger, field);

    private string? Invalid(string field) => Problem(field) is null ? null : "true";

    private string? Described(string field) => Problem(field) is null ? null : $"{Id(field)}-problem";
}
