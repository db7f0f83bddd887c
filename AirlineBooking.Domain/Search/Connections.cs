namespace AirlineBooking.Domain.Search;

/// <summary>The flights of a market to which a passenger of a leg can change, or on which he stays on board.</summary>
internal ref struct Connections
{
    private readonly ReadOnlySpan<FlightTimes> _times;
    private readonly TimeBlocks _blocks;
    private readonly int _market;
    private readonly int _until;
    private readonly int _joined;
    private readonly int _lastBlock;
    private int _block;
    private int _at;
    private int _end;
    private bool _joinedIsLeft;

    public Connections(ScanFrame frame, int leg, in Market market, in Market next)
    {
        (_blocks, _market) = (frame.Timetable.Blocks, next.Index);
        _times = frame.Times;
        var arrives = _times[leg].Arrives;
        var from = arrives + frame.MinimumConnection(market, next);
        _until = arrives + frame.MaximumConnection;
        _lastBlock = Math.Min(_blocks.Of(_until), _blocks.Last);
        _block = Math.Max(0, _blocks.Of(from));
        if (_block <= _lastBlock) (_at, _end) = _blocks.Run(_block, _market, from, _times);
        _at--;

        if (!market.HasJoins) return;
        _joined = frame.Timetable.Next[leg];
        if (_joined < 0 || frame.Timetable.Destinations[_joined] != next.Destination) return;

        // The leg that the service goes on as counts whatever the time on the ground; if that is in range it comes by itself.
        var departs = _times[_joined].Departs;
        _joinedIsLeft = departs < from || departs > _until;
    }

    public int Current { get; private set; }

    public readonly Connections GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_joinedIsLeft)
        {
            _joinedIsLeft = false;
            Current = _joined;
            return true;
        }
        while (++_at >= _end)
        {
            if (_block >= _lastBlock) return false;
            (_at, _end) = _blocks.Run(++_block, _market);
            _at--;
        }
        Current = _at;
        return _times[_at].Departs <= _until;
    }
}
