using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AirlineBooking.Web.Platform.Api.OpenApi;

/// <summary>An example as it went: what was sent and what came back.</summary>
internal sealed record ShownExample(string Name, ExampleCall Call, JsonNode? Answer);

/// <summary>Makes the calls that the document shows, inside the program, so that no example is ever out of date.</summary>
internal sealed class ExampleRunner(IServiceScopeFactory scopes, EndpointDataSource endpoints, ILogger<ExampleRunner> log)
{
    /// <summary>The examples of an operation that can be shown now; one that does not answer as it says is left out and logged.</summary>
    public async Task<IReadOnlyList<ShownExample>> RunAsync(string operationId, CancellationToken cancel)
    {
        var endpoint = endpoints.Endpoints.OfType<RouteEndpoint>().FirstOrDefault(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operationId);
        if (endpoint is null) return [];
        var shown = new List<ShownExample>();
        foreach (var example in endpoint.Metadata.GetOrderedMetadata<NamedExample>())
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await example.Make(scope.ServiceProvider, cancel) is not { } call) continue;
            if (!call.IsMade)
            {
                shown.Add(new ShownExample(example.Name, call, call.Shown is null ? null : JsonSerializer.SerializeToNode(call.Shown, ApiJson.Options)));
                continue;
            }
            var (status, answer) = await CallAsync(endpoint, call, scope.ServiceProvider, cancel);
            if (status == call.Status) shown.Add(new ShownExample(example.Name, call, answer));
            else log.LogWarning("The example {Example} of {Operation} answers {Status} and not {Expected}", example.Name, operationId, status, call.Status);
        }
        return shown;
    }

    private static async Task<(int Status, JsonNode? Answer)> CallAsync(RouteEndpoint endpoint, ExampleCall call, IServiceProvider services, CancellationToken cancel)
    {
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, RequestAborted = cancel, TraceIdentifier = "5f0c0ffee0ddba11deadbeef" };
        context.Response.Body = answer;
        context.SetEndpoint(endpoint);
        var inPath = endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        context.Request.Method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? HttpMethods.Get;
        context.Request.Path = PathOf(endpoint.RoutePattern, call);
        foreach (var (name, value) in call.Parameters.Where(parameter => inPath.Contains(parameter.Key))) context.Request.RouteValues[name] = value;
        context.Request.QueryString = QueryString.Create(call.Parameters.Where(parameter => !inPath.Contains(parameter.Key)).Select(parameter => KeyValuePair.Create<string, string?>(parameter.Key, parameter.Value)));
        if (call.Body is { } body)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            (context.Request.Body, context.Request.ContentLength, context.Request.ContentType) = (new MemoryStream(bytes), bytes.Length, "application/json");
            context.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
        }
        await (endpoint.RequestDelegate ?? throw new InvalidOperationException("A mapped endpoint has a delegate."))(context);
        await context.Response.CompleteAsync();
        answer.Position = 0;
        return (context.Response.StatusCode, answer.Length == 0 ? null : await JsonNode.ParseAsync(answer, cancellationToken: cancel));
    }

    private static string PathOf(RoutePattern pattern, ExampleCall call) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => call.Parameters.GetValueOrDefault(parameter.Name, ""),
            _ => "",
        }))));

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}
