namespace AirlineBooking.Domain.Seats;

/// <summary>Looks for the best places of one party among seats that all may be taken.</summary>
/// <remarks>
/// Side by side means next to each other in a row, over an aisle if need be. Where no run of free seats is long enough, the
/// party is split into parts, each in a run of its own: two parts in one run could as well be one. So all ways to split it are
/// tried against the lengths of the runs, those that leave the fewest children without an adult are placed, and the nearest wins.
/// </remarks>
internal sealed class SeatSearch(CabinGrid grid, bool[] eligible, SeatedParty party, SeatWish? near)
{
    // In seats of one row: sitting behind one another is as near as three seats apart.
    private const int RowDistance = 3;

    // What a passenger who sits alone is worth in distances to the others.
    private const int AloneDistance = 30;

    // Splits into many more parts than needed are never the nearest.
    private const int MostPartsMore = 2;

    // Where nothing else helps, the search starts from at most so many seats.
    private const int MostSeeds = 48;

    private const int Thirds = 3;

    private readonly int[] _chosen = new int[party.Seats];
    private readonly int[] _best = new int[party.Seats];
    private readonly bool[] _isChosen = new bool[eligible.Length];
    private Score? _bestScore;

    /// <summary>The spots of the best seats; the party is known to fit.</summary>
    public int[] Find()
    {
        // Who has children or infants with them goes to an exit only when there is no other way.
        var calm = party.MostAtExits >= party.Seats ? eligible : [.. eligible.Select((may, spot) => may && !grid.Spots[spot].IsExit)];
        TryTogether(calm);
        if (_bestScore is null && party.Seats > 1) TryParts(calm);
        if (_bestScore is null) TryNearest();
        return _best;
    }

    /// <summary>The first spots of every row of so many seats side by side, in one section or over aisles.</summary>
    public static IEnumerable<int> RunsOf(CabinGrid grid, bool[] eligible, int length)
    {
        foreach (var (start, run) in MaximalRuns(grid, eligible))
        {
            for (var offset = 0; offset + length <= run; offset++) yield return start + offset;
        }
    }

    private static List<(int Start, int Length)> MaximalRuns(CabinGrid grid, bool[] eligible)
    {
        var runs = new List<(int Start, int Length)>();
        for (var spot = 0; spot < eligible.Length; spot++)
        {
            if (!eligible[spot]) continue;
            var here = grid.Spots[spot];
            var goesOn = spot > 0 && eligible[spot - 1] && grid.Spots[spot - 1].Row == here.Row && grid.Spots[spot - 1].Column == here.Column - 1;
            if (goesOn) runs[^1] = (runs[^1].Start, runs[^1].Length + 1);
            else runs.Add((spot, 1));
        }
        return runs;
    }

    private void TryTogether(bool[] among)
    {
        foreach (var start in RunsOf(grid, among, party.Seats))
        {
            for (var i = 0; i < party.Seats; i++) _chosen[i] = start + i;
            Consider(grid.Spots[start + party.Seats - 1].Section - grid.Spots[start].Section);
        }
    }

    private void TryParts(bool[] among)
    {
        var runs = MaximalRuns(grid, among);
        var lengths = runs.Select(run => run.Length).OrderDescending().Take(party.Seats).ToArray();
        var splits = SeatSplits.Of(party.Seats).Where(parts => Fit(parts, lengths))
            .Select(parts => (Parts: parts, Alone: SeatSplits.ChildrenAlone(parts, party.Adults))).ToList();
        if (splits.Count == 0) return;
        var alone = splits.Min(split => split.Alone);
        var fewest = splits.Where(split => split.Alone == alone).Min(split => split.Parts.Length);
        foreach (var (parts, _) in splits.Where(split => split.Alone == alone && split.Parts.Length <= fewest + MostPartsMore)) Place(parts, runs);
    }

