using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AirlineBooking.Web.Platform.Api;
using AirlineBooking.Web.Tests.Support;

namespace AirlineBooking.Web.Tests.Platform;

[Collection(Looking.Name)]
public sealed class ProblemTests(SharedAirline shared)
{
    private HttpClient Client => shared.Airline.Client;

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/airports")]
    [InlineData("/openapi/v9.json")]
    [InlineData("/health/strange")]
    public async Task An_unknown_path_is_a_problem_and_no_page(string address)
    {
        using var answer = await Client.GetAtAsync(address);

        var problem = await answer.IsProblemAsync(404, "not_found");
        Assert.Equal(address, problem.Text("instance"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task A_wrong_method_is_told_which_ones_work(string method)
    {
        using var answer = await Client.SendAsync(new HttpMethod(method), "/api/v1/airports");

        await answer.IsProblemAsync(405, "method_not_allowed");
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task An_unknown_path_is_that_whatever_is_sent_to_it()
    {
        using var answer = await Client.SendAsync(HttpMethod.Post, "/api/v1/nothing");

        await answer.IsProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task The_instance_is_the_path_without_the_query()
    {
        using var answer = await Client.GetAtAsync("/api/v1/nothing?name=Lovelace");

        Assert.Equal("/api/v1/nothing", (await answer.IsProblemAsync(404, "not_found")).Text("instance"));
    }

    [Fact]
    public async Task HEAD_answers_as_GET_without_a_body()
    {
        using var get = await Client.GetAtAsync("/api/v1/airports/LHR");
        using var head = await Client.SendAsync(HttpMethod.Head, "/api/v1/airports/LHR");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_body_of_more_than_64_KiB_is_refused()
    {
        using var body = new ByteArrayContent(new byte[ApiLimits.MostBodyBytes + 1]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Client.PostAsync(new Uri("/api/v1/airports", UriKind.Relative), body);

        await answer.IsProblemAsync(413, "body_too_large");
    }

    [Fact]
    public void Every_code_is_snake_case_and_stands_for_one_thing()
    {
        Assert.All(ProblemCode.All, code => Assert.Matches("^[a-z]+(_[a-z]+)*$", code.Code));
        Assert.Equal(ProblemCode.All.Count, ProblemCode.All.Select(code => code.Code).Distinct().Count());
        Assert.All(ProblemCode.All, code => Assert.InRange(code.Status, 400, 599));
    }

    [Fact]
    public void A_JSON_path_becomes_a_pointer()
    {
        Assert.Equal("/slices/0/origin", JsonProblem.PointerOf("$.slices[0].origin"));
        Assert.Equal("/a b/c~1d", JsonProblem.PointerOf("$['a b']['c/d']"));
        Assert.Equal("", JsonProblem.PointerOf("$"));
    }

    internal static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
