using System.Net;
using System.Text;

namespace AirlineBooking.Web.Tests.Seats;

/// <summary>Reads the server-sent events of a seat map as a browser does.</summary>
internal sealed class EventStream(HttpResponseMessage answer, StreamReader lines) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Answers when the stream has begun: what is committed after that is told.</summary>
    public static async Task<EventStream> OpenAsync(HttpClient client, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{SeatCalls.Map()}/stream", UriKind.Relative));
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var stream = new EventStream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(), Encoding.UTF8));
        Assert.StartsWith(": after version", await stream.CommentAsync(), StringComparison.Ordinal);
        return stream;
    }

    public async Task<string> CommentAsync()
    {
        var lines = await BlockAsync();
        return Assert.Single(lines);
    }

    public async Task<(string Kind, string Id, string Data)> NextAsync()
    {
        while (true)
        {
            var fields = (await BlockAsync()).Where(line => !line.StartsWith(':')).Select(line => line.Split(": ", 2)).ToDictionary(field => field[0], field => field[1]);
            if (fields.Count > 0) return (fields["event"], fields["id"], fields["data"]);
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }

    private async Task<List<string>> BlockAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var block = new List<string>();
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length > 0) block.Add(line);
            else if (block.Count > 0) return block;
        }
        throw new InvalidOperationException("The stream ended.");
    }
}
