using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>Prices flights for a party: sums of exact minor units, each slice as a one-way of its own.</summary>
public static class PriceOffer
{
    private static readonly FareFamily[] Families = [FareFamily.Light, FareFamily.Classic, FareFamily.Flex];

    /// <summary>The offer in one family, with the others beside it; nothing when a flight has no class open for so many seats.</summary>
    public static Offer? From(
        FareBook book, OfferSigner signer, IReadOnlyList<SliceFacts> slices, Party party, Cabin cabin, FareFamily family, long issueMinute)
    {
        var ranks = new int[slices.Count];
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = RankOf(slices[i].Flights, party.Seats);
            if (ranks[i] < 0) return null;
        }
        return At(ranks, book, signer, slices, party, cabin, family, issueMinute);
    }

    /// <summary>The offer in classes that are given, whether or not they are open now: what was promised to somebody.</summary>
    internal static Offer At(
        int[] ranks, FareBook book, OfferSigner signer, IReadOnlyList<SliceFacts> slices, Party party, Cabin cabin, FareFamily family, long issueMinute)
    {
        var priced = new PricedSlice[slices.Count];
        var paths = new OfferPath[slices.Count];
        for (var i = 0; i < slices.Count; i++)
        {
            priced[i] = new PricedSlice(book, slices[i], cabin, ranks[i]);
            paths[i] = PathOf(slices[i], ranks[i]);
        }
        var price = new PartyPrice(book.Currency, priced, party);
        var terms = new OfferTerms(issueMinute, party, cabin, family, paths, price.TotalIn(family));
        var taxes = price.TaxesIn(family);
        var conditions = ConditionsOf(book, priced, cabin, family);
        var kilograms = Emissions.KilogramsPerPassenger(book, slices, cabin);
        return new Offer(
            signer.Sign(terms), terms.ExpiresAt, terms.Total, BaseOf(terms.Total, taxes), taxes, family, cabin, conditions.Conditions, conditions.Baggage,
            EmissionsKg: kilograms * party.Seats, EmissionsKgPerPassenger: kilograms, SlicesOf(book, slices, priced, cabin), price.PassengersIn(family),
            OthersOf(signer, terms, price));
    }

    /// <summary>The same price, passenger by passenger and slice by slice, with each tax by name: what a sale remembers.</summary>
    internal static PassengerSale[] Itemise(int[] ranks, FareBook book, IReadOnlyList<SliceFacts> slices, Party party, Cabin cabin, FareFamily family)
    {
        var sales = new List<PassengerSale>(party.Total);
        foreach (var type in (ReadOnlySpan<PassengerType>)[PassengerType.Adult, PassengerType.Child, PassengerType.Infant])
        {
            if (party.Of(type) == 0) continue;
            var ofSlices = new SliceSale[slices.Count];
            for (var i = 0; i < ofSlices.Length; i++)
            {
                var priced = new PricedSlice(book, slices[i], cabin, ranks[i]);
                var taxes = new List<TaxSale>();
                for (var rule = 0; rule < priced.Rules; rule++)
                {
                    if (priced.DueAt(rule, type, family) is not (> 0 and var due)) continue;
                    var tax = priced.RuleAt(rule);
                    taxes.Add(new TaxSale(tax.Code, tax.Name, new Money(due, book.Currency), tax.Refundable));
                }
                ofSlices[i] = new SliceSale(new Money(priced.FareOf(type, family), book.Currency), taxes);
            }
            for (var one = 0; one < party.Of(type); one++) sales.Add(new PassengerSale(type, ofSlices));
        }
        return [.. sales];
    }

    /// <summary>The class rank of a slice: the highest of its flights' lowest open classes, or -1 when one has none.</summary>
    public static int RankOf(IReadOnlyList<SegmentFacts> flights, int seats)
    {
        var highest = -1;
        foreach (var flight in flights)
        {
            var rank = BookingLimitsTable.LowestOpenRank(BookingLimitsTable.Standard.Limits(flight.Limits), flight.Sold, seats);
            if (rank < 0) return -1;
            highest = Math.Max(highest, rank);
        }
        return highest;
    }

    private static OfferPath PathOf(SliceFacts slice, int rank)
    {
        var (flights, same) = (new FlightId[slice.Flights.Count], 0);
        for (var i = 0; i < flights.Length; i++)
        {
            flights[i] = slice.Flights[i].Id;
            if (slice.Flights[i].SameAircraft) same |= 1 << i;
        }
        return new OfferPath(flights, rank, same);
    }

    private static OfferSlice[] SlicesOf(FareBook book, IReadOnlyList<SliceFacts> slices, PricedSlice[] priced, Cabin cabin)
    {
        var answer = new OfferSlice[slices.Count];
        for (var i = 0; i < answer.Length; i++)
        {
            var (flights, letter) = (slices[i].Flights, BookingClassLadder.Of(cabin)[priced[i].Rank].Code);
            var segments = new OfferSegment[flights.Count];
            for (var j = 0; j < segments.Length; j++)
            {
                var flight = flights[j];
                segments[j] = new OfferSegment(
                    flight.Id, flight.Number, flight.OperatingCarrier, flight.Origin, flight.Destination, flight.DepartingAt, flight.ArrivingAt,
                    book[flight.Origin].TimeZone, book[flight.Destination].TimeZone, flight.DepartsAt, flight.ArrivesAt, flight.Aircraft, flight.SameAircraft,
                    letter, BookingLimitsTable.SeatsLeft(BookingLimitsTable.Standard.Limits(flight.Limits), flight.Sold, priced[i].Rank));
            }
            answer[i] = new OfferSlice(slices[i].Origin, slices[i].Destination, segments);
        }
        return answer;
    }

    private static FamilyOffer[] OthersOf(OfferSigner signer, OfferTerms terms, in PartyPrice price)
    {
        var others = new FamilyOffer[Families.Length - 1];
        var next = 0;
        foreach (var family in Families)
        {
            if (family == terms.Family) continue;
            var total = price.TotalIn(family);
            others[next++] = new FamilyOffer(family, signer.Sign(terms with { Family = family, Total = total }), total);
        }
        return others;
    }

    private static Money BaseOf(Money total, TaxAmount[] taxes)
    {
        foreach (var tax in taxes) total -= tax.Amount;
        return total;
    }

    // The longest slice speaks for the journey: its penalties are the highest, and its bags are those of each slice.
    private static FamilyConditions ConditionsOf(FareBook book, PricedSlice[] slices, Cabin cabin, FareFamily family)
    {
        var longest = DistanceBand.ShortHaul;
        foreach (var slice in slices) longest = slice.Band > longest ? slice.Band : longest;
        return book.ConditionsOf(cabin, family, longest);
    }
}
