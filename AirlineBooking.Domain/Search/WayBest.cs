namespace AirlineBooking.Domain.Search;

/// <summary>The earliest arrivals by one way, that is by one row of airports, while its first legs are taken from the latest to the earliest.</summary>
/// <remarks>On one way the cost depends on the rank alone and never falls with it, so ranks stand for costs.</remarks>
internal sealed class WayBest
{
    private int[] _later = [];
    private int[] _now = [];
    private int _ranks;
    private int _departs;
    private bool _nowIsEmpty;

    public void Begin(int ranks)
    {
        if (_later.Length < ranks) (_later, _now) = (new int[ranks], new int[ranks]);
        (_ranks, _departs, _nowIsEmpty) = (ranks, Frontier.Never, true);
        _later.AsSpan(0, ranks).Fill(Frontier.Never);
        _now.AsSpan(0, ranks).Fill(Frontier.Never);
    }

    /// <summary>Goes on to the first legs that leave at this minute.</summary>
    public void LeaveAt(int minute)
    {
        if (minute == _departs) return;
        _departs = minute;
        if (_nowIsEmpty) return;
        for (var rank = 0; rank < _ranks; rank++) _later[rank] = Math.Min(_later[rank], _now[rank]);
        _nowIsEmpty = true;
    }

    /// <summary>True when something that leaves later is there by then at no higher rank, or something is there sooner.</summary>
    public bool Beats(int rank, int arrives) => _later[rank] <= arrives || _now[rank] < arrives;

    public void Add(int rank, int arrives)
    {
        _nowIsEmpty = false;
        for (; rank < _ranks && _now[rank] > arrives; rank++) _now[rank] = arrives;
    }
}
