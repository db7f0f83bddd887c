using System.Buffers;
using System.Text.Json;

namespace AirlineBooking.Web.Platform.Api;

#pragma warning disable CA1720 // A JSON pointer is what RFC 9457 names this member after; no address in memory is meant.
/// <summary>What is wrong with one field of a request: a JSON pointer, a stable code, a sentence.</summary>
public sealed record FieldError(string Pointer, string Code, string Detail);
#pragma warning restore CA1720

/// <summary>A failing answer as RFC 9457 describes it, with our code, the request's id and, for validation, the fields.</summary>
public sealed class ApiProblem(ProblemCode code, string detail, IReadOnlyList<FieldError>? errors = null, IReadOnlyDictionary<string, object?>? also = null)
    : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    public ProblemCode Code { get; } = code;

    public string Detail { get; } = detail;

    public IReadOnlyList<FieldError> Errors { get; } = errors ?? [];

    int? IStatusCodeHttpResult.StatusCode => Code.Status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Bytes(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Code.Status;
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    /// <summary>What a request is answered.</summary>
    internal ReadOnlyMemory<byte> Bytes(HttpContext httpContext)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body, ApiJson.WriterOptions)) Write(json, httpContext.Request.Path, httpContext.TraceIdentifier);
        return body.WrittenMemory;
    }

    internal void Write(Utf8JsonWriter json, string instance, string requestId)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, Code.Type);
        json.WriteString("title"u8, Code.Title);
        json.WriteNumber("status"u8, Code.Status);
        json.WriteString("detail"u8, Detail);
        json.WriteString("instance"u8, instance);
        json.WriteString("code"u8, Code.Code);
        json.WriteString("requestId"u8, requestId);
        if (Errors.Count > 0)
        {
            json.WritePropertyName("errors"u8);
            JsonSerializer.Serialize(json, Errors, ApiJson.Options);
        }
        foreach (var (name, value) in also ?? new Dictionary<string, object?>())
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, ApiJson.Options);
        }
        json.WriteEndObject();
    }
}

/// <summary>Makes problems.</summary>
public static class Problems
{
    /// <summary>A problem in the words of its feature, perhaps with members of its own.</summary>
    public static ApiProblem Of(ProblemCode code, string detail, params (string Name, object? Value)[] also) =>
        new(code, detail, null, also.Length == 0 ? null : also.ToDictionary(member => member.Name, member => member.Value));

    /// <summary>A problem with one field.</summary>
    public static ApiProblem OfField(ProblemCode code, string at, string detail) =>
        new(code, detail, [new FieldError(at, code.Code, detail)]);

    /// <summary>A request whose fields are wrong; the first one's sentence stands for all.</summary>
    public static ApiProblem OfFields(ProblemCode code, IReadOnlyList<FieldError> errors) => new(code, errors[0].Detail, errors);

    /// <summary>A status that something answered without words of its own.</summary>
    public static ApiProblem OfStatus(int status) => Of(ProblemCode.ForStatus(status), status switch
    {
        401 => "Send a valid token in the Authorization header.",
        404 => "Look at /docs for the addresses that exist.",
        405 => "The Allow header names the methods that work here.",
        413 => $"A body may have at most {ApiLimits.MostBodyBytes / 1024} KiB.",
        415 => "Send the body with Content-Type: application/json.",
        _ => ProblemCode.ForStatus(status).Title + ".",
    });
}