    // Parts and lengths both run from the longest: each part needs a run of its own.
    private static bool Fit(int[] parts, int[] lengths)
    {
        if (parts.Length > lengths.Length) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] > lengths[i]) return false;
        }
        return true;
    }

    private void Place(int[] parts, List<(int Start, int Length)> runs)
    {
        var used = new bool[runs.Count];
        var ofRow = new int[grid.Rows + 1];
        foreach (var run in runs) ofRow[grid.Spots[run.Start].Row + 1]++;
        for (var row = 0; row < grid.Rows; row++) ofRow[row + 1] += ofRow[row];

        for (var run = 0; run < runs.Count; run++)
        {
            for (var offset = 0; offset + parts[0] <= runs[run].Length; offset++)
            {
                Array.Clear(used);
                used[run] = true;
                var count = Take(runs[run].Start + offset, parts[0], 0);
                for (var part = 1; part < parts.Length; part++)
                {
                    var start = Nearest(runs, ofRow, used, parts[part], grid.Spots[runs[run].Start + offset], parts[0]);
                    count = Take(start, parts[part], count);
                }
                Consider(Spread() + AloneDistance * parts.Count(part => part == 1));
            }
        }
    }

    private int Take(int start, int length, int count)
    {
        for (var i = 0; i < length; i++) _chosen[count++] = start + i;
        return count;
    }

    // There always is one: parts come from the longest, and each fits into a run of its own.
    private int Nearest(List<(int Start, int Length)> runs, int[] ofRow, bool[] used, int length, Spot from, int fromLength)
    {
        var (best, bestStart, bestDistance) = (-1, -1, int.MaxValue);
        for (var away = 0; away < grid.Rows && away * RowDistance * 2 < bestDistance; away++)
        {
            for (var side = -1; side <= (away == 0 ? -1 : 1); side += 2)
            {
                var row = from.Row + side * away;
                if (row < 0 || row >= grid.Rows) continue;
                for (var run = ofRow[row]; run < ofRow[row + 1]; run++)
                {
                    if (used[run] || runs[run].Length < length) continue;
                    var column = grid.Spots[runs[run].Start].Column;
                    var shift = Math.Clamp(from.Column + (fromLength - length) / 2 - column, 0, runs[run].Length - length);
                    var distance = away * RowDistance * 2 + Math.Abs(2 * (column + shift) + length - 2 * from.Column - fromLength);
                    if (distance < bestDistance) (best, bestStart, bestDistance) = (run, runs[run].Start + shift, distance);
                }
            }
        }
        used[best] = true;
        return bestStart;
    }

    // From each seat the nearest ones, as long as exits and infants allow: it finds a way wherever there is one.
    private void TryNearest()
    {
        var spots = Enumerable.Range(0, eligible.Length).Where(spot => eligible[spot]).ToArray();
        var step = Math.Max(1, spots.Length / MostSeeds);
        for (var seed = 0; seed < spots.Length; seed += step)
        {
            var from = spots[seed];
            var (count, exits, sections) = (0, 0, new HashSet<int>());
            foreach (var spot in spots.OrderBy(spot => Distance(from, spot)).ThenBy(spot => spot))
            {
                if (count == party.Seats) break;
                var section = SeatedParty.SectionKey(grid.Spots[spot]);
                var isExit = grid.Spots[spot].IsExit;
                var isNew = !isExit && !sections.Contains(section);
                if (isExit && exits == party.MostAtExits || !isNew && party.Seats - count <= party.Infants - sections.Count) continue;
                if (isExit) exits++;
                else sections.Add(section);
                _chosen[count++] = spot;
            }
            if (count == party.Seats) Consider(Spread());
        }
    }

    private int Distance(int one, int other) =>
        Math.Abs(grid.Spots[one].Row - grid.Spots[other].Row) * RowDistance + Math.Abs(grid.Spots[one].Column - grid.Spots[other].Column);

    private int Spread()
    {
        var sum = 0;
        for (var i = 0; i < _chosen.Length; i++)
        {
            for (var j = 0; j < i; j++) sum += Distance(_chosen[i], _chosen[j]);
        }
        return sum;
    }

    private void Consider(int spread)
    {
        if (_bestScore is { } known && spread > known.Spread || !party.FitsOn(grid, _chosen)) return;
        var score = ScoreOf(spread);
        if (_bestScore is { } best && score.CompareTo(best) >= 0) return;
        _bestScore = score;
        _chosen.CopyTo(_best, 0);
    }

    private Score ScoreOf(int spread)
    {
        var (price, traits, middles, first, row) = (0L, SeatTraits.None, 0, int.MaxValue, int.MaxValue);
        foreach (var spot in _chosen)
        {
            price += grid.Spots[spot].Price;
            traits |= grid.Spots[spot].Traits;
            if (grid.Spots[spot].Traits.HasFlag(SeatTraits.Middle)) middles++;
            first = Math.Min(first, spot);
            row = Math.Min(row, grid.Spots[spot].Row);
        }
        var (unmet, behind) = near switch
        {
            SeatWish.Window => (traits.HasFlag(SeatTraits.Window) ? 0 : 1, 0),
            SeatWish.Aisle => (traits.HasFlag(SeatTraits.Aisle) ? 0 : 1, 0),
            SeatWish.Front => (row * Thirds / grid.Rows, row),
            SeatWish.Rear => ((grid.Rows - 1 - row) * Thirds / grid.Rows, grid.Rows - 1 - row),
            _ => (0, 0),
        };
        return new Score(spread, unmet, SinglesLeft(), behind, price, middles, first);
    }

    /// <summary>Seats that would be left alone in their section and were not before.</summary>
    private int SinglesLeft()
    {
        foreach (var spot in _chosen) _isChosen[spot] = true;
        var singles = 0;
        foreach (var spot in _chosen)
        {
            // A seat between two chosen ones is counted from the left one only.
            if (IsLeftAlone(grid.Beside(spot, 1), 1)) singles++;
            var left = grid.Beside(spot, -1);
            if (IsLeftAlone(left, -1) && (grid.Beside(left, -1) is not (>= 0 and var further) || !_isChosen[further])) singles++;
        }
        foreach (var spot in _chosen) _isChosen[spot] = false;
        return singles;
    }

    private bool IsLeftAlone(int spot, int step)
    {
        if (spot < 0 || !grid.Spots[spot].IsFree || _isChosen[spot]) return false;
        var next = grid.Beside(spot, step);
        return next < 0 || !grid.Spots[next].IsFree || _isChosen[next];
    }

    // The smaller the better, from left to right.
    private readonly record struct Score(int Spread, int Unmet, int Singles, int Behind, long Price, int Middles, int First) : IComparable<Score>
    {
        public int CompareTo(Score other)
        {
            if (Spread != other.Spread) return Spread.CompareTo(other.Spread);
            if (Unmet != other.Unmet) return Unmet.CompareTo(other.Unmet);
            if (Singles != other.Singles) return Singles.CompareTo(other.Singles);
            if (Behind != other.Behind) return Behind.CompareTo(other.Behind);
            if (Price != other.Price) return Price.CompareTo(other.Price);
            return Middles != other.Middles ? Middles.CompareTo(other.Middles) : First.CompareTo(other.First);
        }
    }
}

