using System.Collections.Concurrent;
using System.Threading.Channels;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Domain.Seats;

/// <summary>Tells whoever watches a flight what each commit changed on its map. A push is a hint: who doubts or finds a gap reads again.</summary>
public sealed class SeatMapFeed
{
    /// <summary>Who is slower than this many changes loses the oldest, finds a gap in the versions and reads again.</summary>
    public const int LongestBacklog = 64;

    private readonly ConcurrentDictionary<FlightId, Watchers> _flights = new();

    /// <summary>Called with every change of every flight, in this process, after its commit. It must be quick and must not throw.</summary>
    public event Action<SeatsChanged>? Heard;

    /// <summary>How many are watching, for the health report.</summary>
    public int Watching => _flights.Sum(flight => flight.Value.Count);

    /// <summary>Starts watching a flight. Dispose to stop.</summary>
    public SeatMapWatch Watch(FlightId flight)
    {
        while (true)
        {
            var watchers = _flights.GetOrAdd(flight, static _ => new Watchers());
            var watch = new SeatMapWatch(leaving => Leave(flight, leaving));
            if (watchers.TryAdd(watch)) return watch;
        }
    }

    /// <summary>Tells a change that is committed.</summary>
    public void Publish(SeatsChanged change)
    {
        Heard?.Invoke(change);
        if (!_flights.TryGetValue(change.FlightId, out var watchers)) return;
        foreach (var watch in watchers.Snapshot) watch.Hear(change);
    }

    private void Leave(FlightId flight, SeatMapWatch watch)
    {
        if (_flights.TryGetValue(flight, out var watchers) && watchers.RemoveAndClose(watch)) _flights.TryRemove(KeyValuePair.Create(flight, watchers));
    }

    // The list is copied when it changes, so that telling needs no lock.
    private sealed class Watchers
    {
        private readonly Lock _lock = new();
        private SeatMapWatch[] _all = [];
        private bool _closed;

        public SeatMapWatch[] Snapshot => Volatile.Read(ref _all);

        public int Count => Snapshot.Length;

        public bool TryAdd(SeatMapWatch watch)
        {
            lock (_lock)
            {
                if (_closed) return false;
                _all = [.. _all, watch];
                return true;
            }
        }

        public bool RemoveAndClose(SeatMapWatch watch)
        {
            lock (_lock)
            {
                _all = Array.FindAll(_all, one => !ReferenceEquals(one, watch));
                return _closed = _all.Length == 0;
            }
        }
    }
}

/// <summary>One who watches a flight's map.</summary>
public sealed class SeatMapWatch : IDisposable
{
    private readonly Channel<SeatsChanged> _changes = Channel.CreateBounded<SeatsChanged>(
        new BoundedChannelOptions(SeatMapFeed.LongestBacklog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private Action<SeatMapWatch>? _leave;

    internal SeatMapWatch(Action<SeatMapWatch> leave) => _leave = leave;

    /// <summary>What changed, as it comes.</summary>
    public ChannelReader<SeatsChanged> Changes => _changes.Reader;

    public void Dispose()
    {
        Interlocked.Exchange(ref _leave, null)?.Invoke(this);
        _changes.Writer.TryComplete();
    }

    internal void Hear(SeatsChanged change) => _changes.Writer.TryWrite(change);
}
