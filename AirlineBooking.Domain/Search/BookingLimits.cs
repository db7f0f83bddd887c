namespace AirlineBooking.Domain.Search;

/// <summary>How many seats each class of a ladder may sell, for every ladder that a flight's cabin may have.</summary>
/// <remarks>
/// Limits are nested: class 0, the cheapest, has the smallest, and the last class may sell the whole cabin, counting what the
/// cheaper ones sold. So the class sold is the first whose limit has room.
/// </remarks>
public sealed class BookingLimits
{
    /// <summary>The rank of a leg on which no class is open.</summary>
    public const int Closed = byte.MaxValue;

    /// <summary>The largest party whose ranks on unsold flights are worked out beforehand.</summary>
    private const int LargestParty = 9;

    private readonly ushort[] _limits;
    private readonly int[] _firstLimit;
    private readonly byte[] _unsold;

    /// <summary>Takes one row of limits for each ladder, cheapest class first.</summary>
    public BookingLimits(IReadOnlyList<ushort[]> ladders)
    {
        if (ladders.Count is 0 or > ushort.MaxValue) throw new ArgumentException("There must be 1 to 65,535 ladders.", nameof(ladders));
        if (ladders.Any(ladder => ladder.Length >= Closed)) throw new ArgumentException("A ladder has fewer than 255 classes.", nameof(ladders));
        if (ladders.Any(ladder => !ladder.Order().SequenceEqual(ladder))) throw new ArgumentException("Limits are nested: they never fall from a class to a dearer one.", nameof(ladders));
        _limits = [.. ladders.SelectMany(ladder => ladder)];
        _firstLimit = new int[ladders.Count + 1];
        for (var ladder = 0; ladder < ladders.Count; ladder++) _firstLimit[ladder + 1] = _firstLimit[ladder] + ladders[ladder].Length;
        Classes = ladders.Max(ladder => ladder.Length);
        _unsold = new byte[(LargestParty + 1) * ladders.Count];
        for (var seats = 0; seats <= LargestParty; seats++)
        {
            for (var ladder = 0; ladder < ladders.Count; ladder++) _unsold[seats * ladders.Count + ladder] = (byte)Scan(ladder, seats);
        }
    }

    /// <summary>One ladder of one class that never fills.</summary>
    public static BookingLimits EverythingOpen { get; } = new([[ushort.MaxValue]]);

    public int Ladders => _firstLimit.Length - 1;

    /// <summary>The classes of the longest ladder.</summary>
    public int Classes { get; }

    public ReadOnlySpan<ushort> Of(int ladder) => _limits.AsSpan(_firstLimit[ladder].._firstLimit[ladder + 1]);

    /// <summary>The cheapest class with room for that many seats more, or <see cref="Closed"/>.</summary>
    public int LowestOpen(int ladder, int sold, int seats) =>
        sold == 0 && (uint)seats <= LargestParty ? _unsold[seats * Ladders + ladder] : Scan(ladder, sold + seats);

    private int Scan(int ladder, int wanted)
    {
        var (first, end) = (_firstLimit[ladder], _firstLimit[ladder + 1]);
        for (var at = first; at < end; at++)
        {
            if (_limits[at] >= wanted) return at - first;
        }
        return Closed;
    }
}

/// <summary>Says which ladder a flight's cabin sells by; a cabin it does not have gets a ladder without room.</summary>
public delegate ushort ChooseLadder(in FlightFacts flight, Kernel.Cabin cabin);
