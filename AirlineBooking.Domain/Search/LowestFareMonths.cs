using System.Collections.Concurrent;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>What is known of lowest costs, a month of a market, cabin and party at a time: a calendar or a strip of days asks for neighbours.</summary>
internal sealed class LowestFareMonths(SearchBasis basis)
{
    /// <summary>A day that nobody asked for yet.</summary>
    public const long Unknown = 0;

    /// <summary>A day on which there is no way.</summary>
    public const long Nothing = long.MaxValue;

    private const int MostDaysInAMonth = 31;
    private const int MostMonths = 50_000;

    // Growing takes every lock at once, so it starts as large as a busy hour needs.
    private readonly ConcurrentDictionary<(AirportCode, AirportCode, Party, Cabin, int), long[]> _months = new(concurrencyLevel: 64, capacity: 10_000);

    // The dictionary counts itself only by taking all of its locks.
    private int _count;

    public bool IsFull => Volatile.Read(ref _count) >= MostMonths;

    public bool IsOf(SearchBasis now) => basis.Priced == now.Priced && ReferenceEquals(basis.Timetable, now.Timetable) && ReferenceEquals(basis.Fares, now.Fares) && ReferenceEquals(basis.Directory, now.Directory);

    public static int NumberOf(DateOnly date) => date.Year * 12 + date.Month;

    /// <summary>The days of a month, each with its lowest cost in minor units, <see cref="Unknown"/> or <see cref="Nothing"/>. Who finds one writes it there.</summary>
    public long[] Of(AirportCode origin, AirportCode destination, Party party, Cabin cabin, int month)
    {
        var key = (origin, destination, party, cabin, month);
        if (_months.TryGetValue(key, out var days)) return days;
        days = new long[MostDaysInAMonth];
        if (!_months.TryAdd(key, days)) return _months[key];
        Interlocked.Increment(ref _count);
        return days;
    }
}
