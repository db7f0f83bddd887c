using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Search;

/// <summary>Finds and orders the itineraries of one slice, with what they cost the party.</summary>
internal sealed class SliceSearch(SearchBasis basis, TransferTaxTables transferTaxes, TimeSpan saleCloses)
{
    /// <summary>How many itineraries of a slice are looked at when the beaten ones are asked for too.</summary>
    public const int MostWithDominated = 5000;

    private static readonly Comparer<Itinerary> BeatersFirst = Comparer<Itinerary>.Create((x, y) =>
    {
        var order = y.DepartsMinute.CompareTo(x.DepartsMinute);
        if (order == 0) order = x.ArrivesMinute.CompareTo(y.ArrivesMinute);
        if (order == 0) order = x.Stops.CompareTo(y.Stops);
        return order == 0 ? x.Cost.CompareTo(y.Cost) : order;
    });

    /// <summary>The slice's itineraries that pass the filters, in the request's order.</summary>
    public Itineraries Find(SearchRequest request, SliceRequest slice)
    {
        if (QueryOf(slice, request.Party, request.Cabin, request.MaxStops) is not { } query) return new Itineraries([], false);
        var filters = request.Filters;
        if (!request.IncludeDominated && !MayHideBeaters(filters))
        {
            var best = ConnectionScan.FindBest(basis.Timetable, query);
            return new Itineraries(filters is null ? best : [.. best.Where(itinerary => Passes(itinerary, filters))], false);
        }
        var order = OfferOrder.OfSlice(request.Sort, request.Party.Seats);
        var every = ConnectionScan.FindEvery(basis.Timetable, query, order, filters is null ? MostWithDominated : int.MaxValue);
        if (filters is null) return every;
        var passing = every.Found.Where(itinerary => Passes(itinerary, filters));
        return request.IncludeDominated ? Cut([.. passing]) : new Itineraries(Undominated([.. passing]), false);
    }

    /// <summary>The lowest price of a day, or none when there is no way.</summary>
    public long? LowestCost(SliceRequest slice, Party party, Cabin cabin) =>
        QueryOf(slice, party, cabin, ConnectionQuery.MostStops) is { } query ? ConnectionScan.LowestCost(basis.Timetable, query) : null;

    private ConnectionQuery? QueryOf(SliceRequest slice, Party party, Cabin cabin, int maxStops)
    {
        var (origins, destinations) = (IndexesOf(slice.Origin), IndexesOf(slice.Destination));
        if (origins.Length == 0 || destinations.Length == 0) return null;
        return new ConnectionQuery
        {
            Origins = origins,
            Destinations = destinations,
            Date = slice.DepartureDate,
            // What leaves exactly when selling closes is closed.
            EarliestDeparture = basis.Now + saleCloses + TimeSpan.FromMinutes(1),
            MaxStops = maxStops,
            Cabin = cabin,
            Seats = party.Seats,
            Prices = PricesOf(origins, destinations, party, cabin, slice.DepartureDate),
        };
    }

    private int[] IndexesOf(AirportCode place) => basis.Directory.FindPlace(place) is { } found
        ? [.. found.Airports.Select(airport => basis.Timetable.AirportIndex(airport.Code)).Where(index => index >= 0)]
        : [];

    private ScanPrices PricesOf(int[] origins, int[] destinations, Party party, Cabin cabin, DateOnly date)
    {
        var ranks = basis.Timetable.Limits.Classes;
        var fares = new long[origins.Length * destinations.Length * ranks];
        var at = 0;
        foreach (var origin in origins)
        {
            foreach (var destination in destinations)
            {
                var prices = basis.Fares.PricesFor(basis.Timetable.Airports[origin].Code, basis.Timetable.Airports[destination].Code, cabin, party, date);
                var known = prices.FaresOfParty;
                for (var rank = 0; rank < ranks; rank++) fares[at++] = known[Math.Min(rank, known.Length - 1)] + prices.EndTaxes;
            }
        }
        return new ScanPrices { Ranks = ranks, Fares = fares, DepartureTaxes = new long[origins.Length], TransferTaxes = transferTaxes.For(cabin, party, date) };
    }

    // Whoever beats an itinerary departs no earlier, arrives no later and takes no longer; only these two it may fail.
    private static bool MayHideBeaters(OfferFilters? filters) => filters is { DepartBefore: not null } or { Via: not null };

    private bool Passes(in Itinerary itinerary, OfferFilters filters)
    {
        var (first, last) = (basis.Timetable[itinerary[0]], basis.Timetable[itinerary[itinerary.Stops]]);
        var (departs, arrives) = (TimeOnly.FromDateTime(first.DepartsLocal), TimeOnly.FromDateTime(last.ArrivesLocal));
        return (filters.DepartAfter is not { } after || departs >= after)
            && (filters.DepartBefore is not { } before || departs <= before)
            && (filters.ArriveBefore is not { } by || arrives <= by)
            && (filters.MaxDuration is not { } most || itinerary.DurationMinutes <= most.TotalMinutes)
            && (filters.Via is not { } via || StopsAt(itinerary, via));
    }

    private bool StopsAt(in Itinerary itinerary, AirportCode via)
    {
        for (var leg = 0; leg < itinerary.Stops; leg++)
        {
            if (basis.Timetable[itinerary[leg]].Destination.Code == via) return true;
        }
        return false;
    }

    private static Itineraries Cut(List<Itinerary> passing) =>
        new(passing.Count <= MostWithDominated ? passing : passing.GetRange(0, MostWithDominated), passing.Count > MostWithDominated);

    // In this order whoever beats an itinerary stands before it, so the kept ones are all it needs to be compared with.
    private static List<Itinerary> Undominated(List<Itinerary> passing)
    {
        passing.Sort(BeatersFirst);
        var kept = new List<Itinerary>();
        foreach (var itinerary in passing)
        {
            if (!kept.Exists(better => Beats(better, itinerary))) kept.Add(itinerary);
        }
        return kept;
    }

    // What stands before departs no earlier.
    private static bool Beats(in Itinerary better, in Itinerary itinerary) =>
        better.ArrivesMinute <= itinerary.ArrivesMinute && better.Stops <= itinerary.Stops && better.Cost <= itinerary.Cost
        && (better.DepartsMinute > itinerary.DepartsMinute || better.ArrivesMinute < itinerary.ArrivesMinute
            || better.Stops < itinerary.Stops || better.Cost < itinerary.Cost);
}
