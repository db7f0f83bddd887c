using System.Globalization;
using System.Threading.Channels;
using Microsoft.Playwright;

namespace AirlineBooking.Benchmarks;

/// <summary>When something in a document changed and was painted, and when it had been clicked before, in milliseconds of the wall clock.</summary>
internal readonly record struct Paint(string Name, string State, double Clicked, double Changed, double Painted);

/// <summary>A page in a browser that tells when what it shows was painted, and the bytes of its live connection.</summary>
internal sealed class PaintedPage
{
    // The frame after a change paints it; when the one after that begins, it is painted.
    private const string Script =
        """
        selector => {
          const now = () => performance.timeOrigin + performance.now();
          let clicked = 0;
          addEventListener('click', event => { clicked = performance.timeOrigin + event.timeStamp; }, true);
          new MutationObserver(changes => {
            const changed = now(), asked = clicked, places = new Set(changes.map(change => change.target));
            const told = [...places].map(place => `${(place.ariaLabel ?? '').split(',')[0]}|${place.className ?? place.data}|${asked}|${changed}`);
            requestAnimationFrame(() => requestAnimationFrame(() => {
              const painted = now();
              for (const one of told) paintedHere(`${one}|${painted}`);
            }));
          }).observe(document.querySelector(selector), { subtree: true, characterData: true, attributes: true, attributeFilter: ['class'] });
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Channel<Paint> _paints = Channel.CreateUnbounded<Paint>();
    private long _received, _sent;

    private PaintedPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Payloads of the live connection so far, before compression.</summary>
    public (long Received, long Sent) Bytes => (Interlocked.Read(ref _received), Interlocked.Read(ref _sent));

    public static async Task<PaintedPage> OpenAsync(IBrowserContext context)
    {
        var page = new PaintedPage(await context.NewPageAsync());
        await page.Page.ExposeFunctionAsync<string, bool>("paintedHere", page.Tell);
        page.Page.WebSocket += (_, socket) =>
        {
            socket.FrameReceived += (_, frame) => Interlocked.Add(ref page._received, LengthOf(frame));
            socket.FrameSent += (_, frame) => Interlocked.Add(ref page._sent, LengthOf(frame));
        };
        return page;
    }

    /// <summary>From here on every change below the element is told.</summary>
    public Task WatchAsync(string selector) => Page.EvaluateAsync(Script, selector);

    /// <summary>Waits until what is asked for was painted.</summary>
    public async Task<Paint> PaintedAsync(Func<Paint, bool> isAskedFor)
    {
        using var gone = new CancellationTokenSource(Patience);
        while (true)
        {
            var paint = await _paints.Reader.ReadAsync(gone.Token);
            if (isAskedFor(paint)) return paint;
        }
    }

    /// <summary>Between what the page's clock is before this program's: its answer was made after it was asked for and before it was here.</summary>
    public async Task<(double Least, double Most)> ClockAheadAsync()
    {
        var (least, most) = (double.MinValue, double.MaxValue);
        for (var i = 0; i < 50; i++)
        {
            var asked = Now();
            var there = await Page.EvaluateAsync<double>("performance.timeOrigin + performance.now()");
            (least, most) = (Math.Max(least, there - Now()), Math.Min(most, there - asked));
        }
        return (least, most);
    }

    /// <summary>The wall clock in milliseconds, as a page has it.</summary>
    public static double Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    private bool Tell(string told)
    {
        var parts = told.Split('|');
        double Time(int part) => double.Parse(parts[part], CultureInfo.InvariantCulture);
        return _paints.Writer.TryWrite(new Paint(parts[0], parts[1], Time(2), Time(3), Time(4)));
    }

    private static int LengthOf(IWebSocketFrame frame) => frame.Binary?.Length ?? frame.Text?.Length ?? 0;
}
