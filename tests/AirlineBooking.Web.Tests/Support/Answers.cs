using System.Text.Json;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>Reads an answer as a test wants it.</summary>
public static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    public static Task<HttpResponseMessage> GetAtAsync(this HttpClient client, string address, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Get, address, headers);

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }

    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    /// <summary>Asserts a problem of that status and code, complete as the contract says.</summary>
    public static async Task<JsonElement> IsProblemAsync(this HttpResponseMessage answer, int status, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{status} expected, {(int)answer.StatusCode} came: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.Text("code"));
        foreach (var member in new[] { "type", "title", "detail", "instance" }) Assert.NotEmpty(problem.Text(member));
        Assert.Equal(answer.Header("X-Request-Id"), problem.Text("requestId"));
        return problem;
    }
}
