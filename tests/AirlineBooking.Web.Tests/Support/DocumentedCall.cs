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

    /// <summary>The same call with the headers that an example sends besides.</summary>
    public DocumentedCall With(JsonElement example) => this with { Headers = Texts(example.GetProperty("headers")).Concat(Headers).DistinctBy(header => header.Key).ToDictionary() };

    private DocumentedCall WithNewKeys() =>
        this with { Headers = Headers.ToDictionary(header => header.Key, header => header.Key == "Idempotency-Key" ? Guid.NewGuid().ToString("N") : header.Value) };

    public Task<HttpResponseMessage> SendAsync(HttpClient client, JsonElement document) => SendAsync(client, document, new Dictionary<string, string>());

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, JsonElement document, Dictionary<string, string> known)
    {
        if (Earlier is var (earlier, take))
        {
            using var before = await earlier.SendAsync(client, document, known);
            foreach (var taken in take.EnumerateObject()) known[taken.Name] = await TakeAsync(before, taken.Value.GetString() ?? "");
        }
        string Filled(string text) => known.Where(one => one.Key.StartsWith('$')).Aggregate(text, (filled, one) => filled.Replace(one.Key, one.Value, StringComparison.Ordinal));
        var parameters = new Dictionary<string, string>(Parameters);
        foreach (var (name, value) in known.Where(one => Operation.Contains($"{{{one.Key}}}", StringComparison.Ordinal))) parameters[name] = value;
        var body = Body is null ? null : Filled(Body);
        var (method, address) = (Operation.Split(' ')[0], Operation.Split(' ')[1]);
        var inQuery = new List<string>();
        foreach (var (name, value) in parameters)
        {
            var escaped = Uri.EscapeDataString(value);
            if (address.Contains($"{{{name}}}", StringComparison.Ordinal)) address = address.Replace($"{{{name}}}", escaped, StringComparison.Ordinal);
            else inQuery.Add($"{name}={escaped}");
        }
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(inQuery.Count == 0 ? address : $"{address}?{string.Join('&', inQuery)}", UriKind.Relative));
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, Filled(value));
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
