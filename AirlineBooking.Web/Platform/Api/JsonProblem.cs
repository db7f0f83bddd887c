using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Turns the reader's complaint about a body into a problem that names the field and what it should be.</summary>
internal static partial class JsonProblem
{
    private const int MostNamed = 20;

    public static ApiProblem Describe(JsonException json)
    {
        var pointer = PointerOf(json.Path);
        if (UnknownMember().Match(json.Message) is { Success: true } unknown)
        {
            var name = unknown.Groups["name"].Value;
            var at = pointer.EndsWith("/" + Escape(name), StringComparison.Ordinal) ? pointer : $"{pointer}/{Escape(name)}";
            return Problems.OfField(ProblemCode.UnknownField, at, $"There is no field '{name}' here.");
        }
        if (MissingMembers().Match(json.Message) is { Success: true } missing)
        {
            var names = Quoted().Matches(missing.Groups["names"].Value).Take(MostNamed);
            return Problems.OfFields(ProblemCode.RequestInvalid,
                [.. names.Select(name => new FieldError($"{pointer}/{Escape(name.Groups[1].Value)}", "field_required", $"'{name.Groups[1].Value}' is needed."))]);
        }
        if (NullMember().IsMatch(json.Message)) return IsNull(pointer);
        if (DuplicateMember().IsMatch(json.Message)) return Field(pointer, "field_repeated", "stands there twice");
        if (json.InnerException is JsonException || json.Message.Contains("LineNumber", StringComparison.Ordinal) && json.InnerException?.GetType().Name == "JsonReaderException")
        {
            return Problems.Of(ProblemCode.BodyInvalid, $"The body is not well-formed JSON (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}).");
        }
        return Expected().Match(json.Message) is { Success: true } expected
            ? Problems.OfFields(ProblemCode.RequestInvalid, [new FieldError(pointer, "field_invalid", expected.Value)])
            : Field(pointer, "field_invalid", "is not of the expected kind");
    }

    /// <summary>A null where something has to be.</summary>
    internal static ApiProblem IsNull(string pointer) => Field(pointer, "field_required", "must not be null");

    private static ApiProblem Field(string pointer, string code, string complaint) =>
        Problems.OfFields(ProblemCode.RequestInvalid, [new FieldError(pointer, code, $"'{pointer}' {complaint}.")]);

    /// <summary>From <c>$.slices[0].origin</c> to <c>/slices/0/origin</c>.</summary>
    internal static string PointerOf(string? path)
    {
        var pointer = new StringBuilder();
        foreach (Match step in PathStep().Matches(path ?? ""))
        {
            var name = step.Groups["name"].Success ? step.Groups["name"].Value : step.Groups["index"].Success ? step.Groups["index"].Value : step.Groups["quoted"].Value;
            pointer.Append('/').Append(Escape(name));
        }
        return pointer.ToString();
    }

    internal static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<index>\d+)\]|\['(?<quoted>[^']*)'\]")]
    private static partial Regex PathStep();

    [GeneratedRegex("^The JSON property '(?<name>.*)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex UnknownMember();

    [GeneratedRegex("missing required properties including: (?<names>.*)$", RegexOptions.Singleline)]
    private static partial Regex MissingMembers();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("doesn't allow (getting |setting )?null values")]
    private static partial Regex NullMember();

    [GeneratedRegex("[Dd]uplicate property")]
    private static partial Regex DuplicateMember();

    // Our own converters say what they expect in such a sentence.
    [GeneratedRegex(@"^(A|An|One) .* is expected\.")]
    private static partial Regex Expected();
}
