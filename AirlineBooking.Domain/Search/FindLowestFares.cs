using System.Collections.Concurrent;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>The lowest price of a day for the whole party, or none when nothing is on sale.</summary>
public sealed record DayFare(DateOnly Date, Money? Lowest);

/// <summary>What is asked of a fare calendar: between which places, on which days, for whom, with the way back so many days later or without.</summary>
public sealed record LowestFaresRequest(
    AirportCode Origin, AirportCode Destination, DateOnly From, DateOnly To, Party Party, Cabin Cabin, int? TripDays = null)
{
    public const int MostDays = 62;
}

/// <summary>Finds the lowest price of each day: one search a day, remembered until the timetable or the fares change.</summary>
public sealed class FindLowestFares(SearchBases bases, SearchOffers searches)
{
    private const int MostRemembered = 200_000;

    private Memory? _memory;

    /// <summary>One answer a day, in order. Days that are past, and places that are unknown or the same, have no price.</summary>
    public async Task<IReadOnlyList<DayFare>> RunAsync(LowestFaresRequest request, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.To.DayNumber - request.From.DayNumber, LowestFaresRequest.MostDays);
        var basis = await bases.GetAsync(cancel);
        var days = new List<DayFare>();
        for (var date = request.From; date <= request.To; date = date.AddDays(1))
        {
            days.Add(new DayFare(date, Lowest(basis, request, date) is { } lowest ? new Money(lowest, basis.Fares.Currency) : null));
        }
        return days;
    }

    private long? Lowest(SearchBasis basis, LowestFaresRequest request, DateOnly date)
    {
        var outward = Lowest(basis, request, new SliceRequest(request.Origin, request.Destination, date));
        if (request.TripDays is not { } days || outward is not { } there) return outward;
        return Lowest(basis, request, new SliceRequest(request.Destination, request.Origin, date.AddDays(days))) is { } back ? there + back : null;
    }

    private long? Lowest(SearchBasis basis, LowestFaresRequest request, SliceRequest slice)
    {
        if (SearchChecks.Problems(new SearchRequest([slice], request.Party, request.Cabin), basis.Directory, basis.Now).Count > 0) return null;
        var search = searches.On(basis);
        // Near departure the answer changes with the minute, as selling closes flight by flight.
        var today = AirportClock.DateAt(basis.Now, basis.Directory.FindPlace(slice.Origin)?.TimeZone ?? "Etc/UTC");
        if (slice.DepartureDate.DayNumber - today.DayNumber < 2) return search.LowestCost(slice, request.Party, request.Cabin);

        var memory = Volatile.Read(ref _memory);
        if (memory is null || !memory.IsOf(basis) || memory.IsFull) Volatile.Write(ref _memory, memory = new Memory(basis));
        return memory.Remember((slice, request.Party, request.Cabin), key => search.LowestCost(key.Slice, key.Party, key.Cabin));
    }

    private sealed class Memory(SearchBasis basis)
    {
        // Growing takes every lock at once, so it starts as large as a busy hour needs.
        private readonly ConcurrentDictionary<(SliceRequest Slice, Party Party, Cabin Cabin), long?> _known = new(concurrencyLevel: 64, capacity: 50_000);

        // The dictionary counts itself only by taking all of its locks.
        private int _count;

        public bool IsFull => Volatile.Read(ref _count) >= MostRemembered;

        public bool IsOf(SearchBasis now) => ReferenceEquals(basis.Timetable, now.Timetable) && ReferenceEquals(basis.Fares, now.Fares) && ReferenceEquals(basis.Directory, now.Directory);

        public long? Remember((SliceRequest Slice, Party Party, Cabin Cabin) day, Func<(SliceRequest Slice, Party Party, Cabin Cabin), long?> find)
        {
            if (_known.TryGetValue(day, out var lowest)) return lowest;
            lowest = find(day);
            if (_known.TryAdd(day, lowest)) Interlocked.Increment(ref _count);
            return lowest;
        }
    }
}
