using System.Text;
using System.Text.Json;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>A call as the document shows it, made as a partner's program would make it.</summary>
/// <param name="Operation">Method and path: GET /api/v1/flights/{flightId}.</param>
/// <param name="Parameters">For the path and the query.</param>
/// <param name="Headers">What it sends besides.</param>
/// <param name="Body">JSON, if any.</param>
/// <param name="Earlier">The call that comes before it, and what is taken from its answer.</param>
public sealed record DocumentedCall(
    string Operation, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Headers, string? Body, (DocumentedCall Call, JsonElement Take)? Earlier = null)
{
    public static DocumentedCall Of(string operation, JsonElement example, JsonElement document) => new DocumentedCall(
        operation, Texts(example.GetProperty("parameters")), Texts(example.GetProperty("headers")),
        example.GetProperty("body").ValueKind is JsonValueKind.Null ? null : example.GetProperty("body").GetRawText()).After(example, document);

    /// <summary>The same call after the one that its example names.</summary>
    public DocumentedCall After(JsonElement example, JsonElement document)
    {
        if (example.GetProperty("after") is not { ValueKind: JsonValueKind.Object } after) return this;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(operation => operation.Value.Text("operationId") == after.Text("operationId")))
            {
                var earlier = operation.Value.GetProperty("x-examples").EnumerateArray().Single(one => one.Text("name") == after.Text("example"));
                // Each later call needs a first one of its own, and keys that nobody has used.
                var call = Of($"{operation.Name.ToUpperInvariant()} {path.Name}", earlier, document).WithNewKeys();
                return WithNewKeys() with { Earlier = (call, after.GetProperty("take")) };
            }
        }
        throw new InvalidOperationException($"No operation is called {after.Text("operationId")}.");
    }

    private DocumentedCall WithNewKeys() => this with { Headers = Headers.ToDictionary(header => header.Key, _ => Guid.NewGuid().ToString("N")) };

    public async Task<HttpResponseMessage> SendAsync(HttpClient client, JsonElement document)
    {
        var (parameters, body) = (new Dictionary<string, string>(Parameters), Body);
        if (Earlier is var (earlier, take))
        {
            using var before = await earlier.SendAsync(client, document);
            foreach (var taken in take.EnumerateObject())
            {
                var value = await TakeAsync(before, taken.Value.GetString() ?? "");
                if (body?.Contains(taken.Name, StringComparison.Ordinal) is true) body = body.Replace(taken.Name, value, StringComparison.Ordinal);
                else parameters[taken.Name] = value;
            }
        }
        var (method, address) = (Operation.Split(' ')[0], Operation.Split(' ')[1]);
        var inQuery = new List<string>();
        foreach (var (name, value) in parameters)
        {
            var escaped = Uri.EscapeDataString(value);
            if (address.Contains($"{{{name}}}", StringComparison.Ordinal)) address = address.Replace($"{{{name}}}", escaped, StringComparison.Ordinal);
            else inQuery.Add($"{name}={escaped}");
        }
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(inQuery.Count == 0 ? address : $"{address}?{string.Join('&', inQuery)}", UriKind.Relative));
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        // A stream of events has headers and no end.
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<string> TakeAsync(HttpResponseMessage answer, string from)
    {
        if (!from.StartsWith('/')) return answer.Header(from) ?? "";
        var at = await answer.JsonAsync();
        foreach (var step in from[1..].Split('/')) at = at.ValueKind is JsonValueKind.Array ? at[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at.GetProperty(step);
        return at.GetString() ?? "";
    }

    private static Dictionary<string, string> Texts(JsonElement json) => json.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString() ?? "");
}
