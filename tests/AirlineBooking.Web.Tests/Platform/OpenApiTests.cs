using System.Text.Json;
using AirlineBooking.Domain;
using AirlineBooking.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Web.Tests.Platform;

[Collection(Looking.Name)]
public sealed class OpenApiTests(SharedAirline shared)
{
    private HttpClient Client => shared.Airline.Client;

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_may_be_kept()
    {
        using var answer = await Client.GetAtAsync("/openapi/v1.json");

        Assert.StartsWith("3.1.", (await answer.JsonAsync()).Text("openapi"), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task Every_address_of_the_API_is_in_the_document_and_no_other()
    {
        var served = shared.Airline.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText ?? "")
            .Where(path => path.StartsWith("/api/", StringComparison.Ordinal))
            .Select(path => path.TrimEnd('/'));

        var document = await Client.GetJsonAsync("/openapi/v1.json");

        Assert.Equal(served.Distinct().Order(), document.GetProperty("paths").EnumerateObject().Select(path => path.Name.TrimEnd('/')).Order());
    }

    [Fact]
    public async Task Every_operation_is_described_and_shows_a_call_that_succeeds()
    {
        foreach (var (name, operation) in Operations(await Client.GetJsonAsync("/openapi/v1.json")))
        {
            foreach (var member in new[] { "operationId", "summary", "description" }) Assert.True(operation.TryGetProperty(member, out var words) && words.GetString()?.Length > 0, $"{name} has no {member}");
            Assert.True(operation.GetProperty("tags").GetArrayLength() > 0, $"{name} has no tag");
            Assert.True(operation.TryGetProperty("x-examples", out var examples) && examples[0].GetProperty("status").GetInt32() < 300, $"{name} shows no call");
            Assert.Contains(operation.GetProperty("responses").EnumerateObject(), response =>
                response.Name == "204" || response.Name.StartsWith('2') && response.Value.GetProperty("content").EnumerateObject().All(content => content.Value.TryGetProperty("example", out _)));
            foreach (var parameter in operation.GetProperty("parameters").EnumerateArray()) Assert.NotEmpty(parameter.Text("description"));
        }
    }

    [Fact]
    public async Task Every_failing_answer_of_the_document_is_a_problem_with_an_example_of_its_code()
    {
        foreach (var (name, operation) in Operations(await Client.GetJsonAsync("/openapi/v1.json")))
        {
            foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] is '4' or '5'))
            {
                var content = Assert.Single(response.Value.GetProperty("content").EnumerateObject().ToList());
                Assert.Equal("application/problem+json", content.Name);
                foreach (var example in content.Value.GetProperty("examples").EnumerateObject())
                {
                    var value = example.Value.GetProperty("value");
                    Assert.True((example.Name, response.Name) == (value.Text("code"), $"{value.GetProperty("status").GetInt32()}"), $"{name} {response.Name} {example.Name}");
                }
            }
        }
    }

    [Fact]
    public async Task The_parameters_examples_together_make_a_call_that_succeeds()
    {
        var document = await Client.GetJsonAsync("/openapi/v1.json");
        foreach (var (name, operation) in Operations(document))
        {
            var shown = operation.GetProperty("parameters").EnumerateArray().Where(parameter => parameter.TryGetProperty("example", out _)).ToLookup(parameter => parameter.Text("in") == "header");
            var call = new DocumentedCall(
                name,
                shown[false].ToDictionary(parameter => parameter.Text("name"), parameter => parameter.GetProperty("example").ToString()),
                shown[true].ToDictionary(parameter => parameter.Text("name"), parameter => parameter.GetProperty("example").ToString()),
                operation.TryGetProperty("requestBody", out var asked) ? asked.GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText() : null);
            using var answer = await call.With(operation.GetProperty("x-examples")[0]).After(operation.GetProperty("x-examples")[0], document).SendAsync(Client, document);
            await AgreesAsync(name, operation, answer);
            Assert.True(answer.IsSuccessStatusCode, name);
        }
    }

    [Fact]
    public async Task Every_example_of_the_document_runs_and_answers_as_it_says()
    {
        var ran = 0;
        var document = await Client.GetJsonAsync("/openapi/v1.json");
        foreach (var (name, operation) in Operations(document))
        {
            foreach (var example in operation.GetProperty("x-examples").EnumerateArray())
            {
                using var answer = await DocumentedCall.Of(name, example, document).SendAsync(Client, document);
                Assert.True((int)answer.StatusCode == example.GetProperty("status").GetInt32(), $"{name} {example.Text("name")}: {(int)answer.StatusCode}");
                await AgreesAsync(name, operation, answer);
                ran++;
            }
        }
        Assert.True(ran >= 30, $"Only {ran} examples ran.");
    }

    [Fact]
    public async Task Reading_the_document_holds_no_seats()
    {
        await using var airline = await RunningAirline.OpenAsync();
        (await airline.Client.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");

        await using var db = await airline.Get<IDbContextFactory<AirlineDb>>().CreateDbContextAsync();

        Assert.False(await db.SeatHolds.AnyAsync());
        Assert.False(await db.SeatClaims.AnyAsync());
    }

    [Fact]
    public async Task Every_list_of_the_document_says_what_is_in_it()
    {
        var lists = Schemas((await Client.GetJsonAsync("/openapi/v1.json")).GetProperty("components"), "").Where(schema => IsList(schema.Schema)).ToList();

        Assert.All(lists, list => Assert.True(list.Schema.TryGetProperty("items", out var items) && items.EnumerateObject().Any(), list.Place));
        Assert.NotEmpty(lists);
    }

    [Theory]
    [InlineData("/api/v1/bookings/{locator}/itinerary.ics")]
    [InlineData("/api/v1/bookings/{locator}/receipt.pdf")]
    [InlineData("/api/v1/bookings/{locator}/boarding-passes/{boardingPassId}.svg")]
    [InlineData("/api/v1/flights/{flightId}/seat-map/stream")]
    public async Task A_file_and_a_stream_have_no_tag_to_ask_with(string path)
    {
        var responses = (await Client.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses");

        Assert.False(responses.TryGetProperty("304", out _) || responses.TryGetProperty("412", out _));
        Assert.False(responses.GetProperty("200").GetProperty("headers").TryGetProperty("ETag", out _));
    }

    [Fact]
    public async Task Booking_names_the_headers_that_it_answers_with()
    {
        var responses = (await Client.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").GetProperty("/api/v1/bookings").GetProperty("post").GetProperty("responses");

        foreach (var status in new[] { "201", "202", "402", "503" }) Assert.True(responses.GetProperty(status).GetProperty("headers").TryGetProperty("Booking-Token", out _), status);
        foreach (var status in new[] { "201", "202" }) Assert.True(responses.GetProperty(status).GetProperty("headers").TryGetProperty("Location", out _), status);
    }

    private static bool IsList(JsonElement schema) => schema.TryGetProperty("type", out var type) && (type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Any(one => one.GetString() == "array") : type.GetString() == "array");

    private static IEnumerable<(string Place, JsonElement Schema)> Schemas(JsonElement json, string place)
    {
        if (json.ValueKind is not JsonValueKind.Object) yield break;
        if (json.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String or JsonValueKind.Array) yield return (place, json);
        foreach (var member in json.EnumerateObject().Where(member => member.Name is not ("example" or "examples")))
        {
            foreach (var below in Schemas(member.Value, $"{place}/{member.Name}")) yield return below;
        }
    }

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    // The document names this status with this type, and every member of the answer.
    private static async Task AgreesAsync(string name, JsonElement operation, HttpResponseMessage answer)
    {
        var status = $"{(int)answer.StatusCode}";
        Assert.True(operation.GetProperty("responses").TryGetProperty(status, out var documented), $"{name} does not name {status}");
        if (answer.StatusCode is System.Net.HttpStatusCode.NoContent) return;
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        Assert.True(documented.GetProperty("content").TryGetProperty(type, out var media), $"{name} {status} does not name {type}");
        if (!answer.IsSuccessStatusCode) return;
        Assert.True(media.TryGetProperty("schema", out _), $"{name} {status} has no schema");
        if (type == "application/json") Assert.Equal(JsonValueKind.Object, (await answer.JsonAsync()).ValueKind);
    }
}
