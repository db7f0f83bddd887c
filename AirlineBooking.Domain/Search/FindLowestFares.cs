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

/// <summary>Finds the lowest price of each day: one search a day, remembered until the timetable, the fares or a lowest class change.</summary>
public sealed class FindLowestFares(SearchBases bases, SearchOffers searches)
{
    private LowestFareMonths? _months;

    /// <summary>One answer a day, in order. Days that are past, and places that are unknown or the same, have no price.</summary>
    public async Task<IReadOnlyList<DayFare>> RunAsync(LowestFaresRequest request, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.To.DayNumber - request.From.DayNumber, LowestFaresRequest.MostDays);
        var basis = await bases.GetAsync(cancel);
        var outward = On(basis, request.Origin, request.Destination, request);
        var back = request.TripDays is null ? null : On(basis, request.Destination, request.Origin, request);
        var days = new List<DayFare>(Math.Max(0, request.To.DayNumber - request.From.DayNumber + 1));
        for (var date = request.From; date <= request.To; date = date.AddDays(1))
        {
            var lowest = outward.Lowest(date);
            if (request.TripDays is { } later && lowest is not null) lowest += back?.Lowest(date.AddDays(later));
            days.Add(new DayFare(date, lowest is { } price ? new Money(price, basis.Fares.Currency) : null));
        }
        return days;
    }

    private OneWay On(SearchBasis basis, AirportCode origin, AirportCode destination, LowestFaresRequest request)
    {
        var months = Volatile.Read(ref _months);
        if (months is null || !months.IsOf(basis) || months.IsFull) Volatile.Write(ref _months, months = new LowestFareMonths(basis));
        var today = AirportClock.DateAt(basis.Now, basis.Directory.FindPlace(origin)?.TimeZone ?? "Etc/UTC");
        var asked = new SearchRequest([new SliceRequest(origin, destination, today)], request.Party, request.Cabin);
        return new OneWay(searches.On(basis), months, asked, today, SearchChecks.Problems(asked, basis.Directory, basis.Now).Count == 0);
    }

    /// <summary>The days of one way, for one party: what is wrong with it is wrong on every day.</summary>
    private sealed class OneWay(SliceSearch search, LowestFareMonths months, SearchRequest asked, DateOnly today, bool isFine)
    {
        /// <summary>Near departure the answer changes with the minute, as selling closes flight by flight.</summary>
        private const int DaysThatChange = 2;

        private readonly SliceRequest _slice = asked.Slices[0];
        private long[] _month = [];
        private int _monthNumber;

        public long? Lowest(DateOnly date)
        {
            var ahead = date.DayNumber - today.DayNumber;
            if (!isFine || ahead is < 0 or > SearchRequest.MostDaysAhead) return null;
            if (ahead < DaysThatChange) return Find(date);
            if (LowestFareMonths.NumberOf(date) is var number && number != _monthNumber)
            {
                (_month, _monthNumber) = (months.Of(_slice.Origin, _slice.Destination, asked.Party, asked.Cabin, number), number);
            }
            ref var known = ref _month[date.Day - 1];
            var cost = Volatile.Read(ref known);
            if (cost == LowestFareMonths.Unknown) Volatile.Write(ref known, cost = Find(date) ?? LowestFareMonths.Nothing);
            return cost == LowestFareMonths.Nothing ? null : cost;
        }

        private long? Find(DateOnly date) => search.LowestCost(_slice with { DepartureDate = date }, asked.Party, asked.Cabin);
    }
}
