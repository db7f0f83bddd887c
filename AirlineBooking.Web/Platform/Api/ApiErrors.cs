using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.Net.Http.Headers;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>The API's last handler: whatever fails below answers as a problem, in JSON, without a word about our insides.</summary>
public sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    private static readonly PathString[] Roots = ["/api", "/openapi", "/health", "/hubs"];

    private static readonly string[] AboutTheBody =
        [HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ContentDisposition, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Location];

    /// <summary>True where programs ask and JSON answers.</summary>
    public static bool Covers(PathString path)
    {
        foreach (var root in Roots)
        {
            if (path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        if (!Covers(context.Request.Path))
        {
            await next(context);
            return;
        }
        if (context.Request.ContentLength > ApiLimits.MostBodyBytes)
        {
            await Problems.OfStatus(StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
            return;
        }
        try
        {
            if (await BodyGuard.RefuseAsync(context) is { } refused)
            {
                await refused.ExecuteAsync(context);
                return;
            }
            await next(context);
            var response = context.Response;
            if (response.StatusCode >= StatusCodes.Status400BadRequest && !response.HasStarted && response.ContentLength is null && response.ContentType is null)
            {
                await Problems.OfStatus(response.StatusCode).ExecuteAsync(context);
            }
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, e);
        }
    }

    private Task AnswerAsync(HttpContext context, Exception exception)
    {
        if (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or ConnectionResetException)
        {
            // Nobody is there to read an answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return Task.CompletedTask;
        }
        Forget(context.Response.Headers);
        if (exception is BadHttpRequestException bad) return Describe(bad).ExecuteAsync(context);
        log.LogError(exception, "{Method} {Route} failed as request {RequestId}", context.Request.Method, RouteOf(context), context.TraceIdentifier);
        return Problems.Of(ProblemCode.InternalError, "We were told about it. Name the request id if you ask.").ExecuteAsync(context);
    }

    // What described the answer that failed. What is left of the limits stays.
    private static void Forget(IHeaderDictionary headers)
    {
        foreach (var name in AboutTheBody) headers.Remove(name);
    }

    private static ApiProblem Describe(BadHttpRequestException bad) => bad switch
    {
        { InnerException: JsonException json } => JsonProblem.Describe(json),
        { StatusCode: StatusCodes.Status400BadRequest } => Problems.Of(ProblemCode.BodyInvalid, "A JSON body is needed here."),
        _ => Problems.OfStatus(bad.StatusCode),
    };

    // The pattern, never the address itself: that may name a booking.
    private static string? RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
}