/// <summary>The ways to split a party into parts that sit side by side.</summary>
internal static class SeatSplits
{
    private static readonly int[][][] All = [.. Enumerable.Range(0, Fares.Party.MostPassengers + 1).Select(seats => Split(seats, seats).Where(parts => parts.Length > 1).ToArray())];

    /// <summary>All ways into two parts or more, each from its largest part.</summary>
    public static int[][] Of(int seats) => All[seats];

    /// <summary>How many children sit beside no adult when the adults are spread over the parts as well as they can be.</summary>
    public static int ChildrenAlone(int[] parts, int adults)
    {
        // An adult in a part looks after the children on both sides.
        var most = new int[adults + 1];
        Array.Fill(most, int.MinValue);
        most[0] = 0;
        foreach (var part in parts)
        {
            for (var left = adults; left >= 0; left--)
            {
                var best = most[left];
                for (var here = 1; here <= Math.Min(part, left); here++)
                {
                    if (most[left - here] != int.MinValue) best = Math.Max(best, most[left - here] + Math.Min(part - here, 2 * here));
                }
                most[left] = best;
            }
        }
        return parts.Sum() - adults - most[adults];
    }

    private static IEnumerable<int[]> Split(int seats, int largest)
    {
        if (seats == 0) yield return [];
        for (var part = Math.Min(seats, largest); part >= 1; part--)
        {
            foreach (var rest in Split(seats - part, part)) yield return [part, .. rest];
        }
    }
}
