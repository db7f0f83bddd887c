using System.Collections.Concurrent;

namespace AirlineBooking.Web.Platform.Limits;

/// <summary>Counts each client's requests in windows that begin with his first one, so that what is left and when it ends are always true.</summary>
/// <remarks>
/// The framework's own limiters cannot say what is left after an admitted request or when the window ends. Memory is bounded:
/// windows that ended are forgotten, and when all places are taken by running ones, newcomers share one more.
/// </remarks>
internal sealed class RateCounters(int mostClients, TimeProvider clock)
{
    private static readonly ClientKey Newcomers = new(ulong.MaxValue, ulong.MaxValue);

    private readonly ConcurrentDictionary<(RatePolicy, ClientKey), Window> _windows = new();
    private readonly Lock _sweeping = new();
    private int _count;
    private long _nextSweep;

    public int Count => Volatile.Read(ref _count);

    /// <summary>Counts one request, unless the quota is used up.</summary>
    public RateState Take(RateRule rule, ClientKey client)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return WindowOf(rule.Policy, client, now).Take(rule, now);
    }

    private Window WindowOf(RatePolicy policy, ClientKey client, long now)
    {
        if (_windows.TryGetValue((policy, client), out var window)) return window;
        if (Count >= mostClients) Sweep(now);
        if (Count >= mostClients) return _windows.GetOrAdd((policy, Newcomers), static _ => new Window());
        var added = new Window();
        window = _windows.GetOrAdd((policy, client), added);
        if (ReferenceEquals(window, added)) Interlocked.Increment(ref _count);
        return window;
    }

    // At most once a second: under a flood of new addresses each would otherwise walk through all of them.
    private void Sweep(long now)
    {
        const int NotAgainForMilliseconds = 1000;
        lock (_sweeping)
        {
            if (now < _nextSweep) return;
            _nextSweep = now + NotAgainForMilliseconds;
            foreach (var (key, window) in _windows)
            {
                if (key.Item2 != Newcomers && window.HasEnded(now) && _windows.TryRemove(key, out _)) Interlocked.Decrement(ref _count);
            }
        }
    }

    private sealed class Window
    {
        private readonly Lock _lock = new();
        private long _endsAt;
        private int _used;

        public bool HasEnded(long now) => Volatile.Read(ref _endsAt) <= now;

        public RateState Take(RateRule rule, long now)
        {
            const int MillisecondsPerSecond = 1000;
            lock (_lock)
            {
                if (_endsAt <= now) (_endsAt, _used) = (now + rule.WindowSeconds * MillisecondsPerSecond, 0);
                var admitted = _used < rule.Requests;
                if (admitted) _used++;
                var secondsToReset = (_endsAt - now + MillisecondsPerSecond - 1) / MillisecondsPerSecond;
                return new RateState(admitted, rule.Requests - _used, secondsToReset);
            }
        }
    }
}
