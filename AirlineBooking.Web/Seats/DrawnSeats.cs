using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Web.Seats;

/// <summary>How the seats of one flight look to one viewer, and which rows have to be drawn again.</summary>
public sealed class DrawnSeats(AircraftPlan plan)
{
    // By state; the second of each is a change that somebody else made just now, which rings once.
    private static readonly string[] Classes = ["seat", "seat", "seat held", "seat held ping", "seat taken", "seat taken ping", "seat blocked", "seat blocked"];

    private readonly Drawn[] _seats = new Drawn[plan.Seats.Count];
    private readonly Dictionary<int, Mine> _mine = [];
    private readonly SeatRow?[] _rows = new SeatRow?[plan.Rows];
    private readonly bool[] _stale = new bool[plan.Rows];
    private readonly HashSet<int> _suggested = [];

    public AircraftPlan Plan => plan;

    public SeatState StateOf(PlannedSeat seat) => _seats[seat.Index].State;

    /// <summary>Free for whoever looks: a seat of their own is not.</summary>
    public bool IsFree(PlannedSeat seat) => StateOf(seat) is SeatState.Available && !_mine.ContainsKey(seat.Index);

    /// <summary>A seat as the database or the feed says it is.</summary>
    public void Set(PlannedSeat seat, SeatState state, bool rings = false)
    {
        if (_seats[seat.Index].State == state) return;
        _seats[seat.Index] = new Drawn(state, rings);
        _stale[seat.Row] = true;
    }

    /// <summary>Which seats are the viewer's own and who sits there.</summary>
    /// <param name="mine">Each seat with whose it is.</param>
    /// <param name="how">What the seat is to that person, such as: held for.</param>
    public void SetMine(IEnumerable<(PlannedSeat Seat, string Initials, string Name)> mine, string how)
    {
        foreach (var index in _mine.Keys) _stale[plan.Seats[index].Row] = true;
        _mine.Clear();
        foreach (var (seat, initials, name) in mine)
        {
            _mine[seat.Index] = new Mine(initials, $"{seat.Number}, {SeatMapWords.Kind(seat.Traits)}, {how} {name}");
            _stale[seat.Row] = true;
        }
    }

    /// <summary>Seats to point at, in place of some that were lost.</summary>
    public void Suggest(IEnumerable<PlannedSeat> seats)
    {
        foreach (var index in _suggested) _stale[plan.Seats[index].Row] = true;
        _suggested.Clear();
        foreach (var seat in seats)
        {
            _suggested.Add(seat.Index);
            _stale[seat.Row] = true;
        }
    }

    /// <summary>Draws the rows that changed, and only those.</summary>
    public void Redraw()
    {
        for (var row = 0; row < _stale.Length; row++)
        {
            if (!_stale[row]) continue;
            _stale[row] = false;
            _rows[row]?.Redraw();
        }
    }

    internal void Show(SeatRow row) => _rows[row.Row.Index] = row;

    internal string ClassOf(PlannedSeat seat)
    {
        if (_mine.ContainsKey(seat.Index)) return "seat mine";
        var drawn = _seats[seat.Index];
        if (drawn.State is not SeatState.Available) return Classes[(int)drawn.State * 2 + (drawn.Rings ? 1 : 0)];
        if (_suggested.Contains(seat.Index)) return seat.Tag is null ? "seat next" : "seat extra next";
        return seat.Tag is null ? Classes[0] : "seat extra";
    }

    internal string NameOf(PlannedSeat seat) => _mine.TryGetValue(seat.Index, out var mine) ? mine.Name : seat.Name(StateOf(seat));

    // What is drawn inside a seat, and not read aloud: its name says it in full. It stays when others take the seat, which keeps that change small.
    internal string? TagOf(PlannedSeat seat) => _mine.TryGetValue(seat.Index, out var mine) ? mine.Initials : seat.Tag;

    internal bool IsMine(PlannedSeat seat) => _mine.ContainsKey(seat.Index);

    private readonly record struct Drawn(SeatState State, bool Rings);

    private sealed record Mine(string Initials, string Name);
}
