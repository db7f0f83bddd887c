using AirlineBooking.Domain.Search;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Search;

public sealed class CombineSlicesTests
{
    private static readonly Gen<SliceChoice> Choice =
        Gen.Select(Gen.Long[0, 6], Gen.Int[0, 30], Gen.Int[0, 10], (key, departs, lasts) => new SliceChoice(key, departs, departs + lasts));

    [Fact]
    public void The_best_journeys_are_those_of_trying_every_combination() =>
        Gen.Select(Choice.List[0, 5].List[1, 4], Gen.Int[1, 30]).Sample((slices, most) =>
        {
            var expected = EveryCombination(slices).OrderBy(c => Key(slices, c)).ThenBy(c => c, Comparer<int[]>.Create(Lexicographic)).Take(most);
            Assert.Equal(expected, CombineSlices.Best([.. slices.Select(s => (IReadOnlyList<SliceChoice>)s)], most));
        });

    [Fact]
    public void Six_slices_of_twenty_choices_give_the_five_hundred_best()
    {
        var slices = Enumerable.Range(0, 6).Select(s => (IReadOnlyList<SliceChoice>)[.. Enumerable.Range(0, 20).Select(i => new SliceChoice(i * i, s * 100, s * 100 + 50))]).ToList();

        var best = CombineSlices.Best(slices, 500);

        Assert.Equal(500, best.Count);
        Assert.Equal([0, 0, 0, 0, 0, 0], best[0]);
    }

    [Fact]
    public void A_slice_that_leaves_before_the_one_before_it_arrives_is_no_journey() =>
        Assert.Empty(CombineSlices.Best([[new(1, 0, 100)], [new(1, 99, 200)]], 10));

    private static IEnumerable<int[]> EveryCombination(List<List<SliceChoice>> slices)
    {
        IEnumerable<int[]> combinations = [[]];
        foreach (var slice in slices)
        {
            combinations = combinations.SelectMany(c => Enumerable.Range(0, slice.Count).Select(i => (int[])[.. c, i]));
        }
        return combinations.Where(c => Enumerable.Range(1, c.Length - 1).All(s => slices[s - 1][c[s - 1]].Arrives <= slices[s][c[s]].Departs));
    }

    private static long Key(List<List<SliceChoice>> slices, int[] choices) => choices.Select((choice, slice) => slices[slice][choice].Key).Sum();

    private static int Lexicographic(int[] left, int[] right) =>
        left.Zip(right, (l, r) => l.CompareTo(r)).FirstOrDefault(difference => difference != 0);
}
