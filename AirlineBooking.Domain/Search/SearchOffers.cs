using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain.Search;

/// <summary>Answers a search with priced journeys, a page at a time. It writes nothing and asks no database.</summary>
public sealed class SearchOffers(SearchBases bases, IOptions<AirlineOptions> airline)
{
    /// <summary>A journey of several slices combines the first so many itineraries of each.</summary>
    public const int ChoicesASlice = 20;

    public const int MostJourneys = 500;

    private TransferTaxTables? _transferTaxes;

    /// <summary>The offers after a place in the order, or from the beginning. Refusals are those of <see cref="SearchChecks"/>; the first counts.</summary>
    public async Task<Outcome<OfferPage, SearchRefusal>> RunAsync(SearchRequest request, OfferPosition? after, int limit, CancellationToken cancel)
    {
        var basis = await bases.GetAsync(cancel);
        return SearchChecks.Problems(request, basis.Directory, basis.Now) is [var problem, ..] ? problem.Refusal : Page(basis, request, after, limit);
    }

    /// <summary>The search of one slice on a basis, for whoever adds up slices himself.</summary>
    internal SliceSearch On(SearchBasis basis)
    {
        var taxes = Volatile.Read(ref _transferTaxes);
        if (taxes is null || !taxes.IsFor(basis)) Volatile.Write(ref _transferTaxes, taxes = new TransferTaxTables(basis.Timetable, basis.Fares));
        return new SliceSearch(basis, taxes, TimeSpan.FromMinutes(airline.Value.SaleClosesMinutes));
    }

    /// <summary>The page on a basis, of a request that <see cref="SearchChecks"/> found nothing wrong with.</summary>
    public OfferPage Page(SearchBasis basis, SearchRequest request, OfferPosition? after, int limit)
    {
        var search = On(basis);
        var (slices, truncated) = (new List<IReadOnlyList<Itinerary>>(request.Slices.Count), false);
        foreach (var slice in request.Slices)
        {
            var found = search.Find(request, slice);
            truncated |= found.Truncated;
            slices.Add(found.Found);
        }
        var journeys = Journeys(basis.Timetable, request, slices);
        var from = after is null ? 0 : journeys.FindIndex(journey => journey.Position > after) is var next and >= 0 ? next : journeys.Count;
        var offers = new List<Offer>(Math.Min(limit, journeys.Count - from));
        var at = from;
        for (; at < journeys.Count && offers.Count < limit; at++)
        {
            // A seat may be sold between the scan and now; then the journey is left out.
            if (Price(basis, request, journeys[at].Itineraries) is { } offer) offers.Add(offer);
        }
        return new OfferPage(offers, journeys.Count, at < journeys.Count ? journeys[at - 1].Position : null, truncated);
    }

    private static List<Journey> Journeys(Timetable timetable, SearchRequest request, List<IReadOnlyList<Itinerary>> slices)
    {
        var journeys = slices is [var only]
            ? only.Select(itinerary => JourneyOf(timetable, request, [itinerary]))
            : Combined(request, slices).Select(itineraries => JourneyOf(timetable, request, itineraries));
        return [.. journeys.OrderBy(journey => journey.Position)];
    }

    private static IEnumerable<Itinerary[]> Combined(SearchRequest request, List<IReadOnlyList<Itinerary>> slices)
    {
        var order = OfferOrder.OfSlice(request.Sort, request.Party.Seats);
        var best = slices.ConvertAll(slice => slice.Order(order).Take(ChoicesASlice).ToArray());
        var choices = best.Select((slice, at) => (IReadOnlyList<SliceChoice>)Array.ConvertAll(slice, itinerary => new SliceChoice(
            OfferOrder.Key(request.Sort, itinerary, request.Party.Seats, at == 0, at == best.Count - 1), itinerary.DepartsMinute, itinerary.ArrivesMinute))).ToList();
        return CombineSlices.Best(choices, MostJourneys).Select(chosen => chosen.Select((choice, slice) => best[slice][choice]).ToArray());
    }

    private static Journey JourneyOf(Timetable timetable, SearchRequest request, Itinerary[] itineraries)
    {
        var (key, count) = (0L, 0);
        for (var slice = 0; slice < itineraries.Length; slice++)
        {
            key += OfferOrder.Key(request.Sort, itineraries[slice], request.Party.Seats, slice == 0, slice == itineraries.Length - 1);
            count += itineraries[slice].Stops + 1;
        }
        var (flights, at) = (new long[count], 0);
        foreach (var itinerary in itineraries)
        {
            for (var leg = 0; leg <= itinerary.Stops; leg++) flights[at++] = timetable[itinerary[leg]].Id.Value;
        }
        return new Journey(itineraries, new OfferPosition(key, itineraries[0].DepartsMinute, flights));
    }

    private static Offer? Price(SearchBasis basis, SearchRequest request, Itinerary[] itineraries) => PriceOffer.From(
        basis.Fares,
        basis.Signer,
        Array.ConvertAll(itineraries, itinerary => FactsOf(basis.Timetable, itinerary, request.Cabin)),
        request.Party,
        request.Cabin,
        FareFamily.Light,
        basis.Minute);

    private static SliceFacts FactsOf(Timetable timetable, Itinerary itinerary, Cabin cabin)
    {
        var flights = new SegmentFacts[itinerary.Stops + 1];
        for (var leg = 0; leg < flights.Length; leg++)
        {
            var flight = timetable[itinerary[leg]];
            flights[leg] = new SegmentFacts(
                flight.Id, flight.FlightNumber, flight.OperatingCarrier, flight.Origin.Code, flight.Destination.Code, flight.DepartsLocal, flight.ArrivesLocal,
                flight.DepartsAt, flight.ArrivesAt, flight.Aircraft, itinerary.StaysOnBoard(timetable, leg), (ushort)flight.LadderOf(cabin), flight.SoldIn(cabin));
        }
        return new SliceFacts(flights);
    }

    private sealed record Journey(Itinerary[] Itineraries, OfferPosition Position);
}
