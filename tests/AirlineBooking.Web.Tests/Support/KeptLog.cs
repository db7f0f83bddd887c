using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AirlineBooking.Web.Tests.Support;

/// <summary>Keeps what is logged, for a test to read.</summary>
public sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();
    private readonly ConcurrentQueue<string> _everything = new();

    public IReadOnlyList<(LogLevel Level, string Text)> Lines => [.. _lines];

    /// <summary>All that a log may carry: messages, their named values, exceptions with what they come from, and scopes.</summary>
    public IReadOnlyList<string> Everything => [.. _everything];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        _everything.Enqueue($"{state} {Named(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = formatter(state, exception);
        _lines.Enqueue((logLevel, text));
        _everything.Enqueue($"{text} {Named(state)} {exception}");
    }

    public void Dispose()
    {
        // Nothing to let go.
    }

    private static string Named(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(one => $"{one.Key}={one.Value}")) : "";
}
