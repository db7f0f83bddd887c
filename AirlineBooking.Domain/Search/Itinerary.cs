namespace AirlineBooking.Domain.Search;

/// <summary>One to three flights of a timetable that take a party from an origin to a destination.</summary>
public readonly record struct Itinerary
{
    private const int None = -1;

    internal Itinerary(int first, int second, int third, int departs, int arrives, int rank, long cost)
    {
        (First, Second, Third) = (first, second, third);
        (DepartsMinute, ArrivesMinute) = (departs, arrives);
        (Rank, Cost) = (rank, cost);
    }

    /// <summary>How many flights less one.</summary>
    public int Stops => Third != None ? 2 : Second != None ? 1 : 0;

    /// <summary>The highest rank over the legs: the class in which it is sold.</summary>
    public int Rank { get; }

    /// <summary>Minor units of the whole party, as <see cref="ScanPrices"/> defines them.</summary>
    public long Cost { get; }

    public DateTimeOffset DepartsAt => TimetableMinutes.ToInstant(DepartsMinute);
    public DateTimeOffset ArrivesAt => TimetableMinutes.ToInstant(ArrivesMinute);
    public int DurationMinutes => ArrivesMinute - DepartsMinute;

    internal int First { get; }
    internal int Second { get; }
    internal int Third { get; }
    internal int DepartsMinute { get; }
    internal int ArrivesMinute { get; }

    /// <summary>A flight's place in the timetable, by leg from 0.</summary>
    public int this[int leg] => leg switch
    {
        0 => First,
        1 when Second != None => Second,
        2 when Third != None => Third,
        _ => throw new ArgumentOutOfRangeException(nameof(leg)),
    };

    /// <summary>True when the passenger stays on board from the leg before: the same service goes on.</summary>
    public bool StaysOnBoard(Timetable timetable, int leg) => leg > 0 && timetable.Next[this[leg - 1]] == this[leg];

    internal static Itinerary Direct(int first, int departs, int arrives, int rank, long cost) => new(first, None, None, departs, arrives, rank, cost);

    internal static Itinerary OneStop(int first, int second, int departs, int arrives, int rank, long cost) =>
        new(first, second, None, departs, arrives, rank, cost);
}

/// <summary>What a scan found. Truncated when there was more than it was asked to keep.</summary>
public sealed record Itineraries(IReadOnlyList<Itinerary> Found, bool Truncated);
