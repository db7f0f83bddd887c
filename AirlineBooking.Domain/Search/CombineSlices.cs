namespace AirlineBooking.Domain.Search;

/// <summary>One itinerary of one slice as combining sees it. Times are minutes; keys of the slices of a journey add up.</summary>
internal readonly record struct SliceChoice(long Key, int Departs, int Arrives);

/// <summary>Finds the best journeys over several slices: a choice for each, every slice leaving after the one before it has arrived.</summary>
/// <remarks>
/// The k best paths through a layered graph. Each choice keeps the best <c>most</c> ways to reach it; the ways to a choice of
/// the next slice are a merge of those sorted lists. Because keys add up and only neighbours constrain each other, no way
/// that belongs to the answer is ever dropped: the result is exact, in O(slices × choices × most × log choices).
/// </remarks>
internal static class CombineSlices
{
    /// <summary>The best journeys by the sum of their keys; equal sums go by the order of the choices, slice by slice.</summary>
    /// <returns>For each journey the index of its choice in every slice.</returns>
    public static List<int[]> Best(IReadOnlyList<IReadOnlyList<SliceChoice>> slices, int most)
    {
        var layer = slices[0].Select((choice, index) => new List<Way> { new(choice.Key, index, null) }).ToList();
        for (var slice = 1; slice < slices.Count; slice++)
        {
            var (before, reached) = (slices[slice - 1], layer);
            layer = slices[slice].Select((choice, index) => Merge(
                reached.Where((_, from) => before[from].Arrives <= choice.Departs), most, way => new Way(way.Key + choice.Key, index, way))).ToList();
        }
        return Merge(layer, most, way => way).ConvertAll(way => way.Choices(slices.Count));
    }

    private static List<Way> Merge(IEnumerable<List<Way>> sorted, int most, Func<Way, Way> extend)
    {
        var heads = new PriorityQueue<(List<Way> Ways, int Next), Way>(Way.Order);
        foreach (var ways in sorted)
        {
            if (ways.Count > 0) heads.Enqueue((ways, 0), ways[0]);
        }
        var merged = new List<Way>();
        while (merged.Count < most && heads.TryDequeue(out var head, out var best))
        {
            merged.Add(extend(best));
            if (head.Next + 1 < head.Ways.Count) heads.Enqueue((head.Ways, head.Next + 1), head.Ways[head.Next + 1]);
        }
        return merged;
    }

    private sealed record Way(long Key, int Choice, Way? Before)
    {
        public static readonly Comparer<Way> Order = Comparer<Way>.Create(Compare);

        public int[] Choices(int count)
        {
            var choices = new int[count];
            for (var way = this; way is not null; way = way.Before) choices[--count] = way.Choice;
            return choices;
        }

        private static int Compare(Way left, Way right)
        {
            var byKey = left.Key.CompareTo(right.Key);
            return byKey != 0 ? byKey : CompareChoices(left, right);
        }

        // Two ways that are compared have the same number of slices, so their roots meet.
        private static int CompareChoices(Way left, Way right)
        {
            var earlier = left.Before is { } l && right.Before is { } r ? CompareChoices(l, r) : 0;
            return earlier != 0 ? earlier : left.Choice.CompareTo(right.Choice);
        }
    }
}
