namespace AirlineBooking.Domain.Flights;

/// <summary>How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another.</summary>
internal static class Misspelling
{
    private const int LongestWord = FoldedText.LongestText + 16;

    /// <summary>Counts up to a limit; more than that is the limit and one.</summary>
    public static int Edits(ReadOnlySpan<char> typed, ReadOnlySpan<char> name, int most)
    {
        if (Math.Abs(typed.Length - name.Length) > most || name.Length > LongestWord || typed.Length > LongestWord) return most + 1;
        Span<int> beforeLast = stackalloc int[name.Length + 1], last = stackalloc int[name.Length + 1], row = stackalloc int[name.Length + 1];
        for (var j = 0; j <= name.Length; j++) last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var change = last[j - 1] + (typed[i - 1] == name[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && typed[i - 1] == name[j - 2] && typed[i - 2] == name[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most) return most + 1;
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.Min(last[name.Length], most + 1);
    }
}
