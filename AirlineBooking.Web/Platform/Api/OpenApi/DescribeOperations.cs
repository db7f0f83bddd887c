using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirlineBooking.Domain.Platform;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AirlineBooking.Web.Platform.Api.OpenApi;

/// <summary>Tells of each operation what its endpoint's metadata says: parameters, answers, problems, and calls that were really made.</summary>
internal static class DescribeOperations
{
    private const string Json = "application/json";

    /// <summary>Calls of an operation, for whoever runs the document: name, parameters, headers, body, status, and the call that comes before with what is taken from its answer.</summary>
    public const string ExamplesExtension = "x-examples";

    public static async Task RunAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var document = context.Document ?? throw new InvalidOperationException("An operation is described within a document.");
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas.TryAdd(DescribeDocument.ProblemSchema, DescribeDocument.MakeProblemSchema());

        var examples = await context.ApplicationServices.GetRequiredService<ExampleRunner>().RunAsync(operation.OperationId ?? "", cancel);
        var main = examples.Count > 0 ? examples[0].Call : null;
        DescribeParameters(operation, metadata, main);
        DescribeBody(operation, examples);
        DescribeAnswers(operation, metadata, examples);
        DescribeProblems(operation, metadata, examples, document, context.Description.RelativePath ?? "");
        var needsToken = metadata.OfType<NeedsBookingToken>().Any();
        operation.Security = needsToken ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DescribeDocument.Bearer, document)] = [] }] : [];
        if (examples.Count > 0) (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[ExamplesExtension] = new JsonNodeExtension(Calls(examples, metadata.OfType<RunsOnce>().Any(), needsToken));
    }

    private static void DescribeParameters(OpenApiOperation operation, IList<object> metadata, ExampleCall? main)
    {
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In is ParameterLocation.Path))
        {
            parameter.Description ??= metadata.OfType<PathParameter>().FirstOrDefault(path => path.Name == parameter.Name)?.Description;
            parameter.Example = Value(main, parameter.Name ?? "", asNumber: false);
        }
        foreach (var parameter in metadata.OfType<AskedParameters>().SelectMany(asked => asked.All))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name, In = ParameterLocation.Query, Description = $"{parameter.Description} {Sentence(parameter.Expected)}",
                Schema = SchemaOf(parameter.Shape), Example = Value(main, parameter.Name, parameter.Shape.Type == "integer"),
            });
        }
        if (metadata.OfType<RunsOnce>().FirstOrDefault() is { } once)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = Idempotency.Header, In = ParameterLocation.Header, Required = once.KeyRequired,
                Description = "A value of your own. The same request sent again with it has one effect and is answered alike, for 24 hours.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = RunOnceKey.KeyLength },
                Example = main is null ? null : JsonValue.Create(KeyOf(main)),
            });
        }
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "X-Request-Id", In = ParameterLocation.Header, Description = "Your own id of this request; it comes back.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = ApiLimits.LongestRequestId },
        });
    }

    // Another key for another call, so that each of them can be made.
    private static string KeyOf(ExampleCall call) =>
        $"example-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Body} {string.Join(' ', call.Parameters)}")).AsSpan(0, 8))}";

    private static string Sentence(string expected) => $"{char.ToUpperInvariant(expected[0])}{expected[1..]}.";

    private static JsonValue? Value(ExampleCall? call, string name, bool asNumber) =>
        call?.Parameters.GetValueOrDefault(name) is not { } text ? null
        : asNumber ? JsonValue.Create(int.Parse(text, CultureInfo.InvariantCulture)) : JsonValue.Create(text);

    private static OpenApiSchema SchemaOf(ParameterShape shape) => new()
    {
        Type = shape.Type switch { "integer" => JsonSchemaType.Integer, "boolean" => JsonSchemaType.Boolean, _ => JsonSchemaType.String },
        Format = shape.Format,
        Enum = shape.Choices is null ? null : [.. shape.Choices.Select(choice => (JsonNode)JsonValue.Create(choice))],
        Minimum = shape.Least?.ToString(CultureInfo.InvariantCulture),
        Maximum = shape.Type == "integer" ? shape.Most?.ToString(CultureInfo.InvariantCulture) : null,
        MaxLength = shape.Type == "string" ? shape.Most : null,
        Default = shape.Default switch
        {
            null => null,
            var text when shape.Type == "integer" => JsonValue.Create(int.Parse(text, CultureInfo.InvariantCulture)),
            var text when shape.Type == "boolean" => JsonValue.Create(text == "true"),
            var text => JsonValue.Create(text),
        },
    };

    private static void DescribeBody(OpenApiOperation operation, IReadOnlyList<ShownExample> examples)
    {
        if (operation.RequestBody?.Content is not { } content || !content.TryGetValue(Json, out var media)) return;
        if (examples.FirstOrDefault(example => example.Call.Body is not null)?.Call.Body is { } body) media.Example = JsonNode.Parse(body);
    }

    private static void DescribeAnswers(OpenApiOperation operation, IList<object> metadata, IReadOnlyList<ShownExample> examples)
    {
        operation.Responses ??= [];
        foreach (var answer in metadata.OfType<AnswersWith>())
        {
            var status = answer.Status.ToString(CultureInfo.InvariantCulture);
            if (!operation.Responses.TryGetValue(status, out var existing) || existing is not OpenApiResponse response) continue;
            response.Description = "It worked.";
            response.Headers = AnswerHeaders(metadata, HasETag(operation, metadata));
            if (response.Content is { } content && content.Values.FirstOrDefault() is { } media && examples.FirstOrDefault(example => example.Call.Status == answer.Status)?.Answer is { } shown) media.Example = shown.DeepClone();
        }
        if (operation.Responses.TryGetValue("204", out var nothing)) nothing.Description = "It worked.";
        if (HasETag(operation, metadata)) operation.Responses["304"] = new OpenApiResponse { Description = "Nothing changed since the version that If-None-Match names." };
    }

    private static bool Reads(IList<object> metadata) => metadata.OfType<HttpMethodMetadata>().Any(method => method.HttpMethods.Contains(HttpMethods.Get));

    // Files and streams of events have none.
    private static bool HasETag(OpenApiOperation operation, IList<object> metadata) =>
        Reads(metadata) && operation.Responses?.GetValueOrDefault("200")?.Content?.ContainsKey(Json) is true;

    private static Dictionary<string, IOpenApiHeader> AnswerHeaders(IList<object> metadata, bool hasETag)
    {
        var headers = new Dictionary<string, IOpenApiHeader>
        {
            ["RateLimit-Policy"] = Header("The quotas that count: \"default\";q=600;w=60."),
            ["RateLimit"] = Header("What is left of them and for how many seconds: \"default\";r=599;t=60."),
            ["X-Request-Id"] = Header("The request's id."),
        };
        if (hasETag) headers["ETag"] = Header("A strong validator of these bytes.");
        if (metadata.OfType<RunsOnce>().Any()) headers[Idempotency.ReplayedHeader] = Replayed;
        if (metadata.OfType<GivesBookingToken>().Any())
        {
            headers["Location"] = Header("The booking's address.");
            headers[BookingAccess.TokenHeader] = Token;
        }
        return headers;
    }

    private static Dictionary<string, IOpenApiHeader> ProblemHeaders(IList<object> metadata, int status)
    {
        var headers = new Dictionary<string, IOpenApiHeader>();
        if (status is 429) headers["Retry-After"] = Header("After how many seconds to come back.");
        if (status is 402 or 409 or 410 or 422 && metadata.OfType<RunsOnce>().Any()) headers[Idempotency.ReplayedHeader] = Replayed;
        // The same booking can be paid again.
        if (status is 402 or 409 or 503 && metadata.OfType<GivesBookingToken>().Any()) headers[BookingAccess.TokenHeader] = Token;
        return headers;
    }

    private static OpenApiHeader Replayed => Header("`true` when the same request was answered before.");

    private static OpenApiHeader Token => Header("Reads and changes this booking for 30 minutes: send it as bearer.");

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    // Each status once, with an example for each code it may carry: one that came back, or one as it would.
    private static void DescribeProblems(OpenApiOperation operation, IList<object> metadata, IReadOnlyList<ShownExample> examples, OpenApiDocument document, string path)
    {
        var codes = new[] { ProblemCode.RequestInvalid, ProblemCode.RateLimited, ProblemCode.InternalError }
            .Concat(metadata.OfType<RefusedWith>().SelectMany(refused => refused.Codes))
            .Concat(operation.Responses?.ContainsKey("304") is true ? [ProblemCode.PreconditionFailed] : [])
            .Concat(metadata.OfType<RunsOnce>().SelectMany(OfKeys))
            .Concat(Reads(metadata) ? [] : [ProblemCode.BodyInvalid, ProblemCode.UnknownField, ProblemCode.BodyTooLarge, ProblemCode.UnsupportedMediaType]);
        foreach (var status in codes.DistinctBy(code => (code.Code, code.Status)).GroupBy(code => code.Status).OrderBy(group => group.Key))
        {
            var shown = new Dictionary<string, IOpenApiExample>();
            foreach (var code in status)
            {
                var real = examples.FirstOrDefault(example => example.Call.Status == code.Status && (string?)example.Answer?["code"] == code.Code)?.Answer;
                shown[code.Code] = new OpenApiExample { Summary = code.Title, Value = real?.DeepClone() ?? Sample(code, path) };
            }
            (operation.Responses ??= [])[status.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join("; ", status.Select(code => code.Title)) + ".",
                Headers = ProblemHeaders(metadata, status.Key),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ApiProblem.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(DescribeDocument.ProblemSchema, document), Examples = shown },
                },
            };
        }
    }

    private static ProblemCode[] OfKeys(RunsOnce once) => [ProblemCode.IdempotencyKeyRequired, ProblemCode.IdempotencyKeyReused, ProblemCode.IdempotencyInProgress];

    private static JsonNode? Sample(ProblemCode code, string path)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body)) Problems.Of(code, code.Title + ".").Write(json, "/" + path, "5f0c0ffee0ddba11deadbeef");
        return JsonNode.Parse(body.WrittenSpan);
    }

    private static JsonObject After(ExampleStep step) => new()
    {
        ["operationId"] = step.OperationId,
        ["example"] = step.Example,
        ["take"] = new JsonObject(step.Take.Select(take => KeyValuePair.Create(take.Key, (JsonNode?)JsonValue.Create(take.Value)))),
    };

    private static JsonObject HeadersOf(ExampleCall call, bool runsOnce, bool needsToken)
    {
        var headers = new JsonObject();
        if (runsOnce) headers[Idempotency.Header] = KeyOf(call);
        if (needsToken) headers["Authorization"] = $"Bearer {BookingExample.TokenText}";
        return headers;
    }

    private static JsonArray Calls(IReadOnlyList<ShownExample> examples, bool runsOnce, bool needsToken) =>
    [
        .. examples.Select(example => (JsonNode)new JsonObject
        {
            ["name"] = example.Name,
            ["parameters"] = new JsonObject(example.Call.Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, (JsonNode?)JsonValue.Create(parameter.Value)))),
            ["body"] = example.Call.Body is { } body ? JsonNode.Parse(body) : null,
            ["headers"] = HeadersOf(example.Call, runsOnce, needsToken),
            ["after"] = example.Call.After is { } step ? After(step) : null,
            ["status"] = example.Call.Status,
        }),
    ];
}
