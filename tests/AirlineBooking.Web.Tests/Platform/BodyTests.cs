using System.Net.Http.Headers;
using System.Text;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

/// <summary>What happens to a body that is not as it should be, shown with the one operation that takes one.</summary>
[Collection(Looking.Name)]
public sealed class BodyTests(SharedAirline shared)
{
    private const string Slice = """{"origin":"LHR","destination":"JFK","departureDate":"2026-12-01"}""";

    [Theory]
    [InlineData("""{"slices":[],"colour":"red"}""", 400, "unknown_field", "/colour")]
    [InlineData("""{"slices":[{"origin":"LHR","destination":"JFK","departureDate":"2026-12-01","price":1}]}""", 400, "unknown_field", "/slices/0/price")]
    [InlineData("""{"slices":[{"origin":"LHR","departureDate":"2026-12-01"}]}""", 400, "request_invalid", "/slices/0/destination")]
    [InlineData("""{}""", 400, "request_invalid", "/slices")]
    [InlineData("""{"slices":null}""", 400, "request_invalid", "/slices")]
    [InlineData("""{"slices":[{"origin":"LONDON","destination":"JFK","departureDate":"2026-12-01"}]}""", 400, "request_invalid", "/slices/0/origin")]
    [InlineData("""{"slices":[{"origin":"LHR","destination":"JFK","departureDate":"tomorrow"}]}""", 400, "request_invalid", "/slices/0/departureDate")]
    [InlineData("""{"slices":[],"maxStops":"two"}""", 400, "request_invalid", "/maxStops")]
    [InlineData("""{"slices":[],"maxStops":1,"maxStops":2}""", 400, "request_invalid", "/maxStops")]
    [InlineData("""{"slices":[],"cabin":"cargo"}""", 400, "request_invalid", "/cabin")]
    public async Task A_wrong_field_is_named_by_its_pointer(string body, int status, string code, string at)
    {
        using var answer = await PostAsync(body);

        Assert.Equal(at, (await answer.IsProblemAsync(status, code)).GetProperty("errors")[0].Text("pointer"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,2")]
    [InlineData("hello")]
    [InlineData("""{"slices":[],}""")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}}}}}}}}}""")]
    public async Task What_is_not_JSON_of_decent_depth_is_refused(string body)
    {
        using var answer = await PostAsync(body);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_type_than_JSON_is_415(string type)
    {
        using var answer = await PostAsync($$"""{"slices":[{{Slice}}]}""", type);

        await answer.IsProblemAsync(415, "unsupported_media_type");
    }

    [Fact]
    public async Task Without_a_type_it_is_415()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        using var answer = await shared.Airline.Client.PostAsync(new Uri("/api/v1/offers/search", UriKind.Relative), content);

        await answer.IsProblemAsync(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_64_KiB_is_413_said_beforehand_or_not(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/offers/search", UriKind.Relative))
        {
            Content = new StringContent($$"""{"slices":[{{Slice}}]{{new string(' ', 65 * 1024)}}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await shared.Airline.Client.SendAsync(request);

        await answer.IsProblemAsync(413, "body_too_large");
    }

    [Fact]
    public async Task No_answer_speaks_of_our_insides()
    {
        foreach (var body in new[] { "{", """{"slices":null}""", """{"slices":[{"origin":1}]}""", """{"slices":[],"cabin":7}""" })
        {
            using var answer = await PostAsync(body);
            var text = await answer.Content.ReadAsStringAsync();
            foreach (var word in new[] { "System.", "AirlineBooking", "Exception", "   at ", "LineNumber", ".NET" }) Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string type = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await shared.Airline.Client.PostAsync(new Uri("/api/v1/offers/search", UriKind.Relative), content);
    }
}
