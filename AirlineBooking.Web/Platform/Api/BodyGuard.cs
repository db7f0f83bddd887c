using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>Looks at a body before anything reads it: it is plain JSON, and where nothing is asked for it says nothing.</summary>
internal static class BodyGuard
{
    private const string Json = "application/json";

    public static async ValueTask<ApiProblem?> RefuseAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(ApiSetup.Root) || HttpMethods.IsGet(request.Method) || context.GetEndpoint() is not RouteEndpoint endpoint) return null;
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true }) return null;
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null) return OfKind(request);
        // Not more than a body may have: the server counts, also when nobody said how long it is.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        return body.Length == 0 ? null : OfKind(request) ?? OfNothing(body);
    }

    private static ApiProblem? OfKind(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0) return Problems.Of(ProblemCode.UnsupportedMediaType, "Send the body as it is, without a Content-Encoding.");
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            ? null
            : Problems.OfStatus(StatusCodes.Status415UnsupportedMediaType);
    }

    private static ApiProblem? OfNothing(MemoryStream body)
    {
        try
        {
            return JsonSerializer.Deserialize<Nothing>(body.GetBuffer().AsSpan(0, (int)body.Length), ApiJson.Options) is null ? Problems.Of(ProblemCode.BodyInvalid, "Send nothing here, or an empty object.") : null;
        }
        catch (JsonException e)
        {
            return JsonProblem.Describe(e);
        }
    }

    private sealed record Nothing;
}
