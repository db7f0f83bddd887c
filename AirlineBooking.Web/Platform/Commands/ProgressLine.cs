using System.Globalization;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Web.Platform.Commands;

/// <summary>Shows how far long work is, on standard error: one line that changes on a terminal, a line now and then when it goes to a file.</summary>
internal sealed class ProgressLine(TextWriter output, bool onTerminal, TimeProvider clock)
{
    /// <summary>Work that is done sooner shows nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenOnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenInFile = TimeSpan.FromSeconds(5);

    private readonly long _started = clock.GetTimestamp();
    private long _shown;
    private int _width;

    public void Show(ImportProgress progress)
    {
        if (clock.GetElapsedTime(_started) < Patience) return;
        if (_shown != 0 && clock.GetElapsedTime(_shown) < (onTerminal ? BetweenOnTerminal : BetweenInFile)) return;
        _shown = clock.GetTimestamp();
        var line = Words(progress);
        if (onTerminal)
        {
            output.Write("\r" + line.PadRight(_width));
            _width = line.Length;
        }
        else
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Clears the changing line, so that what follows stands on a line of its own.</summary>
    public void Clear()
    {
        if (_width == 0) return;
        output.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
    }

    private static string Words(ImportProgress progress) => progress switch
    {
        { Of: { } all } => string.Create(CultureInfo.InvariantCulture, $"{progress.Doing}: {progress.Done:N0} of {all:N0}"),
        { Done: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{progress.Doing}: {progress.Done:N0}"),
        _ => progress.Doing,
    };
}
