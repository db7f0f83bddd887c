namespace AirlineBooking.Domain.Search;

/// <summary>What the ways from one origin of a query to one destination cost, and how long their changes take.</summary>
internal readonly ref struct Ways
{
    private readonly ScanPrices _prices;
    private readonly Timetable _timetable;
    private readonly ReadOnlySpan<long> _fares;

    public Ways(ScanFrame frame, int origin, int destination)
    {
        var query = frame.Query;
        (_prices, _timetable) = (query.Prices, frame.Timetable);
        _fares = _prices.Fares.AsSpan((origin * query.Destinations.Length + destination) * _prices.Ranks, _prices.Ranks);
        DepartureTax = _prices.DepartureTaxes[origin];
        (OriginPlace, Origin, Destination) = (origin, query.Origins[origin], query.Destinations[destination]);
    }

    /// <summary>The origin's place in the query.</summary>
    public int OriginPlace { get; }

    public int Origin { get; }

    public long DepartureTax { get; }

    public int Destination { get; }

    /// <summary>The whole cost at that highest rank, with that much transfer tax.</summary>
    public long Cost(int rank, long transferTax) => _fares[rank] + DepartureTax + transferTax;

    /// <summary>The tax of changing from one market to the next.</summary>
    public long TransferTax(int market, int next) =>
        _prices.TransferTax(_timetable.Markets.Destinations[market], Kind(_timetable, market, next));

    /// <summary>The minimum connecting time from one market to the next.</summary>
    public static int MinimumConnection(Timetable timetable, int market, int next) =>
        timetable.MinimumConnections[timetable.Markets.Destinations[market] * ConnectionRules.Kinds + (int)Kind(timetable, market, next)];

    private static Flights.ConnectionKind Kind(Timetable timetable, int market, int next)
    {
        var (markets, countries) = (timetable.Markets, timetable.Countries);
        var at = countries[markets.Destinations[market]];
        return ConnectionRules.KindOf(countries[markets.Origins[market]] != at, countries[markets.Destinations[next]] != at);
    }
}

/// <summary>The flights of a market to which a passenger of a leg can change, or on which he stays on board.</summary>
internal ref struct Connections
{
    private readonly ReadOnlySpan<int> _departs;
    private readonly int _joined;
    private readonly int _until;
    private readonly int _end;
    private int _at;
    private bool _joinedIsLeft;

    public Connections(ScanFrame frame, int leg, int market, int next)
    {
        var timetable = frame.Timetable;
        var arrives = timetable.Arrives[leg];
        _departs = timetable.Departs;
        _end = timetable.Markets.First[next + 1];
        _until = arrives + timetable.Connections.MaximumMinutes;
        _at = frame.FirstFrom(next, arrives + Ways.MinimumConnection(timetable, market, next)) - 1;
        _joined = timetable.Next[leg];

        // The leg that the service goes on as counts whatever the time on the ground; if that is in range it comes by itself.
        _joinedIsLeft = _joined >= timetable.Markets.First[next] && _joined < _end && (_joined <= _at || _departs[_joined] > _until);
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
        Current = ++_at;
        return _at < _end && _departs[_at] <= _until;
    }
}
