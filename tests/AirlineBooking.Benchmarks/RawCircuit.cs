using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace AirlineBooking.Benchmarks;

/// <summary>A live page without its browser: it opens the page's circuit, acknowledges every render and answers for the scripts.</summary>
/// <remarks>It says what the framework's script says, in that order, over a WebSocket that compresses as a browser's does.</remarks>
internal sealed partial class RawCircuit : IAsyncDisposable
{
    private const string Start = "0";
    private const long ObjectResult = 1;

    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}""" + '\u001e');

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _ends = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _components, _state;
    private readonly string? _lastCall;
    private readonly Action? _rendered;
    private Task _listening = Task.CompletedTask;
    private long _objects;
    private int _acknowledged;

    private RawCircuit(string page, string? lastCall, Action? rendered)
    {
        var markers = Marker().Matches(page).Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker.Groups[1].Value}}}""").ToList();
        if (markers.Count == 0) throw new InvalidOperationException("The page has no live part.");
        _components = $$"""{"batchId":1,"operations":[{{string.Join(',', markers)}}]}""";
        _state = State().Match(page).Groups[1].Value;
        (_lastCall, _rendered) = (lastCall, rendered);
    }

    /// <summary>How many renders were received and acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>Opens a page; it is open when it was drawn or, if a script's function is named, when that was called.</summary>
    public static async Task<RawCircuit> OpenAsync(HttpClient http, Uri page, string? lastCall = null, Action? rendered = null)
    {
        var circuit = new RawCircuit(await http.GetStringAsync(page), lastCall, rendered);
        await circuit.ConnectAsync(page);
        circuit._listening = circuit.ListenAsync();
        await circuit._open.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return circuit;
    }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        await _listening;
        _socket.Dispose();
        _ends.Dispose();
    }

    private async Task ConnectAsync(Uri page)
    {
        _socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        await _socket.ConnectAsync(new UriBuilder(new Uri(page, "/_blazor")) { Scheme = "ws" }.Uri, _ends.Token);
        await _socket.SendAsync(Handshake, WebSocketMessageType.Text, endOfMessage: true, _ends.Token);
        var answer = new byte[64];
        await _socket.ReceiveAsync(answer.AsMemory(), _ends.Token);
        await SayAsync(HubMessages.Call(Start, "StartCircuit", new Uri(page, "/").ToString(), page.ToString(), "[]", _state));
    }

    private async Task ListenAsync()
    {
        try
        {
            await using var stream = WebSocketStream.Create(_socket, WebSocketMessageType.Binary);
            var reader = PipeReader.Create(stream);
            while (true)
            {
                var read = await reader.ReadAsync(_ends.Token);
                var left = read.Buffer;
                while (HubMessages.TryTake(ref left, out var message)) await HearAsync(message);
                reader.AdvanceTo(left.Start, left.End);
                if (read.IsCompleted) throw new InvalidOperationException("The server closed a circuit.");
            }
        }
        catch (Exception end) when (_ends.IsCancellationRequested && end is OperationCanceledException or WebSocketException or IOException)
        {
            // The measurement is over.
        }
        catch (Exception failure)
        {
            if (!_open.TrySetException(failure)) throw;
        }
    }

    private Task HearAsync(object?[] message) => message switch
    {
        [HubMessages.Invocation, _, _, "JS.RenderBatch", object?[] and [long batch, ..], ..] => AcknowledgeAsync(batch),
        [HubMessages.Invocation, _, _, "JS.BeginInvokeJS", object?[] and [long task, string function, _, long result, ..], ..] => AnswerAsync(task, function, result),
        [HubMessages.Invocation, _, _, "JS.EndUpdateRootComponents", ..] => DrawnAsync(),
        [HubMessages.Invocation, _, _, "JS.Error", ..] or [HubMessages.Close, ..] => throw new InvalidOperationException("A circuit broke at the server."),
        [HubMessages.Completion, _, Start, ..] => SayAsync(HubMessages.Call(null, "UpdateRootComponents", _components, _state)),
        [HubMessages.Ping] => SayAsync(HubMessages.Pinged),
        _ => Task.CompletedTask,
    };

    private async Task AcknowledgeAsync(long batch)
    {
        await SayAsync(HubMessages.Call(null, "OnRenderCompleted", batch, null));
        Interlocked.Increment(ref _acknowledged);
        if (_open.Task.IsCompleted) _rendered?.Invoke();
    }

    // Modules and what they return are objects of the browser; the rest returns nothing.
    private async Task AnswerAsync(long task, string function, long result)
    {
        var answer = result == ObjectResult ? $$"""{"__jsObjectId":{{++_objects}}}""" : "null";
        await SayAsync(HubMessages.Call(null, "EndInvokeJSFromDotNet", task, true, $"[{task},true,{answer}]"));
        if (function == _lastCall) _open.TrySetResult();
    }

    private Task DrawnAsync()
    {
        if (_lastCall is null) _open.TrySetResult();
        return Task.CompletedTask;
    }

    private async Task SayAsync(byte[] message) => await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, _ends.Token);

    [GeneratedRegex("""<!--Blazor:(\{"type":"server".*?\})-->""")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
