using System.Text;
using System.Text.Json;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Seats;
using AirlineBooking.Web.Platform.Api;

namespace AirlineBooking.Web.Seats;

/// <summary>Writes news of a seat map as server-sent events.</summary>
internal sealed class SeatMapStream(HttpResponse response)
{
    /// <summary>A comment after so long a silence keeps proxies from closing the connection, and shows whether anybody is there.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private static readonly byte[] Silence = ":\n\n"u8.ToArray();

    public async Task WriteAsync(IAsyncEnumerable<SeatMapNews> news, CancellationToken cancel)
    {
        response.ContentType = ApiDescriptions.EventStream;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await foreach (var one in news.WithCancellation(cancel))
            {
                await response.Body.WriteAsync(BytesOf(one), cancel);
                await response.Body.FlushAsync(cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Whoever listened has gone, or the program stops: the stream resumes elsewhere from its last id.
        }
    }

    /// <summary>What the document shows.</summary>
    public static string Example(FlightId flight, SeatNumber seat) => Text("seats", 13, new SeatsChangedAnswer(flight, 13, [new SeatAnswer(seat, SeatState.Held)]));

    private static byte[] BytesOf(SeatMapNews news) => news.Kind switch
    {
        SeatMapNewsKind.Begin => Encoding.UTF8.GetBytes($": after version {news.Change.Version}\n\n"),
        SeatMapNewsKind.Change => Encoding.UTF8.GetBytes(Text("seats", news.Change.Version, SeatsChangedAnswer.Of(news.Change))),
        SeatMapNewsKind.Gap => Encoding.UTF8.GetBytes(Text("gap", news.Change.Version, new GapAnswer(news.Change.FlightId, news.Change.Version))),
        SeatMapNewsKind.Quiet => Silence,
    };

    private static string Text<T>(string kind, long version, T told) => $"event: {kind}\nid: {version}\ndata: {JsonSerializer.Serialize(told, ApiJson.Options)}\n\n";
}
