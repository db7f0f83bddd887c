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
    [InlineData("""{"slices":[null]}""", 400, "request_invalid", "/slices/0")]
    [InlineData("""{"slices":[],"cabin":"cargo"}""", 400, "request_invalid", "/cabin")]
    [InlineData("""{"slices":[],"cabin":"Economy"}""", 400, "request_invalid", "/cabin")]
    [InlineData("""{"slices":[],"cabin":"premiumEconomy"}""", 400, "request_invalid", "/cabin")]
    [InlineData("""{"slices":[],"cabin":" economy"}""", 400, "request_invalid", "/cabin")]
    [InlineData("""{"slices":[],"cabin":"economy,business"}""", 400, "request_invalid", "/cabin")]
    [InlineData("""{"slices":[],"sort":"PRICE"}""", 400, "request_invalid", "/sort")]
    public async Task A_wrong_field_is_named_by_its_pointer(string body, int status, string code, string at)
    {
        using var answer = await PostAsync(body);

        Assert.Equal(at, (await answer.IsProblemAsync(status, code)).GetProperty("errors")[0].Text("pointer"));
    }

    [Theory]
    [InlineData("bookings", """{"offerId":"off_1","passengers":[null],"contact":{"email":"a@b.cd"},"payment":{"token":"t"}}""", "/passengers/0")]
    [InlineData("bookings", """{"offerId":"off_1","passengers":[{"type":"adult","givenName":"A","familyName":"B","bornOn":"1990-01-01","seats":{"flt_9":null}}],"contact":{"email":"a@b.cd"},"payment":{"token":"t"}}""", "/passengers/0/seats/flt_9")]
    [InlineData("bookings", """{"offerId":"off_1","passengers":[{"type":"ADULT","givenName":"A","familyName":"B","bornOn":"1990-01-01"}],"contact":{"email":"a@b.cd"},"payment":{"token":"t"}}""", "/passengers/0/type")]
    [InlineData("bookings", """{"offerId":"off_1","passengers":[],"contact":{"email":"a@b.cd","reminders":["email,sms"]},"payment":{"token":"t"}}""", "/contact/reminders/0")]
    [InlineData("bookings/7KXQ4M/check-in", """{"flightId":"flt_9","passengerIds":["p"],"documents":{"p":null}}""", "/documents/p")]
    [InlineData("bookings/7KXQ4M/check-in", """{"flightId":"flt_9","passengerIds":[null]}""", "/passengerIds/0")]
    [InlineData("seat-holds", """{"flightId":"flt_9","seats":["20C",null]}""", "/seats/1")]
    public async Task A_null_among_others_and_a_choice_by_another_name_are_named_too(string address, string body, string at)
    {
        using var answer = await SendAsync(address, body);

        Assert.Equal(at, (await answer.IsProblemAsync(400, "request_invalid")).GetProperty("errors")[0].Text("pointer"));
    }

    [Theory]
    [InlineData("""{"colour":"red"}""", "application/json", false, 400, "unknown_field")]
    [InlineData("{", "application/json", false, 400, "body_invalid")]
    [InlineData("{}", "text/plain", false, 415, "unsupported_media_type")]
    [InlineData("{}", "application/vnd.api+json", false, 415, "unsupported_media_type")]
    [InlineData(null, "application/json", true, 413, "body_too_large")]
    [InlineData("{}", "application/json", true, 404, "hold_unknown")]
    [InlineData("", "text/plain", true, 404, "hold_unknown")]
    public async Task Where_nothing_is_asked_nothing_is_read_and_anything_else_is_refused(string? body, string type, bool chunked, int status, string code)
    {
        using var answer = await SendAsync("seat-holds/hld_9f86d081884c7d659a2feaa0c55ad015/extend", body ?? new string(' ', 65 * 1024), type, chunked);

        await answer.IsProblemAsync(status, code);
    }

    [Fact]
    public async Task A_compressed_body_is_415()
    {
        using var answer = await SendAsync("offers/search", $$"""{"slices":[{{Slice}}]}""", coding: "gzip");

        await answer.IsProblemAsync(415, "unsupported_media_type");
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
    [InlineData("application/vnd.api+json")]
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

    private Task<HttpResponseMessage> PostAsync(string body, string type = "application/json") => SendAsync("offers/search", body, type);

    private async Task<HttpResponseMessage> SendAsync(string address, string body, string type = "application/json", bool chunked = false, string? coding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/{address}", UriKind.Relative)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Headers.TransferEncodingChunked = chunked;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (coding is not null) request.Content.Headers.ContentEncoding.Add(coding);
        return await shared.Airline.Client.SendAsync(request);
    }
}
