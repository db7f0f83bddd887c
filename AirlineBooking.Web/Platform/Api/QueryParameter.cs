using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Reads a text as a value, or says no.</summary>
public delegate bool TryRead<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>What a parameter's text may be, for the document: a JSON schema in five words.</summary>
public sealed record ParameterShape(string Type, string? Format = null, IReadOnlyList<string>? Choices = null, int? Least = null, int? Most = null, string? Default = null);

/// <summary>One parameter of a query, declared once: it is read by it, refused by it and documented by it.</summary>
public abstract record QueryParameter(string Name, string Description, string Expected, ParameterShape Shape);

/// <inheritdoc cref="QueryParameter"/>
public sealed record QueryParameter<T>(string Name, string Description, string Expected, ParameterShape Shape, TryRead<T> Read)
    : QueryParameter(Name, Description, Expected, Shape);

/// <summary>The kinds of parameters there are.</summary>
public static class QueryParameters
{
    public const int LongestText = 100;

    public static readonly QueryParameter<int> Limit = Whole("limit", "How many items a page has.", 1, ApiLimits.MostPerPage, ApiLimits.DefaultPerPage);

    public static readonly QueryParameter<string> Cursor =
        Text("cursor", "Where the page begins: `nextCursor` of the page before.", ApiLimits.LongestCursor) with { Expected = "the nextCursor of an answer" };

    public static QueryParameter<AirportCode> Place(string name, string description) =>
        new(name, description, "a code of three letters such as LHR", new ParameterShape("string", "iata-code"), AirportCode.TryParse);

    public static QueryParameter<FlightNumber> FlightNumber(string name, string description) =>
        new(name, description, "a flight number such as T0101", new ParameterShape("string", "flight-number"), Domain.Kernel.FlightNumber.TryParse);

    public static QueryParameter<DateOnly> Date(string name, string description) =>
        new(name, description, "a date such as 2026-12-01", new ParameterShape("string", "date"),
            static (string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date));

    /// <summary>The first day stands for the month.</summary>
    public static QueryParameter<DateOnly> Month(string name, string description) =>
        new(name, description, "a month such as 2026-12", new ParameterShape("string", "year-month"),
            static (string text, out DateOnly month) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month));

    public static QueryParameter<TimeOnly> TimeOfDay(string name, string description) =>
        new(name, description, "a time such as 09:35", new ParameterShape("string", "time-of-day"),
            static (string text, out TimeOnly time) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time));

    public static QueryParameter<TimeSpan> Duration(string name, string description) =>
        new(name, description, "a duration such as PT2H26M", new ParameterShape("string", "duration"), IsoDuration.TryParse);

    public static QueryParameter<string> Text(string name, string description, int longest = LongestText) =>
        new(name, description, $"a text of at most {longest} characters", new ParameterShape("string", Most: longest),
            (string text, [MaybeNullWhen(false)] out string value) => (value = text).Length <= longest);

    public static QueryParameter<int> Whole(string name, string description, int least, int most, int? fallback = null) =>
        new(name, description, $"a whole number from {least} to {most}",
            new ParameterShape("integer", Least: least, Most: most, Default: fallback?.ToString(CultureInfo.InvariantCulture)),
            (string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most);

    public static QueryParameter<bool> Flag(string name, string description) =>
        new(name, description, "true or false", new ParameterShape("boolean", Default: "false"),
            static (string text, out bool value) => (value = text == "true") || text == "false");

    public static QueryParameter<T> Choice<T>(string name, string description, T? fallback = null) where T : struct, Enum
    {
        var byText = ChoiceNames.ByName<T>();
        var shape = new ParameterShape("string", Choices: [.. byText.Keys], Default: fallback is { } value ? ChoiceNames.Of(value) : null);
        return new(name, description, $"one of {string.Join(", ", byText.Keys)}", shape, byText.TryGetValue);
    }
}
