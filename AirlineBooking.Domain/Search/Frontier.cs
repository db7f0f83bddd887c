namespace AirlineBooking.Domain.Search;

/// <summary>
/// How early one can arrive by the itineraries found so far, given how late one leaves and how little one pays. It lets a
/// scan turn away what has more stops before it looks at a single flight of it.
/// </summary>
/// <remarks>
/// A table by cost level and departure. It may answer later than the truth, never earlier: costs are rounded up to a level
/// and departures down to a bucket, so what it turns away is beaten, and what it lets through is compared exactly later.
/// </remarks>
internal sealed class Frontier
{
    public const int Never = int.MaxValue;

    private const int NoLevel = -1;
    private const int MostLevels = 16;
    private const int MostBuckets = 512;

    private readonly long[] _costs = new long[MostLevels];
    private readonly List<long> _distinct = [];
    private int[] _arrivals = [];
    private int[] _latest = [];
    private int[] _levelOfRank = [];
    private int _levels;
    private int _base;
    private int _shift;
    private int _stride;

    /// <summary>Takes over what was found; the departures of the day lie between the two minutes.</summary>
    public void Build(ReadOnlySpan<Itinerary> found, int firstDeparture, int lastDeparture, int segments)
    {
        ChooseLevels(found);
        if (_levels == 0) return;
        (_base, _shift) = (firstDeparture, 0);
        while ((lastDeparture - firstDeparture) >> _shift >= MostBuckets) _shift++;

        // One more for what leaves after the last.
        _stride = ((lastDeparture - firstDeparture) >> _shift) + 2;
        if (_arrivals.Length < _stride * _levels) _arrivals = new int[(MostBuckets + 2) * MostLevels];
        _arrivals.AsSpan(0, _stride * _levels).Fill(Never);
        foreach (ref readonly var itinerary in found)
        {
            var level = 0;
            while (_costs[level] < itinerary.Cost) level++;
            ref var arrival = ref _arrivals[level * _stride + ((itinerary.DepartsMinute - _base) >> _shift)];
            arrival = Math.Min(arrival, itinerary.ArrivesMinute);
        }
        for (var level = 0; level < _levels; level++)
        {
            var (earliest, cheaper) = (Never, Math.Max(0, level - 1) * _stride);
            for (var bucket = _stride - 1; bucket >= 0; bucket--)
            {
                earliest = Math.Min(earliest, Math.Min(_arrivals[level * _stride + bucket], _arrivals[cheaper + bucket]));
                _arrivals[level * _stride + bucket] = earliest;
            }
        }
        if (_latest.Length < segments * _levels) _latest = new int[segments * MostLevels];
        _latest.AsSpan(0, segments * _levels).Fill(int.MinValue);
    }

    /// <summary>Says what each rank costs on the way that is looked at next.</summary>
    public void Price(in Ways ways, long transferTax)
    {
        if (_levelOfRank.Length < ways.Ranks) _levelOfRank = new int[ways.Ranks];
        for (var rank = 0; rank < ways.Ranks; rank++)
        {
            var (level, cost) = (NoLevel, ways.Cost(rank, transferTax));
            while (level + 1 < _levels && _costs[level + 1] <= cost) level++;
            _levelOfRank[rank] = level;
        }
    }

    /// <summary>True when something found leaves no earlier, is there by then, and costs no more than that rank does.</summary>
    public bool Beats(int rank, int departs, int arrives)
    {
        var level = _levelOfRank[rank];
        return level >= 0 && _arrivals[level * _stride + ((departs - _base + (1 << _shift) - 1) >> _shift)] <= arrives;
    }

    /// <summary>True when that holds for every leg of a segment that gets there so many minutes after it has landed.</summary>
    public bool BeatsAll(int segment, ReadOnlySpan<int> legs, ReadOnlySpan<FlightTimes> times, int rank, int minutes)
    {
        var level = _levelOfRank[rank];
        if (level < 0) return false;
        ref var latest = ref _latest[segment * _levels + level];
        if (latest == int.MinValue)
        {
            foreach (var leg in legs)
            {
                var arrival = _arrivals[level * _stride + ((times[leg].Departs - _base + (1 << _shift) - 1) >> _shift)];
                latest = Math.Max(latest, arrival == Never ? Never : arrival - times[leg].Arrives);
            }
        }
        return latest <= minutes;
    }

    /// <summary>The different costs, or of many an even choice that has the highest in it.</summary>
    private void ChooseLevels(ReadOnlySpan<Itinerary> found)
    {
        _distinct.Clear();
        foreach (ref readonly var itinerary in found)
        {
            var at = _distinct.BinarySearch(itinerary.Cost);
            if (at < 0) _distinct.Insert(~at, itinerary.Cost);
        }
        _levels = Math.Min(_distinct.Count, MostLevels);
        for (var level = 0; level < _levels; level++)
        {
            _costs[level] = _distinct[_levels == 1 ? 0 : (int)((long)level * (_distinct.Count - 1) / (_levels - 1))];
        }
    }
}
