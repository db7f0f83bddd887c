using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.CheckIn;

/// <summary>The fields of one passenger's travel document.</summary>
public partial class DocumentFields
{
    [Parameter, EditorRequired]
    public required int Passenger { get; set; }

    [Parameter, EditorRequired]
    public TypedDocument Typed { get; set; } = TypedDocument.Empty;

    /// <summary>What is wrong with a field, if anything is.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string?> Problem { get; set; }

    private string Id(string field) => TypedDocument.Field(Passenger, field);

    private string? Invalid(string field) => Problem(field) is null ? null : "true";

    private string? Described(string field) => Problem(field) is null ? null : $"{Id(field)}-problem";
}
